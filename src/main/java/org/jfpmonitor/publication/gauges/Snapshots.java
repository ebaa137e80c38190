package org.jfpmonitor.publication.gauges;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.registry.PrometheusScrapeRequest;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.Assessments.RecordedRun;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.intake.Intake;
import org.jfpmonitor.intake.WaitingFiles;
import org.jfpmonitor.intake.delivery.Feeds;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.schedule.RunFinished;
import org.jfpmonitor.schedule.RunLog;
import org.jfpmonitor.schedule.Timetable;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the scrape reads: always one whole snapshot. It is built before the service
 * reports ready, after every run, and when another instance has recorded a run.
 */
@Component
@Profile("!command")
@Order(Ordered.LOWEST_PRECEDENCE)
class Snapshots implements MultiCollector, ApplicationRunner {

	private final Assessments assessments;

	private final PlanVersions plans;

	private final Feeds feeds;

	private final Intake intake;

	private final RunLog runs;

	private final Timetable timetable;

	private final Today today;

	private final TransactionTemplate reading;

	private final Labels build;

	private volatile CachedSnapshot current = new CachedSnapshot(-1, MetricSnapshots.of());

	/** What changes only when a run is finished. */
	private MetricSnapshots settled = MetricSnapshots.of();

	private UnfinishedRuns unfinished = UnfinishedRuns.NONE;

	Snapshots(Assessments assessments, PlanVersions plans, Feeds feeds, Intake intake, RunLog runs, Timetable timetable,
			Today today, PlatformTransactionManager transactions, ObjectProvider<PrometheusRegistry> registry,
			ObjectProvider<BuildProperties> build, ObjectProvider<GitProperties> revision) {
		this.assessments = assessments;
		this.plans = plans;
		this.feeds = feeds;
		this.intake = intake;
		this.runs = runs;
		this.timetable = timetable;
		this.today = today;
		this.reading = new TransactionTemplate(transactions);
		this.reading.setReadOnly(true);
		this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.build = Labels.of("version", build.stream().map(BuildProperties::getVersion).collect(Collectors.joining()),
				"revision", revision.stream().map(GitProperties::getShortCommitId).collect(Collectors.joining()));
		registry.ifAvailable((each) -> each.register(this));
	}

	@Override
	public void run(ApplicationArguments arguments) {
		rebuild();
	}

	@EventListener
	void on(RunFinished run) {
		rebuild();
	}

	/** Another instance may have finished a run, and one that is under way goes on. */
	@Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
	void follow() {
		if (this.runs.newestFinished() != this.current.run()) {
			rebuild();
		}
		else {
			refresh();
		}
	}

	CachedSnapshot current() {
		return this.current;
	}

	@Override
	public MetricSnapshots collect() {
		return this.current.snapshots();
	}

	@Override
	public MetricSnapshots collect(PrometheusScrapeRequest request) {
		return collect();
	}

	/** Everything as of one moment of the store, however long the reading takes. */
	private synchronized void rebuild() {
		this.current = Objects.requireNonNull(this.reading.execute((transaction) -> read()));
	}

	/** Nothing is assessed for it. */
	private synchronized void refresh() {
		UnfinishedRuns now = unfinished();
		if (!now.equals(this.unfinished)) {
			this.unfinished = now;
			this.current = new CachedSnapshot(this.current.run(), withUnfinished());
		}
	}

	private UnfinishedRuns unfinished() {
		return new UnfinishedRuns(this.runs.unfinishedSince().orElse(null), this.intake.waiting());
	}

	private MetricSnapshots withUnfinished() {
		Exposition exposition = new Exposition();
		exposition.time(Family.RUN_UNFINISHED, Labels.EMPTY, this.unfinished.since());
		WaitingFiles files = this.unfinished.waitingFiles();
		exposition.count(Family.RUN_WAITING, Labels.of("step", "read"), files.toRead());
		exposition.count(Family.RUN_WAITING, Labels.of("step", "publish"), files.toPublish());
		exposition.count(Family.RUN_WAITING, Labels.of("step", "fileAway"), files.toFileAway());
		MetricSnapshots.Builder all = MetricSnapshots.builder();
		this.settled.forEach(all::metricSnapshot);
		exposition.snapshots().forEach(all::metricSnapshot);
		return all.build();
	}

	private CachedSnapshot read() {
		long run = this.runs.newestFinished();
		Exposition exposition = new Exposition();
		exposition.info(Family.BUILD, this.build);
		FeedFamilies feeds = new FeedFamilies(exposition);
		for (PlanEditions plan : this.plans.current().all()) {
			LocalDate day = this.assessments.lastRun(plan.id()).map(RecordedRun::asOf).orElseGet(this.today::day);
			PlanAssessment now = this.assessments.assess(plan.id(), day, day);
			new PlanFamilies(exposition, now, this.assessments.standings(now.plan().plan().id())).add();
			feeds.take(this.feeds.standings(plan.on(this.today.day()).plan()));
		}
		feeds.add();
		runs(exposition);
		exposition.time(Family.SNAPSHOT, Labels.EMPTY, this.today.now());
		this.settled = exposition.snapshots();
		this.unfinished = unfinished();
		return new CachedSnapshot(run, withUnfinished());
	}

	private void runs(Exposition exposition) {
		this.runs.lastStarted()
			.ifPresent((entry) -> exposition.time(Family.RUN_START, Labels.EMPTY, entry.startedAt()));
		this.runs.lastFinished().ifPresent((entry) -> {
			exposition.time(Family.RUN_SUCCESS, Labels.EMPTY, entry.finishedAt());
			entry.duration()
				.ifPresent((took) -> exposition.number(Family.RUN_DURATION, Labels.EMPTY, took.toMillis() / 1000.0));
		});
		exposition.time(Family.RUN_EXPECTED, Labels.EMPTY, this.runs.begun());
		exposition.time(Family.RUN_NEXT, Labels.EMPTY, this.timetable.nextNightly().orElse(null));
	}

	/**
	 * The runs that are not finished.
	 *
	 * @param since when the oldest was begun; null when there is none
	 * @param waitingFiles the files that they are not done with
	 */
	private record UnfinishedRuns(@Nullable Instant since, WaitingFiles waitingFiles) {

		/** Nothing is under way. */
		static final UnfinishedRuns NONE = new UnfinishedRuns(null, WaitingFiles.NONE);

	}

}
