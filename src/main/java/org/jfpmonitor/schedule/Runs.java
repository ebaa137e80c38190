package org.jfpmonitor.schedule;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.intake.ImportOrder;
import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.intake.ImportOutcome.Result;
import org.jfpmonitor.intake.Intake;
import org.jfpmonitor.intake.RunProgress;
import org.jfpmonitor.intake.run.Interruption;
import org.jfpmonitor.plan.Plans;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.store.RestartableJob;
import org.jfpmonitor.store.RunLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins runs and takes up those that were cut off. A run is one restartable job:
 * receive, publish, file away, assess, finish. It is finished only when nothing that it
 * received is left undone; until then whoever holds the lock takes it up again. The mails
 * that it wrote go out afterwards, from the outbox: no run waits for a mail server.
 */
@Component
public class Runs {

	private static final Logger log = LoggerFactory.getLogger(Runs.class);

	/** When files of a past day count as arrived. */
	private static final LocalTime MORNING = LocalTime.of(6, 0);

	private final Intake intake;

	private final Assessments assessments;

	private final RunLog runs;

	private final RunLock lock;

	private final RestartableJob jobs;

	private final Job run;

	private final TransactionTemplate transactions;

	private final Today today;

	private final ApplicationEventPublisher events;

	/** Why a run is not finished, which is said once and not with each try. */
	private volatile String said = "";

	Runs(Intake intake, Assessments assessments, RunLog runs, RunLock lock, RestartableJob jobs, Job run,
			PlatformTransactionManager transactions, Today today, ApplicationEventPublisher events) {
		this.intake = intake;
		this.assessments = assessments;
		this.runs = runs;
		this.lock = lock;
		this.jobs = jobs;
		this.run = run;
		this.transactions = new TransactionTemplate(transactions);
		this.today = today;
		this.events = events;
	}

	/**
	 * Imports what lies in the inbox and assesses as of today, after what earlier runs
	 * left undone.
	 */
	public List<ImportOutcome> importInbox(RunKind kind) {
		return this.lock.take(() -> {
			List<ImportOutcome> outcomes = new ArrayList<>(takeUpUnfinished());
			outcomes.addAll(begin(kind, this.today.day(), false, this.today.now(), (none) -> {
			}));
			return outcomes;
		}, List.of());
	}

	/** Imports the files named and assesses as of today. */
	public List<ImportOutcome> importFiles(List<Path> files) {
		return importNamed(files, false);
	}

	/**
	 * Reads the files named again after their layout was mended, and assesses as of
	 * today.
	 */
	public List<ImportOutcome> importAgain(List<Path> files) {
		return importNamed(files, true);
	}

	private List<ImportOutcome> importNamed(List<Path> files, boolean again) {
		Instant now = this.today.now();
		return after(() -> begin(RunKind.IMPORT, this.today.day(), false, now,
				(id) -> this.intake.name(id, files, again, now, Intake.ONE_AFTER_THE_OTHER)));
	}

	/**
	 * Imports files of the past, each as known from the day on which it arrived, the
	 * oldest first, and assesses as of today. Where no run was recorded for any of the
	 * days or later, each day is also assessed as of itself, and nobody is told of what
	 * changed.
	 * @param files the files of each day; none of the days lies in the future
	 */
	public List<ImportOutcome> importHistory(SortedMap<LocalDate, List<Path>> files) {
		return after(() -> {
			boolean recordedLater = this.assessments.lastRun()
				.filter((last) -> !last.asOf().isBefore(files.firstKey()))
				.isPresent();
			if (recordedLater) {
				return begin(RunKind.IMPORT, this.today.day(), false, this.today.now(), (id) -> files
					.forEach((day, ofDay) -> this.intake.name(id, ofDay, false, morningOf(day), Duration.ZERO)));
			}
			List<ImportOutcome> outcomes = new ArrayList<>();
			files.forEach((day, ofDay) -> outcomes.addAll(begin(RunKind.IMPORT, day, true, this.today.now(),
					(id) -> this.intake.name(id, ofDay, false, morningOf(day), Duration.ZERO))));
			begin(RunKind.IMPORT, this.today.day(), true, this.today.now(), (none) -> {
			});
			return outcomes;
		});
	}

	private static Instant morningOf(LocalDate day) {
		return day.atTime(MORNING).atZone(Today.LONDON).toInstant();
	}

	/**
	 * Assesses the plan as of today after the act of a person, whatever run is under way.
	 * @param act what the person did: a status set manually, a report approved, or a plan
	 * edited
	 */
	public void reassess(PlanId plan, RunKind act) {
		RunEntry begun = this.runs.started(act, this.today.day(), false, this.today.now());
		this.assessments.record(plan, begun.day(), false);
		this.runs.finished(begun.id(), this.today.now(), 0);
		this.events.publishEvent(new RunFinished(begun.id(), begun.kind()));
	}

	/**
	 * Assesses each of the plans that was edited, or came, since it was assessed last, so
	 * that what goes by runs need not wait for the night.
	 */
	public void assessEdited(Plans plans) {
		plans.all()
			.stream()
			.filter((each) -> this.assessments.awaitsRun(each, this.today.day()))
			.forEach((each) -> reassess(each.id(), RunKind.PLAN));
	}

	/**
	 * How far the newest run that is not finished has come with its files; empty when
	 * there is none.
	 */
	public Optional<RunProgress> progress() {
		return this.runs.unfinished()
			.stream()
			.reduce((older, newer) -> newer)
			.map((run) -> this.intake.progress(run.id(), 0));
	}

	/** Whether a run is under way, or was cut off and is not taken up yet. */
	public boolean hasUnfinished() {
		return !this.runs.unfinished().isEmpty();
	}

