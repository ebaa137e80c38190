package org.jfpmonitor.assessment.record;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.PlanAssessed;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.rule.AssessmentInput;
import org.jfpmonitor.assessment.rule.Assessor;
import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.observation.Ledger;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.store.recent.Look;
import org.jfpmonitor.store.recent.RecentResults;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers from what is known and what was recorded; what was asked for last is kept. */
@Service
class RecordedAssessments implements Assessments {

	/** With it a result holds some 2 kB for a figure: a fifth of the heap at most. */
	private static final long MOST_FIGURES = Runtime.getRuntime().maxMemory() / 5 / 2 / 2048;

	private final PlanVersions plans;

	private final AssessmentInputs inputs;

	private final AssessmentRecorder recorder;

	private final AssessmentRuns runs;

	private final TransactionTemplate reading;

	private final RecentResults<AssessmentQuestion, PlanAssessment> recent = new RecentResults<>(MOST_FIGURES,
			(question, assessment) -> figures(assessment));

	private final RecentResults<AssessmentQuestion, Position> recentPositions = new RecentResults<>(MOST_FIGURES,
			(question, position) -> figures(position.now()));

	RecordedAssessments(PlanVersions plans, AssessmentInputs inputs, AssessmentRecorder recorder, AssessmentRuns runs,
			PlatformTransactionManager transactions) {
		this.plans = plans;
		this.inputs = inputs;
		this.recorder = recorder;
		this.runs = runs;
		this.reading = new TransactionTemplate(transactions);
		this.reading.setReadOnly(true);
	}

	@Override
	public PlanAssessment assess(PlanId plan, LocalDate asOf, LocalDate knownOn) {
		return recent(this.recent, plan, List.of(asOf), knownOn, () -> assess(plan, List.of(asOf), knownOn).get(0));
	}

	@Override
	@Transactional(readOnly = true)
	public List<PlanAssessment> assess(PlanId plan, List<LocalDate> asOf, LocalDate knownOn) {
		PlanEditions editions = this.inputs.editions(plan, knownOn);
		Map<PlanId, AssessmentInput> read = new HashMap<>();
		return asOf.stream().map((day) -> {
			PlanVersion version = editions.on(day);
			AssessmentInput input = read.computeIfAbsent(version.plan().id(),
					(id) -> this.inputs.of(List.of(version.plan())));
			return Assessor.assess(version, input, day, knownOn);
		}).toList();
	}

	@Override
	@Transactional
	public List<PlanAssessed> record(LocalDate day, boolean quiet) {
		return this.recorder.record(day, quiet);
	}

	@Override
	@Transactional
	public PlanAssessed record(PlanId plan, LocalDate day, boolean quiet) {
		return this.recorder.record(plan, day, quiet);
	}

	@Override
	@Transactional(readOnly = true)
	public MeasureSeries series(PlanId id, Measure measure, @Nullable OrganisationCode organisation, LocalDate asOf,
			LocalDate knownOn) {
		Plan plan = this.inputs.editions(id, knownOn).on(asOf).plan();
		Ledger ledger = this.inputs.ledger(measure, plan, (organisation != null) ? List.of(organisation) : List.of());
		return (organisation == null) ? MeasureSeries.of(measure, plan, ledger, asOf, knownOn)
				: MeasureSeries.of(measure, organisation, plan, ledger, asOf, knownOn);
	}

	@Override
	@Transactional(readOnly = true)
	public Map<OrganisationCode, MeasureSeries> seriesOfEach(PlanId id, Measure measure, LocalDate asOf,
			LocalDate knownOn) {
		Plan plan = this.inputs.editions(id, knownOn).on(asOf).plan();
		List<OrganisationCode> all = this.inputs.organisationsOf(measure);
		Ledger ledger = this.inputs.ledger(measure, plan, all);
		Map<OrganisationCode, MeasureSeries> series = new LinkedHashMap<>();
		all.forEach((each) -> series.put(each, MeasureSeries.of(measure, each, plan, ledger, asOf, knownOn)));
		return series;
	}

