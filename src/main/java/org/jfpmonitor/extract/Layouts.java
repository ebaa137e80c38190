package org.jfpmonitor.extract;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.commons.codec.digest.DigestUtils;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.layout.reading.LayoutFiles;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.catalogue.Catalogue;
import org.jfpmonitor.plan.yaml.OverlaidFiles;
import org.jfpmonitor.plan.yaml.ShippedFiles;
import org.jfpmonitor.plan.yaml.WordList;

/** Every layout in force: how files of each kind are recognised and read. */
public final class Layouts {

	/** The name of their folder in a configuration. */
	static final String FOLDER = "layouts";

	private final List<Layout> all;

	private Layouts(List<Layout> all) {
		this.all = all;
	}

	/**
	 * Reads what holds of a configuration.
	 * @param config the folder whose own {@code layouts} lie over the shipped ones
	 * @param plan the plan whose feeds and measures the layouts may name
	 * @param catalogue what they may name besides, without being read for it
	 */
	public static LayoutsReading in(Path config, Plan plan, Catalogue catalogue) {
		return read(OverlaidFiles.of(config.resolve(FOLDER), ShippedFiles.in(FOLDER)), plan, catalogue);
	}

	/**
	 * Reads the files, in the order of their names.
	 * @param plan the plan whose feeds and measures the layouts may name
	 * @param catalogue what they may name besides, without being read for it
	 */
	public static LayoutsReading read(OverlaidFiles layouts, Plan plan, Catalogue catalogue) {
		LayoutFiles files = LayoutFiles.read(layouts, plan, catalogue);
		return new LayoutsReading(files.faults().isEmpty() ? new Layouts(files.layouts()) : null, files.faults(),
				files.warnings(), files.unasked(), layouts.inPlaceOfShipped());
	}

	/** The ids of all, in the order of their files. */
	public List<String> ids() {
		return this.all.stream().map(Layout::id).toList();
	}

	/**
	 * What is wrong with a setting under which a layout stands that there is not, in a
	 * sentence or two; empty when there is one of that id.
	 * @param setting the setting, without the id at its end
	 */
	public Optional<String> fault(String setting, String id) {
		return ids().contains(id) ? Optional.empty()
				: Optional.of(setting + "." + id
						+ ": expected the id of a layout, found this one, of which there is no file. "
						+ WordList.instead(id, ids()));
	}

	/** None but the one of the id, so that no other recognises a file. */
	public Layouts only(String id) {
		return new Layouts(this.all.stream().filter((layout) -> layout.id().equals(id)).toList());
	}

	/** Tells one state of them from another: a SHA-256, in hexadecimal. */
	public String fingerprint() {
		return DigestUtils.sha256Hex(this.all.stream().map(Layout::fingerprint).collect(Collectors.joining(" ")));
	}

	/** The names of the layouts whose files hold one row a person. */
	public List<String> ofRecordLevel() {
		return this.all.stream().filter(Layout::recordLevel).map(Layout::id).toList();
	}

	/** The names of those whose files hold what is nobody's business. */
	public Set<String> confidential() {
		return this.all.stream().filter(Layout::isConfidential).map(Layout::id).collect(Collectors.toUnmodifiableSet());
	}

	List<Layout> all() {
		return this.all;
	}

}
