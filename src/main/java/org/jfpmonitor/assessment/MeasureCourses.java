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
		Set<MeasureId> measures = new LinkedHashSet<>(List.of(measure.id()));
		Set<OrganisationCode> organisations = new LinkedHashSet<>(measure.organisations());
		planned(measure, plan).ifPresent((each) -> {
			measures.add(each.id());
			organisations.addAll(each.organisations());
		});
		return course(measure, plan, this.observations.ledger(measures, organisations), asOf, knownOn);
	}

	static MeasureCourse course(Measure measure, Plan plan, Ledger ledger, LocalDate asOf, LocalDate knownOn) {
		FigureHistory history = history(measure, ledger, asOf, knownOn);
		Function<Period, Optional<BigDecimal>> stated = planned(measure, plan)
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

	/** The measure whose figures are the required values of this one. */
	private static Optional<Measure> planned(Measure measure, Plan plan) {
		Target target = measure.target();
		return (target != null && target.trajectory() instanceof Trajectory.Supplied supplied)
				? plan.measure(supplied.planned()) : Optional.empty();
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
