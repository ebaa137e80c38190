package org.jfpmonitor.intake.checks;

import java.util.List;

import org.jfpmonitor.observation.Series;
import org.jfpmonitor.plan.id.MeasureId;

/**
 * The current figures held before an extract, for checks that compare with them. Asked at
 * most once for each measure of a file.
 */
@FunctionalInterface
public interface HeldFigures {

	/** The current figures of every organisation that has any. */
	List<Series> series(MeasureId measure);

	/** Nothing is held yet. */
	static HeldFigures empty() {
		return (measure) -> List.of();
	}

}
