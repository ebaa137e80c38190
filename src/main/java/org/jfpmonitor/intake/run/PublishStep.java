package org.jfpmonitor.intake.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import org.jfpmonitor.progress.Sender;
import org.jfpmonitor.intake.ImportOrder;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.intake.delivery.DeliveryLog;
import org.jfpmonitor.intake.delivery.JdbcDeliveries;
import org.jfpmonitor.intake.delivery.ReceivedFile;
import org.jfpmonitor.intake.delivery.UploadLog;
import org.jfpmonitor.intake.inbox.FileArchive;
import org.jfpmonitor.intake.inbox.FileStamp;
import org.jfpmonitor.intake.inbox.FileTrouble;
import org.jfpmonitor.intake.reading.ReadAhead;
import org.jfpmonitor.intake.received.RunFile.Print;
import org.jfpmonitor.intake.received.RunFile;
import org.jfpmonitor.intake.received.RunFiles;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.store.RunLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes the files of a run in their order, each in one database transaction of its
 * own, which also says that it is done. What stands in the way of one file for the time
 * being leaves it for the next start of the run and keeps no other from being published.
 */
@Component
class PublishStep implements Tasklet {

	private static final Logger logger = LoggerFactory.getLogger(PublishStep.class);

	private final RunFiles files;

	private final JdbcDeliveries deliveries;

	private final DeliveryLog log;

	private final UploadLog uploads;

	private final DeliveryImporter importer;

	private final FileArchive archive;

	private final FilingAway filing;

	private final RunLock lock;

	private final ReadAhead ahead;

	private final TransactionTemplate undoable;

	PublishStep(RunFiles files, JdbcDeliveries deliveries, DeliveryLog log, UploadLog uploads,
			DeliveryImporter importer, FileArchive archive, FilingAway filing, RunLock lock, ReadAhead ahead,
			PlatformTransactionManager transactions) {
		this.ahead = ahead;
		this.files = files;
		this.deliveries = deliveries;
		this.log = log;
		this.uploads = uploads;
		this.importer = importer;
		this.archive = archive;
		this.filing = filing;
		this.lock = lock;
		this.undoable = new TransactionTemplate(transactions);
		this.undoable.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
	}

