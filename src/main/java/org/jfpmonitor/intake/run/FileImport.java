package org.jfpmonitor.intake.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.intake.delivery.DeliveryLog;
import org.jfpmonitor.intake.delivery.JdbcDeliveries;
import org.jfpmonitor.intake.delivery.UploadLog;
import org.jfpmonitor.intake.inbox.FileArchive;
import org.jfpmonitor.intake.inbox.FileNames;
import org.jfpmonitor.intake.inbox.FileStamp;
import org.jfpmonitor.intake.inbox.FileTrouble;
import org.jfpmonitor.intake.inbox.Fingerprint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Imports one file: finds out whether its bytes are known, starts or takes up its job,
 * and says what came of it. To be used only by whoever holds the lock.
 */
@Component
class FileImport {

	private static final Logger logger = LoggerFactory.getLogger(FileImport.class);

	private final ImportJob job;

	private final JdbcDeliveries deliveries;

	private final DeliveryLog log;

	private final UploadLog uploads;

	private final FileArchive archive;

	FileImport(ImportJob job, JdbcDeliveries deliveries, DeliveryLog log, UploadLog uploads, FileArchive archive) {
		this.job = job;
		this.deliveries = deliveries;
		this.log = log;
		this.uploads = uploads;
		this.archive = archive;
	}

	/**
	 * Takes up what dead instances left: a delivery that was published is filed away.
	 * What was not published left no trace and is imported like any other file, if it is
	 * still there.
	 * @return what became of them, by fingerprint
	 */
	Map<String, ImportOutcome> finishUnfinished() {
		Map<String, ImportOutcome> finished = new LinkedHashMap<>();
		for (ImportOrder order : this.job.recover()) {
			logger.info("The import of {} was cut off and is taken up again", order.fileName());
			this.deliveries.find(order.sha256(), order.attempt())
				.filter((delivery) -> isOurs(order.file()))
				.ifPresent((delivery) -> finished.put(order.sha256(),
						told(withFiling(OutcomeFormatter.imported(delivery), this.job.run(order)))));
		}
		return finished;
	}

	/** Imports a file of the inbox; empty when it is not written to its end after all. */
	Optional<ImportOutcome> importWaiting(Path file, Instant arrivedAt) {
		return importOne(file, arrivedAt, false);
	}

	/**
	 * Imports a file that somebody named.
	 * @param again whether known bytes are read once more
	 */
	ImportOutcome importNamed(Path file, Instant arrivedAt, boolean again) {
		Map<String, ImportOutcome> finished = finishUnfinished();
		Path absolute = file.toAbsolutePath().normalize();
		if (!finished.isEmpty()) {
			Optional<ImportOutcome> own = fingerprint(absolute).map(finished::get);
			if (own.isPresent()) {
				return own.get();
			}
		}
		return importOne(absolute, arrivedAt, again).orElseGet(() -> OutcomeFormatter.changing(FileNames.shown(file)));
	}

	/** A file on a disk that only another instance sees is left for that one. */
	private boolean isOurs(Path file) {
		return Files.exists(file) || this.archive.isInInbox(file);
	}

	private Optional<ImportOutcome> importOne(Path file, Instant arrivedAt, boolean again) {
		Optional<ImportOutcome> outcome = tryOne(file, arrivedAt, again);
		outcome.ifPresentOrElse(FileImport::told,
				() -> logger.info("{} is still being written and is left for the next time", FileNames.shown(file)));
		return outcome;
	}

