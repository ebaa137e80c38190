package org.jfpmonitor.publication.gauges;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.prometheus.metrics.model.snapshots.Labels;
import org.jfpmonitor.assessment.Assessments.Standing;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jspecify.annotations.Nullable;

/** The families of the plan, its objectives and its measures. */
final class PlanFamilies {

	private final Exposition exposition;

	private final PlanAssessment assessment;

	private final Map<ObjectiveCode, Standing> standings;

	PlanFamilies(Exposition exposition, PlanAssessment assessment, List<Standing> standings) {
		this.exposition = exposition;
		this.assessment = assessment;
		this.standings = standings.stream().collect(Collectors.toMap(Standing::objective, Function.identity()));
	}

	void add() {
		Plan plan = this.assessment.plan().plan();
		this.exposition.info(Family.PLAN, Labels.of("plan", plan.id().value(), "title", plan.title()));
		plan.ambitions()
			.forEach((ambition) -> this.exposition.info(Family.AMBITION,
					Labels.of("plan", plan.id().value(), "ambition", ambition.number(), "title", ambition.title())));
		this.assessment.objectives().forEach(this::objective);
	}

	private void objective(ObjectiveAssessment assessed) {
		Objective objective = assessed.objective();
		Labels labels = labels(objective);
		this.exposition.info(Family.OBJECTIVE, labels.add("title", objective.shortTitle())
			.add("assessment", objective.measures().isEmpty() ? "narrative" : "computed"));
		Status now = assessed.status();
		if (now != null) {
			for (Status status : Status.values()) {
				this.exposition.flag(Family.OBJECTIVE_STATUS, labels.add("status", status.code()), status == now);
			}
		}
		this.exposition.flag(Family.OBJECTIVE_OVERRIDDEN, labels, assessed.override() != null);
		Standing standing = this.standings.get(objective.code());
		this.exposition.day(Family.OBJECTIVE_CHANGED, labels, (standing != null) ? standing.since() : null);
		this.exposition.day(Family.OBJECTIVE_PERIOD_END, labels, oldestPeriodEnd(assessed));
		this.exposition.day(Family.OBJECTIVE_DUE, labels, objective.due());
		assessed.measures().forEach((measure) -> measure(labels, measure));
	}

	private void measure(Labels objective, MeasureAssessment assessed) {
		Measure measure = assessed.measure();
		Labels labels = objective.add("measure", measure.id().value());
		Labels withUnit = labels.add("unit", measure.unit().base());
		this.exposition.info(Family.MEASURE,
				withUnit.add("title", measure.title())
					.add("direction", measure.direction().code())
					.add("cadence", measure.cadence().word())
					.add("feed", measure.feed().value()));
		this.exposition.number(Family.MEASURE_VALUE, withUnit,
				(assessed.figure() != null) ? assessed.figure().value() : null);
		this.exposition.number(Family.MEASURE_TARGET, withUnit, assessed.target());
		this.exposition.number(Family.MEASURE_TRAJECTORY, withUnit, assessed.required());
		this.exposition.number(Family.MEASURE_BASELINE, withUnit, assessed.baseline());
		this.exposition.number(Family.MEASURE_ATTAINMENT, labels, assessed.attainment());
		if (assessed.required() != null) {
			this.exposition.number(Family.MEASURE_MISSES, labels, assessed.consecutiveMisses());
		}
		if (assessed.period() != null) {
			this.exposition.day(Family.MEASURE_PERIOD_END, labels, assessed.period().lastDay());
			this.exposition.time(Family.MEASURE_RECEIVED, labels, assessed.receivedAt());
		}
	}

	private Labels labels(Objective objective) {
		return Labels.of("plan", this.assessment.plan().plan().id().value(), "ambition", objective.ambition(),
				"objective", objective.code().value());
	}

	private static @Nullable LocalDate oldestPeriodEnd(ObjectiveAssessment assessed) {
		return assessed.measures()
			.stream()
			.map(MeasureAssessment::period)
			.filter(Objects::nonNull)
			.map((period) -> Objects.requireNonNull(period).lastDay())
			.min(Comparator.naturalOrder())
			.orElse(null);
	}

}
