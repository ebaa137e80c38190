package org.jfpmonitor.assessment.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.Rule;
import org.jfpmonitor.assessment.series.Course;
import org.jfpmonitor.assessment.series.FigureHistory;
import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jspecify.annotations.Nullable;

/**
 * Where a measure stands: first whether it can be judged at all, then by
 * {@link Judgement}.
 */
public final class MeasureAssessor {

	private final Plan plan;

	private final Evidence evidence;

	private final LocalDate asOf;

	private final LocalDate knownOn;

	public MeasureAssessor(Plan plan, Evidence evidence, LocalDate asOf, LocalDate knownOn) {
		this.plan = plan;
		this.evidence = evidence;
		this.asOf = asOf;
		this.knownOn = knownOn;
	}

	public MeasureAssessment assess(Measure measure) {
		FigureHistory history = this.evidence.history(measure, this.asOf, this.knownOn);
		Target target = measure.target();
		if (target == null) {
			return withoutTarget(measure, history);
		}
		if (history.isEmpty()) {
			return unassessed(measure, null, null, Because.of(Rule.NO_FIGURE, measure));
		}
		Course course = new Course(measure, target, history, planned(measure, target));
		PeriodFigure latest = course.figure(course.newest());
		Because why = whyNot(measure, latest);
		return (why != null) ? unassessed(measure, course, latest, why)
				: new Judgement(measure, course, latest, this.plan.duration().start()).assessment();
	}

	private @Nullable FigureHistory planned(Measure measure, Target target) {
		return (target.trajectory() instanceof Trajectory.Supplied supplied)
				? this.evidence.planned(supplied.planned(), measure, this.plan, this.knownOn) : null;
	}

	private MeasureAssessment withoutTarget(Measure measure, FigureHistory history) {
		PeriodFigure latest = history.isEmpty() ? null : history.periods().get(history.newest());
		Because why = Because.of(Rule.TARGET_NOT_SET, measure).note(measure.targetNote());
		return unassessed(measure, null, latest, (latest != null) ? why.observed(latest) : why);
	}

	/** Why the figure cannot be judged, or null when it can. */
	private @Nullable Because whyNot(Measure measure, PeriodFigure latest) {
		Optional<Overdue> overdue = this.plan.feed(measure.feed())
			.flatMap((feed) -> Overdue.of(measure, feed, latest.slot(), this.asOf, this.knownOn));
		if (overdue.isPresent()) {
			return whyNoneCame(measure, latest, overdue.get());
		}
		Rule obstacle = latest.obstacle();
		if (obstacle == null) {
			return null;
		}
		List<String> names = latest.absent().isEmpty() ? latest.missing().stream().map(Period::inWords).toList()
				: latest.absent().stream().map(this.evidence::nameOf).toList();
		return Because.of(obstacle, measure).observed(latest).names(names).count(names.size(), latest.asked());
	}

	private Because whyNoneCame(Measure measure, PeriodFigure latest, Overdue overdue) {
		Period oldest = overdue.periods().get(0);
		Optional<Organisation> closed = this.evidence.closedBefore(measure, oldest)
			.flatMap(this.evidence.organisations()::find);
		if (closed.isPresent()) {
			OrganisationCode successor = closed.get().successor();
			return Because.of(Rule.ORGANISATION_CLOSED, measure)
				.observed(latest)
				.other(closed.get().closed())
				.names((successor != null) ? List.of(closed.get().name(), this.evidence.nameOf(successor))
						: List.of(closed.get().name()));
		}
		return Because.of(Rule.FIGURE_OVERDUE, measure)
			.observed(latest)
			.due(overdue.due())
			.other(overdue.newest().lastDay())
			.count(overdue.periods().size(), 0)
			.names(overdue.periods().stream().map(Period::inWords).toList());
	}

	private MeasureAssessment unassessed(Measure measure, @Nullable Course course, @Nullable PeriodFigure latest,
			Because why) {
		Optional<Trajectory.DatedValue> last = Optional.ofNullable(measure.target()).flatMap(Target::finalValue);
		BigDecimal required = (course != null && latest != null)
				? course.requiredOf(latest.slot()).map((each) -> each.value()).orElse(null) : null;
		int misses = (course != null) ? Course.inARow(course.newest(), course::misses) : 0;
		Status none = null;
		return new MeasureAssessment(measure, none, why.expected(required).therefore(none),
				(latest != null) ? latest.figure() : null, (latest != null) ? latest.period() : null,
				(latest != null) ? latest.receivedAt() : null, required,
				last.map(Trajectory.DatedValue::value).orElse(null), last.map(Trajectory.DatedValue::date).orElse(null),
				baseline(measure), null, misses, null, null);
	}

	static @Nullable BigDecimal baseline(Measure measure) {
		Target target = measure.target();
		return (target != null && target.baseline() != null) ? target.baseline().value() : null;
	}

}