	@Override
	public Position position(PlanId plan, LocalDate asOf, List<LocalDate> monthEnds, LocalDate knownOn) {
		List<LocalDate> days = Stream.concat(Stream.of(asOf), monthEnds.stream()).toList();
		return recent(this.recentPositions, plan, days, knownOn, () -> positionNow(plan, asOf, monthEnds, knownOn));
	}

	private Position positionNow(PlanId plan, LocalDate asOf, List<LocalDate> monthEnds, LocalDate knownOn) {
		PlanVersion version = this.inputs.editions(plan, knownOn).on(asOf);
		AssessmentInput input = this.inputs.of(List.of(version.plan()));
		Optional<MonthEnds> recorded = this.runs.monthEnds(version.plan().id(), version.fingerprint(), knownOn);
		return new Position(Assessor.assess(version, input, asOf, knownOn),
				MonthEnds.ofEdition(version, monthEnds)
					.stream()
					.map((day) -> recorded.flatMap((each) -> each.on(day))
						.orElseGet(() -> MonthEnds.end(Assessor.assess(version, input, day, knownOn))))
					.toList());
	}

	/**
	 * The result that was asked for last, unless anything was added since. What it
	 * depends on is looked at before it is read, so what is added meanwhile makes the
	 * next question another one. What a transaction has written itself is for it alone.
	 * Whoever waits for another's work keeps no connection meanwhile.
	 */
	private <T> T recent(RecentResults<AssessmentQuestion, T> results, PlanId plan, List<LocalDate> days,
			LocalDate knownOn, Supplier<T> work) {
		if (TransactionSynchronizationManager.isActualTransactionActive()
				&& !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
			return work.get();
		}
		Look known = Look.at(() -> Stream
			.of(this.inputs.editions(plan, knownOn)
				.all()
				.stream()
				.map((each) -> each.plan().id() + " " + each.number() + " " + each.fingerprint()),
					this.inputs.fingerprints().stream(), Stream.of(this.runs.fingerprint()))
			.flatMap((each) -> each)
			.toList());
		return results.get(new AssessmentQuestion(plan, days, knownOn), known,
				() -> Objects.requireNonNull(this.reading.execute((transaction) -> work.get())));
	}

	private static int figures(PlanAssessment assessment) {
		return assessment.objectives()
			.stream()
			.flatMap((each) -> each.measures().stream())
			.mapToInt((each) -> 1 + each.series().figures().size())
			.sum();
	}

	@Override
	public Optional<RecordedRun> lastRun() {
		return this.runs.last();
	}

	@Override
	public Optional<RecordedRun> lastRun(PlanId plan) {
		return this.plans.current()
			.find(plan)
			.flatMap((found) -> this.runs.last(found.all().stream().map((each) -> each.plan().id()).toList()));
	}

	@Override
	@Transactional(readOnly = true)
	public boolean awaitsRun(PlanEditions plan, LocalDate day) {
		PlanVersion version = plan.on(day);
		return this.runs.newest(version.plan().id())
			.map((before) -> !before.planFingerprint().equals(version.fingerprint()))
			.orElseGet(() -> this.runs.last().isPresent()
					&& this.runs.last(plan.all().stream().map((each) -> each.plan().id()).toList()).isEmpty());
	}

	@Override
	public Optional<RunFindings> lastMoves(PlanId plan) {
		return this.runs.lastMoves(plan);
	}

	@Override
	public List<Standing> standings(PlanId plan) {
		return this.runs.standings(plan);
	}

	@Override
	public Map<PlanId, RunStandings> standings(Collection<PlanId> editions) {
		return this.runs.standings(editions);
	}

	@Override
	public List<Recorded> history(PlanId plan, ObjectiveCode objective) {
		return this.runs.history(plan, objective);
	}

	/** What is assessed; {@code plan} may be the id of any of its editions. */
	private record AssessmentQuestion(PlanId plan, List<LocalDate> days, LocalDate knownOn) {

	}

}
