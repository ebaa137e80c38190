package org.jfpmonitor.assessment.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.reason.UnassessedReason;
import org.jfpmonitor.assessment.reason.UnrequiredReason;
import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.assessment.series.Obstacle;
import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.target.Requirement;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jspecify.annotations.Nullable;

/**
 * Where a measure stands: first whether it can be judged at all, then by
 * {@link Judgement}.
 */
public final class MeasureAssessor {

	/** What a figure that was taken back leaves. */
	private static final Set<Obstacle> TAKEN_BACK = EnumSet.of(Obstacle.WITHDRAWN, Obstacle.ORGANISATION_MISSING,
			Obstacle.PERIODS_MISSING);

	private final Plan plan;

	private final AssessmentInput input;

	private final LocalDate asOf;

	private final LocalDate knownOn;

	public MeasureAssessor(Plan plan, AssessmentInput input, LocalDate asOf, LocalDate knownOn) {
		this.plan = plan;
		this.input = input;
		this.asOf = asOf;
		this.knownOn = knownOn;
	}

	public MeasureAssessment assess(Measure measure) {
		MeasureSeries series = MeasureSeries.of(measure, this.plan, this.input.figures(), this.asOf, this.knownOn);
		PeriodFigure latest = series.latest().orElse(null);
		Target target = series.measure().target();
		if (target == null) {
			return unassessed(new UnrequiredReason.TargetNotSet(measure, latest), series);
		}
		if (latest == null) {
			return unassessed(new UnassessedReason.NoFigure(measure), series);
		}
		Trajectory.Relative withoutBase = target.waitsForItsBase().orElse(null);
		if (withoutBase != null) {
			return unassessed(new UnrequiredReason.BaselineMissing(measure, latest, withoutBase.base()), series);
		}
		Optional<UnassessedReason> whyNot = whyNot(series, latest);
		return whyNot.isPresent() ? unassessed(whyNot.get(), series)
				: new Judgement(series, target, latest, this.plan.duration().start()).assessment();
	}

	/** Why the figure cannot be judged; empty when it can. */
	private Optional<UnassessedReason> whyNot(MeasureSeries series, PeriodFigure latest) {
		Measure measure = series.measure();
		BigDecimal required = required(series, latest);
		Optional<Overdue> overdue = this.plan.feed(measure.feed())
			.flatMap((feed) -> Overdue.of(measure, feed, latest.slot(), this.asOf, this.knownOn));
		if (overdue.isPresent()) {
			return Optional.of(whyNoneCame(measure, latest, required, overdue.get()));
		}
		return latest.hasValue() ? Optional.empty() : Optional.of(whyNoValue(series, latest, required));
	}

	private UnassessedReason whyNoValue(MeasureSeries series, PeriodFigure latest, @Nullable BigDecimal required) {
		Optional<Series.Withdrawal> withdrawal = onlyWithdrawal(series, latest);
		if (withdrawal.isEmpty()) {
			return new UnassessedReason.NoValue(series.measure(), latest, required, inTheWay(latest));
		}
		OrganisationCode whose = withdrawal.get().figure().cell().organisation();
		return new UnassessedReason.FigureWithdrawn(series.measure(), latest, required, withdrawal.get(),
				(series.measure().organisations().size() > 1) ? this.input.nameOf(whose) : "");
	}

	/** What was taken back, where that and nothing else stands in the way. */
	private static Optional<Series.Withdrawal> onlyWithdrawal(MeasureSeries series, PeriodFigure latest) {
		return (latest.obstacle() == null || !TAKEN_BACK.contains(latest.obstacle()) || latest.missing().size() != 1)
				? Optional.empty()
				: series.withdrawal(latest.missing().get(0))
					.filter((each) -> latest.absent().isEmpty()
							|| latest.absent().equals(List.of(each.figure().cell().organisation())));
	}

	private UnassessedReason whyNoneCame(Measure measure, PeriodFigure latest, @Nullable BigDecimal required,
			Overdue overdue) {
		Organisation closed = this.input.closedBefore(measure, overdue.periods().get(0)).orElse(null);
		LocalDate lastDay = (closed != null) ? closed.closed() : null;
		if (closed == null || lastDay == null) {
			return new UnassessedReason.FigureOverdue(measure, latest, required, overdue.periods(), overdue.due());
		}
		return new UnassessedReason.OrganisationClosed(measure, latest, required, closed.name(), lastDay,
				closed.successors().stream().map(this.input::nameOf).toList());
	}

	/** The organisations, or else the periods, that stand in the way of a figure. */
	private List<String> inTheWay(PeriodFigure figure) {
		return figure.absent().isEmpty() ? figure.missing().stream().map(Period::inWords).toList()
				: figure.absent().stream().map(this.input::nameOf).toList();
	}

	private static MeasureAssessment unassessed(UnassessedReason why, MeasureSeries series) {
		return new MeasureAssessment(why, series, why.expected(), series.missesInARow(), null, null);
	}

	private static @Nullable BigDecimal required(MeasureSeries series, PeriodFigure latest) {
		return series.requiredOf(latest.slot()).map(Requirement::value).orElse(null);
	}

}
