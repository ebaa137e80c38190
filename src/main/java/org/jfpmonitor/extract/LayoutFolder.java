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
import org.jfpmonitor.plan.yaml.Fault;
import org.jfpmonitor.plan.yaml.FaultyConfiguration;

/**
 * The layouts of a folder as they stand in it now: an edit is taken up when the next file
 * is read. An edit with faults is not; until it is mended the layouts before it stay in
 * force. May be used by several threads.
 */
public final class LayoutFolder {

	private final Path folder;

	private final Plan plan;

	private Map<String, String> seen;

	private Layouts inForce;

	private List<Fault> faults = List.of();

	private LayoutFolder(Path folder, Plan plan, Map<String, String> seen, Layouts inForce) {
		this.folder = folder;
		this.plan = plan;
		this.seen = seen;
		this.inForce = inForce;
	}

	/**
	 * The folder, usually {@code config/layouts}.
	 * @param plan the plan whose feeds and measures the layouts may name
	 * @throws FaultyConfiguration when a layout has a fault
	 */
	public static LayoutFolder open(Path folder, Plan plan) {
		Map<String, String> seen = look(folder);
		LayoutsReading read = Layouts.read(folder, plan);
		Layouts layouts = read.layouts();
		if (layouts == null) {
			throw new FaultyConfiguration(read.faults());
		}
		return new LayoutFolder(folder, plan, seen, layouts);
	}

	/** The layouts in force. */
	public synchronized Layouts inForce() {
		Map<String, String> now = look(this.folder);
		if (!now.equals(this.seen)) {
			this.seen = now;
			LayoutsReading read = Layouts.read(this.folder, this.plan);
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
	 * Name, size and time of each file: what an edit changes. Nothing where the folder
	 * cannot be read, which reading it says in words.
	 */
	private static Map<String, String> look(Path folder) {
		Map<String, String> files = new TreeMap<>();
		try (Stream<Path> entries = Files.list(folder)) {
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
