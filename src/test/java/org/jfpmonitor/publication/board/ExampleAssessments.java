package org.jfpmonitor.publication.board;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.EarlyWarning;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.MilestoneAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessed;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.Reason;
import org.jfpmonitor.assessment.Rule;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.progress.MilestoneReport;
import org.jfpmonitor.progress.Origin;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.progress.StatusOverride;
import org.jspecify.annotations.Nullable;

/**
 * How the example plan stands: each status once, one disagreement, one override and one
 * objective that is not assessed. Until the end of February the wards were on track.
 */
final class ExampleAssessments implements Assessments {

	static final DeliveryId BEDS_DELIVERY = DeliveryId.of(12);

	/** A day on which asking fails, as when the store is gone. */
	static final LocalDate BROKEN = LocalDate.of(2000, 1, 1);

	static final String BEDS_FILE = "Virtual-Ward-Mar2025.csv";

	private static final Instant ARRIVED = Instant.parse("2025-05-14T08:05:00Z");

	@Override
	public PlanAssessment assess(LocalDate asOf, LocalDate knownOn) {
		return new PlanAssessment(ExamplePlan.VERSION, asOf, knownOn,
				List.of(smoking(), lungChecks(), falls(), virtualWards(asOf), review()));
	}

	@Override
	public List<PlanAssessment> assess(List<LocalDate> asOf, LocalDate knownOn) {
		if (asOf.contains(BROKEN)) {
			throw new IllegalStateException("no connection for user jfp with password secret");
		}
		return asOf.stream().map((day) -> assess(day, knownOn)).toList();
	}

	@Override
	public PlanAssessed record(LocalDate day, boolean quiet) {
		throw new UnsupportedOperationException("A page records nothing");
	}

	@Override
	public Optional<RecordedRun> lastRun() {
		return Optional.of(new RecordedRun(14, ExamplePlan.TODAY, ARRIVED));
	}

	@Override
	public List<Standing> standings() {
		return List.of(new Standing(ObjectiveCode.of("1b"), Status.ON_TRACK, LocalDate.of(2024, 6, 14)),
				new Standing(ObjectiveCode.of("6b"), Status.ON_TRACK, LocalDate.of(2025, 4, 1)));
	}

	@Override
	public List<Recorded> history(ObjectiveCode objective) {
		if (!objective.value().equals("6b")) {
			return List.of();
		}
		return List.of(
				new Recorded(new RecordedRun(1, LocalDate.of(2024, 6, 14), ARRIVED), Status.ON_TRACK, Status.ON_TRACK),
				new Recorded(new RecordedRun(11, LocalDate.of(2025, 4, 14), ARRIVED), Status.ON_TRACK,
						Status.UNDERPERFORMANCE));
	}

	private static ObjectiveAssessment smoking() {
		Measure measure = ExamplePlan.SMOKING;
		Period quarter = Period.ofClosed(LocalDate.of(2024, 10, 1), LocalDate.of(2024, 12, 31));
		Reason met = reason(Rule.REQUIREMENT_MET, measure.title(), measure.id().value(), measure, "0.1087", "0.104",
				quarter, Status.ON_TRACK);
		MeasureAssessment assessed = new MeasureAssessment(measure, Status.ON_TRACK, met,
				Figure.ratio(new BigDecimal("208"), new BigDecimal("2000")), quarter, ARRIVED, new BigDecimal("0.1087"),
				new BigDecimal("0.06"), LocalDate.of(2028, 3, 31), new BigDecimal("0.12"), new BigDecimal("1.045"), 0,
				Period.ofClosed(LocalDate.of(2024, 4, 1), LocalDate.of(2024, 6, 30)),
				new EarlyWarning(EarlyWarning.Kind.TREND_MISSES_TARGET, quarter,
						"the trend of the last figures leads to", new BigDecimal("0.101"), new BigDecimal("0.09"),
						LocalDate.of(2026, 3, 31)));
		return objective(ExamplePlan.SMOKING_IN_PREGNANCY, Status.ON_TRACK, List.of(met), List.of(assessed), List.of(),
				Status.ON_TRACK, null);
	}

	private static ObjectiveAssessment lungChecks() {
		Measure measure = ExamplePlan.LUNG;
		Reason unset = new Reason(Rule.TARGET_NOT_SET, measure.title(), measure.id().value(), null, null, null, null,
				null, null, 0, 0, List.of(), "The plan gives no value for 2025/26.", List.of(), null);
		MeasureAssessment assessed = new MeasureAssessment(measure, null, unset, null, null, null, null, null, null,
				null, null, 0, null, null);
		return objective(ExamplePlan.LUNG_CHECKS, null, List.of(unset), List.of(assessed), List.of(), null, null);
	}

