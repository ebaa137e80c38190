package org.jfpmonitor.publication.board;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.EarlyWarning;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.MilestoneAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessed;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.reason.JudgedReason;
import org.jfpmonitor.assessment.reason.MilestoneReason;
import org.jfpmonitor.assessment.reason.ObjectiveReason;
import org.jfpmonitor.assessment.reason.Reason;
import org.jfpmonitor.assessment.reason.Source;
import org.jfpmonitor.assessment.reason.UnassessedReason;
import org.jfpmonitor.assessment.reason.UnrequiredReason;
import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.assessment.series.ReadFigures;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Milestone;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.plan.target.Requirement;
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
	public PlanAssessment assess(PlanId plan, LocalDate asOf, LocalDate knownOn) {
		if (asOf.equals(BROKEN)) {
			throw new IllegalStateException("no connection for user jfp with password secret");
		}
		return new PlanAssessment(ExamplePlan.VERSION, asOf, knownOn,
				List.of(smoking(asOf), lungChecks(asOf), falls(), virtualWards(asOf), review(asOf)));
	}

	@Override
	public List<PlanAssessment> assess(PlanId plan, List<LocalDate> asOf, LocalDate knownOn) {
		return asOf.stream().map((day) -> assess(plan, day, knownOn)).toList();
	}

	@Override
	public Position position(PlanId plan, LocalDate asOf, List<LocalDate> monthEnds, LocalDate knownOn) {
		return new Position(assess(plan, asOf, knownOn),
				assess(plan, monthEnds, knownOn).stream()
					.map((each) -> new MonthEnd(each.asOf(), computed(each)))
					.toList());
	}

	@Override
	public MeasureSeries series(PlanId plan, Measure measure, @Nullable OrganisationCode organisation, LocalDate asOf,
			LocalDate knownOn) {
		return MeasureSeries.of(measure, ExamplePlan.VERSION.plan(),
				new ExampleObservations().ledger(List.of(), List.of()), asOf, knownOn);
	}

	@Override
	public Map<OrganisationCode, MeasureSeries> seriesOfEach(PlanId plan, Measure measure, LocalDate asOf,
			LocalDate knownOn) {
		return Map.of(ExamplePlan.ICB, series(plan, measure, null, asOf, knownOn));
	}

	private static Map<ObjectiveCode, Status> computed(PlanAssessment plan) {
		Map<ObjectiveCode, Status> computed = new HashMap<>();
		plan.objectives().forEach((each) -> {
			if (each.computed() != null) {
				computed.put(each.objective().code(), each.computed());
			}
		});
		return computed;
	}

	@Override
	public List<PlanAssessed> record(LocalDate day, boolean quiet) {
		throw new UnsupportedOperationException("A page records nothing");
	}

	@Override
	public PlanAssessed record(PlanId plan, LocalDate day, boolean quiet) {
		throw new UnsupportedOperationException("A page records nothing");
	}

	@Override
	public Optional<RecordedRun> lastRun() {
		return Optional.of(new RecordedRun(14, ExamplePlan.TODAY, ARRIVED));
	}

	@Override
	public Optional<RecordedRun> lastRun(PlanId plan) {
		return lastRun();
	}

	@Override
	public boolean awaitsRun(PlanEditions plan, LocalDate day) {
		return false;
	}

	@Override
	public Optional<RunFindings> lastMoves(PlanId plan) {
		return Optional
			.of(new RunFindings(new RecordedRun(11, LocalDate.of(2025, 4, 14), ARRIVED), Map.of(ObjectiveCode.of("6b"),
					new RunFinding(Status.ON_TRACK, Status.UNDERPERFORMANCE, Status.UNDERPERFORMANCE))));
	}

	@Override
	public List<Standing> standings(PlanId plan) {
		return List.of(new Standing(ObjectiveCode.of("1b"), Status.ON_TRACK, LocalDate.of(2024, 6, 14)),
				new Standing(ObjectiveCode.of("6b"), Status.ON_TRACK, LocalDate.of(2025, 4, 1)));
	}

	@Override
	public Map<PlanId, RunStandings> standings(Collection<PlanId> editions) {
		return editions.stream()
			.collect(Collectors.toMap(Function.identity(),
					(each) -> new RunStandings(lastRun(each).orElseThrow(), standings(each))));
	}

	@Override
	public List<Recorded> history(PlanId plan, ObjectiveCode objective) {
		if (!objective.value().equals("6b")) {
			return List.of();
		}
		return List.of(
				new Recorded(new RecordedRun(1, LocalDate.of(2024, 6, 14), ARRIVED), Status.ON_TRACK, Status.ON_TRACK,
						false),
				new Recorded(new RecordedRun(11, LocalDate.of(2025, 4, 14), ARRIVED), Status.ON_TRACK,
						Status.UNDERPERFORMANCE, false));
	}

	private ObjectiveAssessment smoking(LocalDate asOf) {
		Measure measure = ExamplePlan.SMOKING;
		Period quarter = Period.ofClosed(LocalDate.of(2024, 10, 1), LocalDate.of(2024, 12, 31));
		JudgedReason met = new JudgedReason.Met(measure,
				figure(measure, quarter, Figure.ratio(new BigDecimal("208"), new BigDecimal("2000"))),
				new Requirement(new BigDecimal("0.1087"), null));
		MeasureAssessment assessed = new MeasureAssessment(met,
				series(ExamplePlan.VERSION.plan().id(), measure, null, asOf, asOf), met.expected(), 0,
				Period.ofClosed(LocalDate.of(2024, 4, 1), LocalDate.of(2024, 6, 30)),
				new EarlyWarning.TrendMissesTarget(quarter, true, new BigDecimal("0.101"), new BigDecimal("0.09"),
						LocalDate.of(2026, 3, 31)));
		return objective(ExamplePlan.SMOKING_IN_PREGNANCY, List.of(assessed), List.of(), Status.ON_TRACK, null);
	}

	private ObjectiveAssessment lungChecks(LocalDate asOf) {
		UnassessedReason unset = new UnrequiredReason.TargetNotSet(ExamplePlan.LUNG, null);
		MeasureAssessment assessed = new MeasureAssessment(unset,
				series(ExamplePlan.VERSION.plan().id(), ExamplePlan.LUNG, null, asOf, asOf), null, 0, null, null);
		return objective(ExamplePlan.LUNG_CHECKS, List.of(assessed), List.of(), null, null);
	}

	private static ObjectiveAssessment falls() {
		Milestone rollOut = ExamplePlan.FALLS.milestones().get(0);
		MilestoneAssessment late = new MilestoneAssessment(
				new MilestoneReason.PastDue(rollOut, null,
						List.of(new Source(BEDS_DELIVERY, BEDS_FILE, Place.line(9)))),
				new MilestoneReport(rollOut.id(), LocalDate.of(2025, 4, 30), LocalDate.of(2025, 7, 31), null, false,
						"Two places are outstanding.", origin(9)));
		return objective(ExamplePlan.FALLS, List.of(), List.of(late), Status.COMPLETED, null);
	}

	private ObjectiveAssessment virtualWards(LocalDate asOf) {
		boolean stillOnTrack = asOf.isBefore(LocalDate.of(2025, 3, 1));
		Measure measure = ExamplePlan.BEDS;
		Period march = Period.day(LocalDate.of(2025, 3, 31));
		Requirement required = new Requirement(new BigDecimal("202"), null);
		PeriodFigure figure = figure(measure, march, Figure.of(new BigDecimal("170")));
		JudgedReason reason = stillOnTrack ? new JudgedReason.Met(measure, figure, required)
				: new JudgedReason.Missed(measure, figure, required);
		MeasureAssessment assessed = new MeasureAssessment(reason,
				series(ExamplePlan.VERSION.plan().id(), measure, null, asOf, asOf), required.value(), 1, null, null);
		StatusOverride override = stillOnTrack ? null
				: new StatusOverride(ObjectiveCode.of("6b"), Status.ON_TRACK, "Beds open in April were agreed.",
						"programme-office@example.org", LocalDate.of(2025, 5, 1), LocalDate.of(2025, 6, 30), origin(3));
		return objective(ExamplePlan.VIRTUAL_WARDS, List.of(assessed), List.of(), Status.UNDERPERFORMANCE, override);
	}

	private static ObjectiveAssessment review(LocalDate asOf) {
		if (asOf.isBefore(LocalDate.of(2024, 10, 1))) {
			return objective(new ObjectiveReason.NothingAssessed(ExamplePlan.REVIEW, List.of()), List.of(), List.of(),
					null, null);
		}
		ObjectiveReason retired = new ObjectiveReason.Retired(ExamplePlan.REVIEW, LocalDate.of(2024, 10, 1),
				"The focus changed.");
		return objective(retired, List.of(), List.of(), Status.NO_LONGER_APPLICABLE, null);
	}

	private static ObjectiveAssessment objective(Objective objective, List<MeasureAssessment> measures,
			List<MilestoneAssessment> milestones, @Nullable Status published, @Nullable StatusOverride override) {
		List<Reason> parts = Stream
			.<Reason>concat(measures.stream().map(MeasureAssessment::reason),
					milestones.stream().map(MilestoneAssessment::reason))
			.toList();
		Status computed = parts.get(0).therefore();
		return objective(
				(computed != null) ? new ObjectiveReason.WorstOfParts(objective, computed, parts)
						: new ObjectiveReason.NothingAssessed(objective, parts),
				measures, milestones, published, override);
	}

	private static ObjectiveAssessment objective(ObjectiveReason whole, List<MeasureAssessment> measures,
			List<MilestoneAssessment> milestones, @Nullable Status published, @Nullable StatusOverride override) {
		ObjectiveCode code = whole.objective().code();
		PublishedPosition position = (published != null) ? new PublishedPosition(code, LocalDate.of(2025, 3, 31),
				published, "As the board paper says of " + code + ".", origin(2)) : null;
		return new ObjectiveAssessment(whole, measures, milestones, position, override);
	}

	private static PeriodFigure figure(Measure measure, Period period, Figure figure) {
		return ReadFigures.of(measure, period, figure, new Provenance(BEDS_DELIVERY, BEDS_FILE, "figures",
				Vintage.stated(LocalDate.of(2025, 5, 14), 1), ARRIVED));
	}

	private static Origin origin(long line) {
		return new Origin(DeliveryId.of(7), "progress-2025-03.csv", Place.line(line), ARRIVED);
	}

}
