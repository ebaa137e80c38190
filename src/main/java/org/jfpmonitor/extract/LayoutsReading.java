package org.jfpmonitor.extract;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.yaml.Fault;
import org.jspecify.annotations.Nullable;

/**
 * What reading the layout files came to: the layouts, or every fault of all files.
 *
 * @param layouts the layouts, or null when there are faults
 * @param faults in order of file and line; empty when there are layouts
 * @param warnings what is odd and yet may be meant; it hinders nothing
 * @param unasked measures that the layouts would give and the plan does not ask for:
 * their figures are skipped
 * @param inPlaceOfShipped files of one's own that say something else than the shipped one
 * in whose place they stand
 */
public record LayoutsReading(@Nullable Layouts layouts, List<Fault> faults, List<Fault> warnings,
		Set<MeasureId> unasked, List<Path> inPlaceOfShipped) {

	public LayoutsReading {
		faults = List.copyOf(faults);
		warnings = List.copyOf(warnings);
		unasked = Set.copyOf(unasked);
		inPlaceOfShipped = List.copyOf(inPlaceOfShipped);
	}

}
