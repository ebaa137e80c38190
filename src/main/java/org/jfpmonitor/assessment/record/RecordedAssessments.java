package org.jfpmonitor.assessment.record;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.Change;
import org.jfpmonitor.assessment.PlanAssessed;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.StatusSince;
import org.jfpmonitor.assessment.rule.AssessmentInput;
import org.jfpmonitor.assessment.rule.Assessor;
import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.assessment.series.RequiredValues;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.observation.Ledger;
import org.jfpmonitor.observation.Observations;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.Plans;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.progress.ProgressReports;
import org.jfpmonitor.store.recent.Look;
import org.jfpmonitor.store.recent.RecentResults;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what is known, has it judged, and records what was found and what is new. */
@Service
class RecordedAssessments implements Assessments {

	/** With it a result holds some 2 kB for a figure: a fifth of the heap at most. */
	private static final long MOST_FIGURES = Runtime.getRuntime().maxMemory() / 5 / 2 / 2048;

	private final PlanVersions plans;

	private final Observations observations;

	private final ProgressReports reports;

	private final Organisations organisations;

	private final AssessmentRuns runs;

	private final EndedEditions ended;

	private final ApplicationEventPublisher events;

	private final Today today;

	private final TransactionTemplate reading;

	private final RecentResults<AssessmentQuestion, PlanAssessment> recent = new RecentResults<>(MOST_FIGURES,
			(question, assessment) -> figures(assessment));

	private final RecentResults<AssessmentQuestion, Position> recentPositions = new RecentResults<>(MOST_FIGURES,
			(question, position) -> figures(position.now()));

	RecordedAssessments(PlanVersions plans, Observations observations, ProgressReports reports,
			Organisations organisations, AssessmentRuns runs, EndedEditions ended, ApplicationEventPublisher events,
			Today today, PlatformTransactionManager transactions) {
		this.plans = plans;
		this.observations = observations;
		this.reports = reports;
		this.organisations = organisations;
		this.runs = runs;
		this.ended = ended;
		this.events = events;
		this.today = today;
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
		PlanEditions editions = editions(plan, knownOn);
		Map<PlanId, AssessmentInput> inputs = new HashMap<>();
		return asOf.stream().map((day) -> {
			PlanVersion version = editions.on(day);
			AssessmentInput input = inputs.computeIfAbsent(version.plan().id(), (id) -> input(List.of(version.plan())));
			return Assessor.assess(version, input, day, knownOn);
		}).toList();
	}

	@Override
	@Transactional
	public List<PlanAssessed> record(LocalDate day, boolean quiet) {
		this.runs.waitForTurn();
		Plans plans = this.plans.knownOn(day);
		return plans.all().stream().map((each) -> record(each, plans, day, quiet)).toList();
	}

	@Override
	@Transactional
	public PlanAssessed record(PlanId plan, LocalDate day, boolean quiet) {
		this.runs.waitForTurn();
		return record(editions(plan, day), this.plans.knownOn(day), day, quiet);
	}

	private PlanAssessed record(PlanEditions plan, Plans plans, LocalDate day, boolean quiet) {
		PlanVersion version = plan.on(day);
		PreviousRun before = this.runs.newest(version.plan().id()).orElse(null);
		boolean change = before == null && hasRunOfAnotherEdition(plan, plans);
		PlanVersion earlier = (before != null) ? judgedBy(before, version) : null;
		AssessmentInput input = input(
				(earlier != null) ? List.of(version.plan(), earlier.plan()) : List.of(version.plan()));
		PlanAssessment now = Assessor.assess(version, input, day, day);
		List<LocalDate> monthEnds = ofEdition(version, MonthEnds.before(day));
		List<PlanAssessment> past = judged(version, input, monthEnds, day);
		List<PlanAssessment> comparable = (earlier != null) ? judged(earlier, input, monthEnds, day) : List.of();
		long run = this.runs.add(now, MonthEnds.of(past), before, quiet, this.today.now());
		keepEndOfOthers(run, plan, version, day);
		PlanAssessment unedited = (earlier == null || earlier.equals(version)) ? null
				: Assessor.assess(earlier, input, day, day);
		List<Change> changes = this.runs.addNews(run,
				ChangeDetector.since(before, now, unedited, comparable, input.reports()), before != null && !quiet);
		PlanAssessed assessed = new PlanAssessed(run, plan, position(now, past), (before != null) ? changes : List.of(),
				change, quiet);
		this.events.publishEvent(assessed);
		return assessed;
	}

	/** What the last run that judged an edition could not know yet. */
	private void keepEndOfOthers(long run, PlanEditions plan, PlanVersion judged, LocalDate day) {
		for (PlanVersion each : plan.all()) {
			List<LocalDate> days = ofEdition(each, MonthEnds.before(day));
			if (!each.plan().id().equals(judged.plan().id()) && !days.isEmpty()) {
				this.ended.keep(run, judged(each, input(List.of(each.plan())), days, day));
			}
		}
	}

	/** Also of one that was taken out of the configuration, but not of another plan. */
	private boolean hasRunOfAnotherEdition(PlanEditions plan, Plans plans) {
		return this.runs.hasOthersThan(plans.all()
			.stream()
			.filter((each) -> !each.id().equals(plan.id()))
			.flatMap((each) -> each.all().stream())
			.map((each) -> each.plan().id())
			.toList());
	}