	/** Whether the inbox holds a file that could be imported now. */
	public boolean hasFilesWaiting() {
		return this.intake.hasFilesWaiting();
	}

	/** Whether an upload was not imported before a stop. */
	public boolean hasUploadsWaiting() {
		return this.intake.hasUploadsWaiting();
	}

	/**
	 * Imports the files named as if they had arrived on a past day, and assesses as of
	 * that day.
	 * @param quiet whether nobody is to be told
	 */
	public List<ImportOutcome> replay(List<Path> files, LocalDate day, Instant arrived, boolean quiet) {
		return after(() -> begin(RunKind.DEMONSTRATION, day, quiet, arrived,
				(id) -> this.intake.name(id, files, false, arrived, Duration.ZERO)));
	}

	/**
	 * Takes up the runs that were cut off, unless somebody is at work.
	 * @return whether none is left unfinished, as far as can be told
	 */
	public boolean takeUp() {
		if (this.runs.unfinished().isEmpty()) {
			return true;
		}
		return this.lock.tryTake(this::takeUpUnfinished)
			.map((outcomes) -> this.runs.unfinished().isEmpty())
			.orElse(true);
	}

	/** Under the lock, after the runs that were cut off. */
	private List<ImportOutcome> after(Supplier<List<ImportOutcome>> work) {
		return this.lock.take(() -> {
			takeUpUnfinished();
			return work.get();
		}, List.of());
	}

	/** To be called by the holder of the lock only: then nobody is at work on them. */
	private List<ImportOutcome> takeUpUnfinished() {
		SortedMap<Long, RunEntry> unfinished = new TreeMap<>();
		this.runs.unfinished().forEach((each) -> unfinished.put(each.id(), each));
		// A kill after the last step has finished the run, but not its job.
		this.jobs.leftRunning(this.run)
			.stream()
			.map((parameters) -> ImportOrder.of(parameters).run())
			.forEach((id) -> unfinished.computeIfAbsent(id, this.runs::get));
		List<ImportOutcome> outcomes = new ArrayList<>();
		for (RunEntry each : unfinished.values()) {
			log.info("Run {} ({}) for {} was cut off and is taken up again", each.id(), each.kind().code(), each.day());
			outcomes.addAll(carryOn(each));
		}
		return outcomes;
	}

	/**
	 * Begins a run.
	 * @param request names its files, by its number
	 */
	private List<ImportOutcome> begin(RunKind kind, LocalDate day, boolean quiet, Instant at, LongConsumer request) {
		// The store keeps microseconds.
		Instant moment = at.truncatedTo(ChronoUnit.MICROS);
		return carryOn(Objects.requireNonNull(this.transactions.execute((status) -> {
			RunEntry begun = this.runs.started(kind, day, quiet, moment);
			request.accept(begun.id());
			return begun;
		})));
	}

	private List<ImportOutcome> carryOn(RunEntry begun) {
		JobExecution execution = this.jobs.run(this.run, begun.order().toParameters());
		if (execution.getStatus() == BatchStatus.COMPLETED) {
			List<ImportOutcome> outcomes = this.intake.outcomes(begun.id(), "");
			outcomes.forEach((outcome) -> log.info(outcome.message()));
			this.events.publishEvent(new RunFinished(begun.id(), begun.kind()));
			long refused = outcomes.stream().filter(ImportOutcome::isRefused).count();
			log.info("Run {} ({}) for {}: {}, {} refused, {} published without some of the lines", begun.id(),
					begun.kind().code(), begun.day(), (outcomes.size() == 1) ? "1 file" : outcomes.size() + " files",
					refused, outcomes.stream().filter((outcome) -> !outcome.isClean()).count() - refused);
			return outcomes;
		}
		return cutOff(begun, execution);
	}

	private List<ImportOutcome> cutOff(RunEntry begun, JobExecution execution) {
		Optional<Throwable> failure = execution.getAllFailureExceptions()
			.stream()
			.filter((each) -> !(each instanceof JobInterruptedException))
			.findFirst();
		Optional<String> found = Interruption.of(execution).or(() -> failure.map(Runs::cause));
		List<ImportOutcome> outcomes = new ArrayList<>(
				this.intake.outcomes(begun.id(), found.orElse("that it was stopped")));
		List<ImportOutcome> left = outcomes.stream().filter((outcome) -> outcome.result() == Result.LEFT).toList();
		String words = "Run %d (%s) for %s is not finished: %s".formatted(begun.id(), begun.kind().code(), begun.day(),
				why(found, left, outcomes.size()));
		if (failure.isPresent() && !isOfTheDatabase(failure.get())) {
			log.error(words, failure.get());
		}
		else if (!words.equals(this.said)) {
			log.warn(words);
		}
		this.said = words;
		if (left.isEmpty()) {
			outcomes.add(new ImportOutcome("run " + begun.id(), Result.LEFT, null, words));
		}
		return outcomes;
	}

	private static String why(Optional<String> found, List<ImportOutcome> left, int files) {
		String waiting = "%d of its %d files wait.".formatted(left.size(), files);
		if (found.isEmpty() && !left.isEmpty()) {
			return waiting + " " + left.get(0).message();
		}
		return found.orElse("it was stopped") + (left.isEmpty() ? "." : "; " + waiting)
				+ " It is taken up again by itself.";
	}

	/** Its words say enough; anything else needs the place where it happened. */
	private static boolean isOfTheDatabase(Throwable failure) {
		return failure instanceof DataAccessException || failure instanceof TransactionException;
	}

	/** The first line says what is wrong, those after it where in the program. */
	private static String cause(Throwable failure) {
		String message = String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
		return "\"" + message.lines().findFirst().orElse("") + "\"";
	}

}