	private static ObjectiveAssessment falls() {
		MilestoneAssessment rollOut = falls(ExamplePlan.FALLS);
		return objective(ExamplePlan.FALLS, Status.DELAYED, List.of(rollOut.reason()), List.of(), List.of(rollOut),
				Status.COMPLETED, null);
	}

	private static MilestoneAssessment falls(Objective objective) {
		Reason late = new Reason(Rule.MILESTONE_PAST_DUE, objective.milestones().get(0).title(), "falls-roll-out", null,
				null, null, null, LocalDate.of(2025, 3, 31), null, 0, 0, List.of(), "", List.of(source(9)),
				Status.DELAYED);
		return new MilestoneAssessment(objective.milestones().get(0), Status.DELAYED, late,
				new MilestoneReport(objective.milestones().get(0).id(), LocalDate.of(2025, 4, 30),
						LocalDate.of(2025, 7, 31), null, "Two places are outstanding.", origin(9)));
	}

	private static ObjectiveAssessment virtualWards(LocalDate asOf) {
		boolean stillOnTrack = asOf.isBefore(LocalDate.of(2025, 3, 1));
		Status status = stillOnTrack ? Status.ON_TRACK : Status.UNDERPERFORMANCE;
		Measure measure = ExamplePlan.BEDS;
		Period march = Period.day(LocalDate.of(2025, 3, 31));
		Reason missed = reason(Rule.REQUIREMENT_MISSED, measure.title(), measure.id().value(), measure, "202", "170",
				march, status);
		MeasureAssessment assessed = new MeasureAssessment(measure, status, missed, Figure.of(new BigDecimal("170")),
				march, ARRIVED, new BigDecimal("202"), new BigDecimal("202"), LocalDate.of(2025, 3, 31),
				new BigDecimal("150"), new BigDecimal("0.84"), 1, null, null);
		StatusOverride override = stillOnTrack ? null
				: new StatusOverride(ObjectiveCode.of("6b"), Status.ON_TRACK, "Beds open in April were agreed.",
						"programme-office@example.org", LocalDate.of(2025, 5, 1), LocalDate.of(2025, 6, 30), origin(3));
		return objective(ExamplePlan.VIRTUAL_WARDS, status, List.of(missed), List.of(assessed), List.of(),
				Status.UNDERPERFORMANCE, override);
	}

	private static ObjectiveAssessment review() {
		Reason retired = new Reason(Rule.RETIRED, ExamplePlan.REVIEW.shortTitle(), "8a", null, null, null, null, null,
				LocalDate.of(2024, 10, 1), 0, 0, List.of(), "The focus changed.", List.of(),
				Status.NO_LONGER_APPLICABLE);
		return objective(ExamplePlan.REVIEW, Status.NO_LONGER_APPLICABLE, List.of(retired), List.of(), List.of(),
				Status.NO_LONGER_APPLICABLE, null);
	}

	private static ObjectiveAssessment objective(Objective objective, @Nullable Status computed, List<Reason> because,
			List<MeasureAssessment> measures, List<MilestoneAssessment> milestones, @Nullable Status published,
			@Nullable StatusOverride override) {
		PublishedPosition position = (published != null) ? new PublishedPosition(objective.code(),
				LocalDate.of(2025, 3, 31), published, "As the board paper says of " + objective.code() + ".", origin(2))
				: null;
		List<Reason> all = new ArrayList<>(because);
		if (objective.retired() == null) {
			all.add(0, whole(objective, computed, because));
		}
		return new ObjectiveAssessment(objective, computed, all, measures, milestones, position, override);
	}

	private static Reason whole(Objective objective, @Nullable Status computed, List<Reason> parts) {
		return new Reason((computed != null) ? Rule.WORST_OF_PARTS : Rule.NOTHING_ASSESSED, objective.shortTitle(),
				objective.code().value(), null, null, null, null, null, null, (computed != null) ? 0 : 1, parts.size(),
				parts.stream().map(Reason::subject).toList(), "", List.of(), computed);
	}

	private static Reason reason(Rule rule, String subject, String part, Measure measure, String expected,
			String observed, Period period, Status therefore) {
		return new Reason(rule, subject, part, measure.unit(), new BigDecimal(expected), new BigDecimal(observed),
				period, null, null, 0, 0, List.of(), "", List.of(source(45)), therefore);
	}

	private static Reason.Source source(long line) {
		return new Reason.Source(BEDS_DELIVERY, BEDS_FILE, line);
	}

	private static Origin origin(long line) {
		return new Origin(DeliveryId.of(7), "progress-2025-03.csv", line, ARRIVED);
	}

}
