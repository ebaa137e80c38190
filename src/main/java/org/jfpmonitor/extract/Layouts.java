package org.jfpmonitor.extract;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.commons.codec.digest.DigestUtils;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.layout.reading.LayoutFiles;
import org.jfpmonitor.plan.Plan;

/** Every layout in force: how files of each kind are recognised and read. */
public final class Layouts {

	private final List<Layout> all;

	private Layouts(List<Layout> all) {
		this.all = all;
	}

	/**
	 * Reads every {@code *.yaml} file of the folder, in order of name.
	 * @param layoutsDir the folder, usually {@code config/layouts}
	 * @param plan the plan whose feeds and measures the layouts may name
	 */
	public static LayoutsReading read(Path layoutsDir, Plan plan) {
		LayoutFiles files = LayoutFiles.read(layoutsDir, plan);
		return new LayoutsReading(files.faults().isEmpty() ? new Layouts(files.layouts()) : null, files.faults(),
				files.warnings(), files.unasked());
	}

	/** The ids of all, in the order of their files. */
	public List<String> ids() {
		return this.all.stream().map(Layout::id).toList();
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

	List<Layout> all() {
		return this.all;
	}

}
