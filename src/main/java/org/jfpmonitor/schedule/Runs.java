package org.jfpmonitor.schedule;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.intake.Intake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What a run does, whoever starts it: import, assess and record. Each step is safe to
 * repeat, so a run that was cut off is made good by the next one. The mails that it wrote
 * go out afterwards, from the outbox: no run waits for a mail server.
 */
@Component
public class Runs {

	private static final Logger log = LoggerFactory.getLogger(Runs.class);

	/** When files of a past day count as arrived. */
	private static final LocalTime MORNING = LocalTime.of(6, 0);

	private final Intake intake;

	private final Assessments assessments;

	private final RunLog runs;

	private final Today today;

	private final ApplicationEventPublisher events;

	Runs(Intake intake, Assessments assessments, RunLog runs, Today today, ApplicationEventPublisher events) {
		this.intake = intake;
		this.assessments = assessments;
		this.runs = runs;
		this.today = today;
		this.events = events;
	}

	/** Imports what lies in the inbox and assesses as of today. */
	public List<ImportOutcome> importInbox(RunKind kind) {
		return run(kind, this.today.day(), this.today::now, this.intake::importInbox, false);
	}

	/** Imports the files named and assesses as of today. */
	public List<ImportOutcome> importFiles(List<Path> files) {
		return run(RunKind.IMPORT, this.today.day(), this.today::now, (arrived) -> imported(files, arrived), false);
	}

	/**
	 * Reads the files named again after their layout was mended, and assesses as of
	 * today.
	 */
	public List<ImportOutcome> importAgain(List<Path> files) {
		return run(RunKind.IMPORT, this.today.day(), this.today::now,
				(arrived) -> files.stream().map((file) -> this.intake.importAgain(file, arrived)).toList(), false);
	}

	/**
	 * Imports files of the past, each as known from the day on which it arrived, the
	 * oldest first, and assesses as of today. Where no run was recorded for any of the
	 * days or later, each day is also assessed as of itself, and nobody is told of what
	 * changed.
	 * @param files the files of each day; none of the days lies in the future
	 */
	public List<ImportOutcome> importHistory(SortedMap<LocalDate, List<Path>> files) {
		boolean recordedLater = this.assessments.lastRun()
			.filter((run) -> !run.asOf().isBefore(files.firstKey()))
			.isPresent();
		List<ImportOutcome> outcomes = new ArrayList<>();
		if (!recordedLater) {
			files.forEach((day, ofDay) -> outcomes
				.addAll(run(RunKind.IMPORT, day, this.today::now, (none) -> imported(ofDay, morningOf(day)), true)));
			run(RunKind.IMPORT, this.today.day(), this.today::now, (none) -> List.of(), true);
			return outcomes;
		}
		return run(RunKind.IMPORT, this.today.day(), this.today::now, (none) -> {
			files.forEach((day, ofDay) -> outcomes.addAll(imported(ofDay, morningOf(day))));
			return outcomes;
		}, false);
	}

	private List<ImportOutcome> imported(List<Path> files, Instant arrived) {
		return files.stream().map((file) -> this.intake.importFile(file, arrived)).toList();
	}

	private static Instant morningOf(LocalDate day) {
		return day.atTime(MORNING).atZone(Today.LONDON).toInstant();
	}

	/** Assesses as of today after a person set a status. */
	public void reassess() {
		run(RunKind.OVERRIDE, this.today.day(), this.today::now, (none) -> List.of(), false);
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
		return run(RunKind.DEMONSTRATION, day, () -> arrived, (at) -> imported(files, at), quiet);
	}

	private List<ImportOutcome> run(RunKind kind, LocalDate day, Supplier<Instant> clock,
			Function<Instant, List<ImportOutcome>> imported, boolean quiet) {
		Instant started = clock.get();
		long run = this.runs.started(kind, day, started);
		List<ImportOutcome> outcomes = imported.apply(started);
		this.assessments.record(day, quiet);
		long refused = outcomes.stream().filter((outcome) -> !outcome.isClean()).count();
		this.runs.finished(run, clock.get(), refused);
		this.events.publishEvent(new RunFinished(run, kind));
		log.info("Run {} ({}) for {}: {} files, {} with something refused", run, kind.code(), day, outcomes.size(),
				refused);
		return outcomes;
	}

}
