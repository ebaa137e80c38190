package org.jfpmonitor.intake.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import org.jfpmonitor.intake.delivery.JdbcDeliveries;
import org.jfpmonitor.intake.delivery.ReceivedFile;
import org.jfpmonitor.intake.delivery.UploadLog;
import org.jfpmonitor.intake.inbox.FileArchive;
import org.jfpmonitor.intake.inbox.FileStamp;
import org.jfpmonitor.intake.inbox.FileTrouble;
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
 * Recognises, reads, checks and publishes one file in one database transaction. When the
 * delivery is there already, an earlier start got as far as that and nothing is left to
 * do.
 */
@Component
class PublishStep implements Tasklet {

	/** Key to why the file was left where it is. */
	static final String LEFT_BECAUSE = "leftBecause";

	/** The reason that is no trouble: somebody is still writing the file. */
	static final String CHANGED = "changed";

	/** Key to what a look at the file showed when it was read. */
	static final String SEEN = "seen";

	/** It need not be the file's fault: others may be read at the same time. */
	static final String TOO_LITTLE_MEMORY = "found too little memory for it beside what else went on. Where it is the only"
			+ " one that is read, give the service more (-Xmx)";

	private static final Logger logger = LoggerFactory.getLogger(PublishStep.class);

	private final JdbcDeliveries deliveries;

	private final UploadLog uploads;

	private final DeliveryImporter importer;

	private final FileArchive archive;

	private final ImportLock lock;

	private final TransactionTemplate undoable;

	PublishStep(JdbcDeliveries deliveries, UploadLog uploads, DeliveryImporter importer, FileArchive archive,
			ImportLock lock, PlatformTransactionManager transactions) {
		this.deliveries = deliveries;
		this.uploads = uploads;
		this.importer = importer;
		this.archive = archive;
		this.lock = lock;
		this.undoable = new TransactionTemplate(transactions);
		this.undoable.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) {
		StepExecution step = contribution.getStepExecution();
		ImportOrder order = ImportOrder.of(step.getJobParameters());
		step.getExecutionContext().remove(LEFT_BECAUSE);
		if (this.deliveries.find(order.sha256(), order.attempt()).isEmpty()) {
			try {
				FileStamp seen = look(order.file());
				publishUnlessItChanges(order, seen);
				step.getExecutionContext().putString(SEEN, seen.toString());
			}
			catch (ChangedWhileRead ex) {
				leave(step, CHANGED);
			}
			catch (UncheckedIOException ex) {
				leave(step, "found " + FileTrouble.inWords(ex));
			}
			catch (OutOfMemoryError ex) {
				logger.error("{} was left for later, because the memory was used up", order.fileName(), ex);
				leave(step, TOO_LITTLE_MEMORY);
			}
			this.lock.confirm();
		}
		return RepeatStatus.FINISHED;
	}

	private void publishUnlessItChanges(ImportOrder order, FileStamp seen) {
		ReceivedFile file = order.received(this.archive.isInInbox(order.file()) ? identity(order.file()) : null,
				this.uploads.senderOf(order.sha256()));
		try {
			this.undoable.executeWithoutResult((status) -> {
				this.importer.publish(order.file(), file);
				if (!look(order.file()).equals(seen)) {
					throw new ChangedWhileRead();
				}
			});
		}
		catch (ChangedWhileRead | DataAccessResourceFailureException | TransientDataAccessException
				| RecoverableDataAccessException | TransactionException ex) {
			throw ex;
		}
		catch (RuntimeException | StackOverflowError ex) {
			refuse(file, ex);
		}
	}

	/**
	 * A file that the reader or the store cannot cope with must not come up again every
	 * night: it is refused, unless it is the disk or the database that fails.
	 */
	private void refuse(ReceivedFile file, Throwable failure) {
		if (failure instanceof UncheckedIOException trouble && FileTrouble.isPassing(trouble)) {
			throw trouble;
		}
		logger.error("{} could not be read because of a fault in this program", file.fileName(), failure);
		this.importer.refuse(file,
				("Expected a file that this program can read, found one on which it fails (%s). Nothing of it was"
						+ " published. Report the fault with the log of this moment; once it is mended, import the"
						+ " file again with --again.")
					.formatted(failure.getClass().getSimpleName()));
	}

	/** Ends the step so that it starts from the beginning next time. */
	private static void leave(StepExecution step, String reason) {
		step.getExecutionContext().putString(LEFT_BECAUSE, reason);
		step.setTerminateOnly();
	}

	private static String identity(Path file) {
		try {
			return FileStamp.identity(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static FileStamp look(Path file) {
		try {
			return FileStamp.of(file);
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
