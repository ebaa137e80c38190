package org.jfpmonitor.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Ledger;
import org.jfpmonitor.observation.Observations;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.MeasureId;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Target;
import org.jfpmonitor.plan.Trajectory;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The figures of measures as they are judged, for whoever shows them. */
@Component
public class MeasureCourses {

	private final Observations observations;

	MeasureCourses(Observations observations) {
		this.observations = observations;
	}

	/**
	 * The figures of periods that were over on {@code asOf}, as known to the end of
	 * {@code knownOn} in London.
	 * @param plan the plan in force on {@code knownOn}
	 */
	public MeasureCourse course(Measure measure, Plan plan, LocalDate asOf, LocalDate knownOn) {
		Optional<Measure> planned = planned(measure.target()).flatMap(plan::measure);
		Set<MeasureId> measures = new LinkedHashSet<>(List.of(measure.id()));
		Set<OrganisationCode> organisations = new LinkedHashSet<>(measure.organisations());
		planned.ifPresent((each) -> {
			measures.add(each.id());
			organisations.addAll(each.organisations());
		});
		Ledger ledger = this.observations.ledger(measures, organisations);
		FigureHistory history = history(measure, ledger, asOf, knownOn);
		Function<Period, Optional<BigDecimal>> stated = planned
			.map((each) -> history(each, ledger, LocalDate.MAX, knownOn))
			.<Function<Period, Optional<BigDecimal>>>map((each) -> (slot) -> each.valued(slot).map(PeriodFigure::value))
			.orElse((slot) -> Optional.empty());
		return new MeasureCourse(measure, history.periods().stream().map(MeasureCourses::step).toList(),
				MeasureCharts.chart(measure, history.periods(), (slot) -> required(measure, slot, stated))
					.orElse(null));
	}

	private static Optional<BigDecimal> required(Measure measure, Period slot,
			Function<Period, Optional<BigDecimal>> stated) {
		return Optional.ofNullable(measure.target())
			.flatMap((target) -> target.requiredOf(slot, stated))
			.map((required) -> required.value());
	}

	private static Optional<MeasureId> planned(@Nullable Target target) {
		return (target != null && target.trajectory() instanceof Trajectory.Supplied supplied)
				? Optional.of(supplied.planned()) : Optional.empty();
	}

	private static FigureHistory history(Measure measure, Ledger ledger, LocalDate asOf, LocalDate knownOn) {
		return FigureHistory.of(measure,
				measure.organisations()
					.stream()
					.map((organisation) -> ledger.series(measure.id(), organisation, knownOn))
					.toList(),
				asOf);
	}

	private static MeasureCourse.Step step(PeriodFigure figure) {
		return new MeasureCourse.Step(figure.period(), figure.figure(),
				figure.parts().stream().map(Because::source).toList());
	}

}
