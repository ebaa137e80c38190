package org.jfpmonitor.schedule;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
		return run(RunKind.IMPORT, this.today.day(), this.today::now,
				(arrived) -> files.stream().map((file) -> this.intake.importFile(file, arrived)).toList(), false);
	}

	/**
	 * Reads the files named again after their layout was mended, and assesses as of
	 * today.
	 */
	public List<ImportOutcome> importAgain(List<Path> files) {
		return run(RunKind.IMPORT, this.today.day(), this.today::now,
				(arrived) -> files.stream().map((file) -> this.intake.importAgain(file, arrived)).toList(), false);
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
		return run(RunKind.DEMONSTRATION, day, () -> arrived,
				(at) -> files.stream().map((file) -> this.intake.importFile(file, at)).toList(), quiet);
	}

	private List<ImportOutcome> run(RunKind kind, LocalDate day, Supplier<Instant> clock,
			Function<Instant, List<ImportOutcome>> imported, boolean quiet) {
		Instant started = clock.get();
		long run = this.runs.started(kind, day, started);
		List<ImportOutcome> outcomes = imported.apply(started);
		this.assessments.record(day, quiet);
		long refused = outcomes.stream().filter((outcome) -> !outcome.isClean()).count();
		this.runs.finished(run, clock.get(), refused);
		this.events.publishEvent(new RunFinished(run));
		log.info("Run {} ({}) for {}: {} files, {} with something refused", run, kind.code(), day, outcomes.size(),
				refused);
		return outcomes;
	}

}
