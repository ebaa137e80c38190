package org.jfpmonitor.intake.run;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

import org.jfpmonitor.intake.ImportOrder;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.intake.delivery.JdbcDeliveries;
import org.jfpmonitor.intake.inbox.FileArchive;
import org.jfpmonitor.intake.inbox.FileTrouble;
import org.jfpmonitor.intake.received.RunFile.Print;
import org.jfpmonitor.intake.received.RunFile;
import org.jfpmonitor.intake.received.RunFiles;
import org.jfpmonitor.store.RunLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * Takes the files of a run's deliveries to where they belong; may be done again at any
 * point.
 */
@Component
class FileAwayStep implements Tasklet {

	private static final Logger logger = LoggerFactory.getLogger(FileAwayStep.class);

	private final RunFiles files;

	private final JdbcDeliveries deliveries;

	private final FileArchive archive;

	private final RunLock lock;

	FileAwayStep(RunFiles files, JdbcDeliveries deliveries, FileArchive archive, RunLock lock) {
		this.files = files;
		this.deliveries = deliveries;
		this.archive = archive;
		this.lock = lock;
	}

	/** Called once for each file, in a transaction that ends with the call. */
	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) {
		StepExecution step = contribution.getStepExecution();
		long execution = step.getJobExecutionId();
		if (Interruption.isDue(step, this.lock)) {
			return RepeatStatus.FINISHED;
		}
		Optional<RunFile> next = this.files.nextToFileAway(ImportOrder.of(step.getJobParameters()).run(), execution);
		if (next.isEmpty()) {
			return RepeatStatus.FINISHED;
		}
		RunFile file = next.get();
		try {
			fileAway(file);
			this.files.filed(file);
		}
		catch (IOException ex) {
			logger.debug("Filing {} away did not work", file.fileName(), ex);
			this.files.leave(file, execution, FileTrouble.inWords(ex));
		}
		return RepeatStatus.CONTINUABLE;
	}

	private void fileAway(RunFile file) throws IOException {
		Delivery delivery = this.deliveries.find(Objects.requireNonNull(file.delivery())).orElseThrow();
		Delivery.Outcome state = this.deliveries.state(delivery.sha256());
		Print print = Objects.requireNonNull(file.print(), "What is published was fingerprinted");
		if (!file.known()) {
			this.archive.file(delivery, state, file.path(), print.seen());
		}
		else if (this.archive.isInInbox(file.path())) {
			this.archive.fileRepeat(delivery, state, file.path(), print.seen());
		}
	}

}