	private PlanEditions editions(PlanId plan, LocalDate knownOn) {
		return this.plans.knownOn(plan, knownOn)
			.orElseThrow(() -> new IllegalArgumentException(
					"Expected the id of an edition of a plan known on " + knownOn + ", found " + plan));
	}

	@Override
	@Transactional(readOnly = true)
	public MeasureSeries series(PlanId id, Measure measure, @Nullable OrganisationCode organisation, LocalDate asOf,
			LocalDate knownOn) {
		Plan plan = editions(id, knownOn).on(asOf).plan();
		Ledger ledger = ledger(measure, plan, (organisation != null) ? List.of(organisation) : List.of());
		return (organisation == null) ? MeasureSeries.of(measure, plan, ledger, asOf, knownOn)
				: MeasureSeries.of(measure, organisation, plan, ledger, asOf, knownOn);
	}

	@Override
	@Transactional(readOnly = true)
	public Map<OrganisationCode, MeasureSeries> seriesOfEach(PlanId id, Measure measure, LocalDate asOf,
			LocalDate knownOn) {
		Plan plan = editions(id, knownOn).on(asOf).plan();
		List<OrganisationCode> all = this.observations.organisationsOf(measure.figures());
		Ledger ledger = ledger(measure, plan, all);
		Map<OrganisationCode, MeasureSeries> series = new LinkedHashMap<>();
		all.forEach((each) -> series.put(each, MeasureSeries.of(measure, each, plan, ledger, asOf, knownOn)));
		return series;
	}

	/** What the measure is judged by, and the figures of further organisations. */
	private Ledger ledger(Measure measure, Plan plan, List<OrganisationCode> further) {
		Set<MeasureId> measures = new LinkedHashSet<>(List.of(measure.figures()));
		Set<OrganisationCode> organisations = new LinkedHashSet<>(measure.organisations());
		RequiredValues.supplying(measure, plan).ifPresent((planned) -> {
			measures.add(planned.figures());
			organisations.addAll(planned.organisations());
		});
		organisations.addAll(further);
		return this.observations.ledger(measures, organisations);
	}

	@Override
	public Position position(PlanId plan, LocalDate asOf, List<LocalDate> monthEnds, LocalDate knownOn) {
		List<LocalDate> days = Stream.concat(Stream.of(asOf), monthEnds.stream()).toList();
		return recent(this.recentPositions, plan, days, knownOn, () -> positionNow(plan, asOf, monthEnds, knownOn));
	}

	private Position positionNow(PlanId plan, LocalDate asOf, List<LocalDate> monthEnds, LocalDate knownOn) {
		PlanVersion version = editions(plan, knownOn).on(asOf);
		AssessmentInput input = input(List.of(version.plan()));
		Optional<MonthEnds> recorded = this.runs.monthEnds(version.plan().id(), version.fingerprint(), knownOn);
		return new Position(Assessor.assess(version, input, asOf, knownOn),
				ofEdition(version, monthEnds).stream()
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
			.concat(editions(plan, knownOn).all()
				.stream()
				.map((each) -> each.plan().id() + " " + each.number() + " " + each.fingerprint()),
					Stream.of(this.observations.fingerprint(), this.reports.fingerprint(), this.runs.fingerprint()))
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

	private static Position position(PlanAssessment now, List<PlanAssessment> past) {
		List<LocalDate> monthEnds = StatusSince.monthEnds(now.asOf());
		return new Position(now,
				Stream.concat(past.stream(), Stream.of(now))
					.filter((each) -> monthEnds.contains(each.asOf()))
					.map(MonthEnds::end)
					.toList());
	}

	/**
	 * The plan that the run before used, so that an edit of the plan is not taken for a
	 * restatement; null when it is no longer at hand.
	 */
	private @Nullable PlanVersion judgedBy(PreviousRun before, PlanVersion version) {
		if (version.fingerprint().equals(before.planFingerprint())) {
			return version;
		}
		return this.plans.ofFingerprint(version.plan().id(), before.planFingerprint()).orElse(null);
	}

	/** Those of the days that the edition judges. */
	private static List<LocalDate> ofEdition(PlanVersion version, List<LocalDate> days) {
		return days.stream().filter(version.inForce()::contains).toList();
	}

	/** What versions of one edition are judged from. */
	private AssessmentInput input(List<Plan> plans) {
		Set<MeasureId> measures = new LinkedHashSet<>();
		Set<OrganisationCode> organisations = new LinkedHashSet<>();
		for (Plan plan : plans) {
			for (Measure measure : plan.measures()) {
				measures.add(measure.figures());
				organisations.addAll(measure.organisations());
			}
		}
		return new AssessmentInput(this.observations.ledger(measures, organisations),
				this.reports.ledger(plans.get(0).id()), this.organisations);
	}

	private static List<PlanAssessment> judged(PlanVersion version, AssessmentInput input, List<LocalDate> asOf,
			LocalDate knownOn) {
		return asOf.stream().map((day) -> Assessor.assess(version, input, day, knownOn)).toList();
	}

	/** What is assessed; {@code plan} may be the id of any of its editions. */
	private record AssessmentQuestion(PlanId plan, List<LocalDate> days, LocalDate knownOn) {

	}

}
