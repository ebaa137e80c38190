package org.jfpmonitor.intake.run;

import java.nio.file.Path;
import java.util.List;

import org.jfpmonitor.extract.Layouts;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.written.Fault;

/** The YAML files that say how extracts are read. */
public final class LayoutFiles {

	private LayoutFiles() {
	}

	/**
	 * Everything that is wrong with the files of the folder, in the order of files and
	 * lines.
	 * @param folder usually {@code config/layouts}
	 * @param plan the plan whose feeds and measures the layouts may name
	 */
	public static List<Fault> faults(Path folder, Plan plan) {
		return Layouts.read(folder, plan).faults();
	}

}
