package org.jfpmonitor.assessment.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.rule.Because;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Ledger;
import org.jfpmonitor.observation.Observations;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;

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

	/**
	 * The figures of every measure of an objective, by one reading of the store, with the
	 * path that its target asks for.
	 * @param plan the plan in force on {@code knownOn}
	 */
	public List<MeasureOutlook> outlooks(Plan plan, LocalDate asOf, LocalDate knownOn) {
		Set<MeasureId> measures = new LinkedHashSet<>();
		Set<OrganisationCode> organisations = new LinkedHashSet<>();
		for (Measure measure : plan.measures()) {
			measures.add(measure.id());
			organisations.addAll(measure.organisations());
		}
		Ledger ledger = this.observations.ledger(measures, organisations);
		return plan.objectives()
			.stream()
			.flatMap((objective) -> objective.measures()
				.stream()
				.map((measure) -> outlook(objective, measure, plan, ledger, asOf, knownOn)))
			.toList();
	}

	static MeasureCourse course(Measure measure, Plan plan, Ledger ledger, LocalDate asOf, LocalDate knownOn) {
		FigureHistory history = history(measure, ledger, asOf, knownOn);
		Optional<FigureHistory> planned = planned(measure, plan, ledger, knownOn);
		return new MeasureCourse(measure, history.periods().stream().map(MeasureCourses::step).toList(),
				MeasureCharts.chart(measure, history.periods(), (slot) -> required(measure, slot, planned))
					.orElse(null));
	}

	static MeasureOutlook outlook(Objective objective, Measure measure, Plan plan, Ledger ledger, LocalDate asOf,
			LocalDate knownOn) {
		MeasureCourse course = course(measure, plan, ledger, asOf, knownOn);
		Optional<FigureHistory> planned = planned(measure, plan, ledger, knownOn);
		List<MeasureOutlook.Step> path = Stream
			.iterate(measure.cadence().periodOf(plan.duration().start()), measure.cadence()::next)
			.takeWhile((slot) -> slot.start().isBefore(plan.duration().endExclusive()))
			.flatMap((slot) -> required(measure, slot, planned).map((each) -> new MeasureOutlook.Step(slot, each))
				.stream())
			.toList();
		return new MeasureOutlook(objective, course, path);
	}

	private static Optional<BigDecimal> required(Measure measure, Period slot, Optional<FigureHistory> planned) {
		return Optional.ofNullable(measure.target())
			.flatMap((target) -> target.requiredOf(slot,
					(period) -> planned.flatMap((each) -> each.valued(period)).map(PeriodFigure::value)))
			.map((required) -> required.value());
	}

	/** The figures that are the required values of this measure. */
	private static Optional<FigureHistory> planned(Measure measure, Plan plan, Ledger ledger, LocalDate knownOn) {
		return planned(measure, plan).map((each) -> history(each, ledger, LocalDate.MAX, knownOn));
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
