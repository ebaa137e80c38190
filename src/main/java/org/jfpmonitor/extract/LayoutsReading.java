package org.jfpmonitor.extract;

import java.util.List;

import org.jfpmonitor.plan.yaml.Fault;
import org.jspecify.annotations.Nullable;

/**
 * What reading the layout files came to: the layouts, or every fault of all files.
 *
 * @param layouts the layouts, or null when there are faults
 * @param faults in order of file and line; empty when there are layouts
 * @param warnings what is odd and yet may be meant; it hinders nothing
 */
public record LayoutsReading(@Nullable Layouts layouts, List<Fault> faults, List<Fault> warnings) {

	public LayoutsReading {
		faults = List.copyOf(faults);
		warnings = List.copyOf(warnings);
	}

}
