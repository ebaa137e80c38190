package org.jfpmonitor.assessment.reason;

import java.util.List;

import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.plan.Measure;
import org.jspecify.annotations.Nullable;

/** Why a measure stands where it stands, or cannot be judged. */
public sealed interface MeasureReason extends Reason permits JudgedReason, UnassessedReason {

	Measure measure();

	/** The figure that it speaks of, or null when there is none. */
	@Nullable PeriodFigure figure();

	@Override
	default String subject() {
		return measure().title();
	}

	@Override
	default String part() {
		return measure().id().value();
	}

	@Override
	default List<Source> sources() {
		PeriodFigure figure = figure();
		return (figure != null) ? Source.of(figure) : List.of();
	}

}