	/** Empty when somebody writes to the file. */
	private Optional<ImportOutcome> tryOne(Path file, Instant arrivedAt, boolean again) {
		String name = FileNames.shown(file);
		try {
			if (!Files.isRegularFile(file)) {
				return Optional.of(OutcomeFormatter.unreadable(name,
						Files.exists(file) ? "found a folder or a device" : "found none"));
			}
			FileStamp seen = FileStamp.of(file);
			String sha256 = Fingerprint.of(file);
			if (!FileStamp.of(file).equals(seen)) {
				return Optional.empty();
			}
			return importKnownOrNew(file, sha256, seen, arrivedAt, again);
		}
		catch (IOException ex) {
			return Optional.of(OutcomeFormatter.unreadable(name, "found " + FileTrouble.inWords(ex)));
		}
		catch (RuntimeException ex) {
			logger.error("The import of {} failed", name, ex);
			return Optional.of(OutcomeFormatter.failed(name, cause(ex)));
		}
	}

	private Optional<ImportOutcome> importKnownOrNew(Path file, String sha256, FileStamp seen, Instant arrivedAt,
			boolean again) throws IOException {
		int attempts = this.deliveries.attempts(sha256);
		boolean anew = again || attempts == 0;
		ImportOrder order = new ImportOrder(sha256, anew ? attempts + 1 : attempts, file, arrivedAt);
		if (!anew && this.job.isComplete(order)) {
			return Optional.of(repeat(order, seen));
		}
		return start(order, anew);
	}

	private ImportOutcome repeat(ImportOrder order, FileStamp seen) throws IOException {
		Delivery known = this.deliveries.find(order.sha256(), order.attempt()).orElseThrow();
		boolean waiting = this.archive.isInInbox(order.file());
		this.log.addArrival(known.id(), order.received(waiting ? FileStamp.identity(order.file()) : null,
				this.uploads.senderOf(order.sha256())));
		ImportOutcome outcome = OutcomeFormatter.known(order.fileName(), first(known));
		if (!waiting) {
			return outcome;
		}
		try {
			this.archive.fileRepeat(known, this.deliveries.state(order.sha256()), order.file(), seen.toString());
			return outcome;
		}
		catch (IOException ex) {
			return OutcomeFormatter.notFiled(outcome, FileTrouble.inWords(ex));
		}
	}

	private Delivery first(Delivery known) {
		return this.deliveries.find(known.sha256(), 1).orElse(known);
	}

	private Optional<ImportOutcome> start(ImportOrder order, boolean anew) {
		JobExecution execution = this.job.run(order);
		Optional<Delivery> delivery = this.deliveries.find(order.sha256(), order.attempt());
		if (delivery.isEmpty()) {
			return notPublished(order, execution);
		}
		ImportOutcome outcome = anew ? OutcomeFormatter.imported(delivery.get())
				: OutcomeFormatter.known(order.fileName(), first(delivery.get()));
		return Optional.of(withFiling(outcome, execution));
	}

	private static Optional<ImportOutcome> notPublished(ImportOrder order, JobExecution execution) {
		Optional<String> reason = ImportJob.word(execution, PublishStep.LEFT_BECAUSE);
		if (reason.isPresent()) {
			return reason.filter((word) -> !word.equals(PublishStep.CHANGED))
				.map((word) -> OutcomeFormatter.unreadable(order.fileName(), word));
		}
		String found = execution.getAllFailureExceptions()
			.stream()
			.map(FileImport::cause)
			.findFirst()
			.orElse("that it was stopped");
		return Optional.of(OutcomeFormatter.failed(order.fileName(), found));
	}

	/** The first line says what is wrong, those after it where in the program. */
	private static String cause(Throwable failure) {
		String message = String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
		return "\"" + message.lines().findFirst().orElse("") + "\"";
	}

	private static ImportOutcome withFiling(ImportOutcome outcome, JobExecution execution) {
		return ImportJob.word(execution, FileAwayStep.NOT_FILED_BECAUSE)
			.map((found) -> OutcomeFormatter.notFiled(outcome, found))
			.orElse(outcome);
	}

	private static ImportOutcome told(ImportOutcome outcome) {
		logger.info(outcome.message());
		return outcome;
	}

	private static Optional<String> fingerprint(Path file) {
		try {
			return Optional.of(Fingerprint.of(file));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

}
