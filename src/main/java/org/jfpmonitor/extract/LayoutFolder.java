package org.jfpmonitor.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.catalogue.Catalogue;
import org.jfpmonitor.plan.yaml.Fault;
import org.jfpmonitor.plan.yaml.FaultyConfiguration;

/**
 * The layouts of a configuration as they stand in it now: an edit is taken up when the
 * next file is read. An edit with faults is not; until it is mended the layouts before it
 * stay in force. May be used by several threads.
 */
public final class LayoutFolder {

	private final Path config;

	private final Plan plan;

	private final Catalogue catalogue;

	private Map<String, String> seen;

	private Layouts inForce;

	private List<Fault> faults = List.of();

	private LayoutFolder(Path config, Plan plan, Catalogue catalogue, Map<String, String> seen, Layouts inForce) {
		this.config = config;
		this.plan = plan;
		this.catalogue = catalogue;
		this.seen = seen;
		this.inForce = inForce;
	}

	/**
	 * The layouts of a configuration.
	 * @param config the folder whose own {@code layouts} lie over the shipped ones
	 * @param plan the plan whose feeds and measures the layouts may name
	 * @param catalogue what they may name besides, without being read for it
	 * @throws FaultyConfiguration when a layout has a fault
	 */
	public static LayoutFolder open(Path config, Plan plan, Catalogue catalogue) {
		Map<String, String> seen = look(config);
		LayoutsReading read = Layouts.in(config, plan, catalogue);
		Layouts layouts = read.layouts();
		if (layouts == null) {
			throw new FaultyConfiguration(read.faults());
		}
		return new LayoutFolder(config, plan, catalogue, seen, layouts);
	}

	/** The layouts in force. */
	public synchronized Layouts inForce() {
		Map<String, String> now = look(this.config);
		if (!now.equals(this.seen)) {
			this.seen = now;
			LayoutsReading read = Layouts.in(this.config, this.plan, this.catalogue);
			this.faults = read.faults();
			Layouts edited = read.layouts();
			this.inForce = (edited != null) ? edited : this.inForce;
		}
		return this.inForce;
	}

	/** Why the newest edit is not in force; empty when it is. */
	public synchronized List<Fault> faults() {
		inForce();
		return this.faults;
	}

	/**
	 * Name, size and time of each file: what an edit changes. Nothing where there is no
	 * folder, or one that cannot be read, which reading it says in words.
	 */
	private static Map<String, String> look(Path config) {
		Map<String, String> files = new TreeMap<>();
		try (Stream<Path> entries = Files.list(config.resolve(Layouts.FOLDER))) {
			for (Path file : entries.toList()) {
				BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
				files.put(file.getFileName().toString(), attributes.size() + " " + attributes.lastModifiedTime());
			}
		}
		catch (IOException unreadable) {
			return Map.of();
		}
		return files;
	}

}