	/**
	 * Called twice for each file, to publish it and to put it away, each time in a
	 * transaction that ends with the call.
	 */
	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) {
		StepExecution step = contribution.getStepExecution();
		long execution = step.getJobExecutionId();
		long run = ImportOrder.of(step.getJobParameters()).run();
		// At once, also before a stop: in the inbox another file may take its name.
		if (this.lock.isHeld() && this.filing.next(run, execution)) {
			return RepeatStatus.CONTINUABLE;
		}
		if (Interruption.isDue(step, this.lock)) {
			return RepeatStatus.FINISHED;
		}
		Optional<RunFile> next = this.files.nextToPublish(run, execution);
		if (next.isEmpty()) {
			return RepeatStatus.FINISHED;
		}
		publish(next.get(), step);
		this.lock.confirm();
		return step.isTerminateOnly() ? RepeatStatus.FINISHED : RepeatStatus.CONTINUABLE;
	}

	private void publish(RunFile file, StepExecution step) {
		long execution = step.getJobExecutionId();
		try {
			if (!Files.isRegularFile(file.path())) {
				passOverWhatIsNoFile(file, execution);
				return;
			}
			Optional<Print> print = print(file);
			if (print.isPresent()) {
				publish(file, print.get());
			}
			else {
				passOverWhatChanges(file);
			}
		}
		catch (ChangedWhileRead ex) {
			passOverWhatChanges(file);
		}
		catch (IOException ex) {
			leave(file, execution, OutcomeFormatter.unreadable("found " + FileTrouble.inWords(ex)));
		}
		catch (UncheckedIOException ex) {
			leave(file, execution, OutcomeFormatter.unreadable("found " + FileTrouble.inWords(ex)));
		}
		catch (OutOfMemoryError ex) {
			logger.error("{} was left for later, because the memory was used up", file.fileName(), ex);
			leave(file, execution, OutcomeFormatter.unreadable(OutcomeFormatter.TOO_LITTLE_MEMORY));
		}
		catch (DataAccessResourceFailureException | TransientDataAccessException | RecoverableDataAccessException ex) {
			leave(file, execution, OutcomeFormatter.notStored(ex));
			// One that came later, stored before it, would count as the earlier of the
			// two.
			Interruption.end(step, "that the database took no more");
		}
	}

	/** As it was taken when the file was received, if nobody has written to it since. */
	private static Optional<Print> print(RunFile file) throws IOException {
		Print taken = file.print();
		return (taken != null && taken.isOf(file.path())) ? Optional.of(taken) : Print.of(file.path());
	}

	private void publish(RunFile file, Print print) throws IOException {
		int attempts = this.deliveries.attempts(print.sha256());
		Sender sender = this.uploads.senderOf(print.sha256());
		Optional<Delivery> earlier = (attempts > 0 && !file.again())
				? this.deliveries.find(print.sha256(), attempts).filter((each) -> !this.log.mayBeSaidNow(each, sender))
				: Optional.empty();
		ReceivedFile received = file.received(print, earlier.isPresent() ? attempts : attempts + 1,
				this.archive.isInInbox(file.path()) ? FileStamp.identity(file.path()) : null, sender);
		if (earlier.isPresent()) {
			this.log.addArrival(earlier.get().id(), received);
			this.files.published(file, print, earlier.get().id(), true);
		}
		else {
			this.files.published(file, print, publishUnlessItChanges(file, print, received), false);
		}
		this.ahead.forget(file);
	}

	private DeliveryId publishUnlessItChanges(RunFile file, Print print, ReceivedFile received) {
		try {
			return Objects.requireNonNull(this.undoable.execute((status) -> {
				DeliveryId delivery = this.importer.publish(file, received);
				if (!isUnchanged(file.path(), print)) {
					throw new ChangedWhileRead();
				}
				return delivery;
			}));
		}
		catch (ChangedWhileRead | DataAccessResourceFailureException | TransientDataAccessException
				| RecoverableDataAccessException | TransactionException ex) {
			throw ex;
		}
		catch (RuntimeException | StackOverflowError ex) {
			return refuse(received, ex);
		}
	}

	/**
	 * A file that the reader or the store cannot cope with must not come up again every
	 * night: it is refused, unless it is the disk or the database that fails.
	 */
	private DeliveryId refuse(ReceivedFile file, Throwable failure) {
		if (failure instanceof UncheckedIOException trouble && FileTrouble.isPassing(trouble)) {
			throw trouble;
		}
		logger.error("{} could not be read because of a fault in this program", file.fileName(), failure);
		return this.importer.refuse(file,
				("Expected a file that this program can read, found one on which it fails (%s). Nothing of it was"
						+ " published. Report the fault with the log of this moment; once it is mended, import the"
						+ " file again with --again.")
					.formatted(failure.getClass().getSimpleName()));
	}

	/** A disk that is away takes its folders with it; a file alone was taken away. */
	private void passOverWhatIsNoFile(RunFile file, long execution) {
		boolean there = Files.exists(file.path());
		this.ahead.forget(file);
		Path folder = Objects.requireNonNull(file.path().getParent(), "A file lies in a folder");
		if (file.named()) {
			this.files.passOver(file, OutcomeFormatter.unusable(there ? "found a folder or a device" : "found none"));
		}
		else if (Files.isDirectory(folder)) {
			logger.info("{} was taken out of the inbox", file.fileName());
			this.files.passOver(file, null);
		}
		else {
			leave(file, execution, OutcomeFormatter.unreadable("found nothing there"));
		}
	}

	private void passOverWhatChanges(RunFile file) {
		this.ahead.forget(file);
		logger.info("{} is still being written and is left for the next time", file.fileName());
		this.files.passOver(file, file.named() ? OutcomeFormatter.CHANGING : null);
	}

	private void leave(RunFile file, long execution, String because) {
		this.files.leave(file, execution, because);
	}

	private static boolean isUnchanged(Path file, Print print) {
		try {
			return print.isOf(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static final class ChangedWhileRead extends RuntimeException {

		private static final long serialVersionUID = 1L;

		ChangedWhileRead() {
			super("The file changed while it was read");
		}

	}

}
