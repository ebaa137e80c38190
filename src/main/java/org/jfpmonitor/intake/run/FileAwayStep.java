package org.jfpmonitor.intake.run;

import java.io.IOException;

import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.intake.delivery.JdbcDeliveries;
import org.jfpmonitor.intake.inbox.FileArchive;
import org.jfpmonitor.intake.inbox.FileTrouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Takes the file of a delivery to where it belongs; may be done again at any point. */
@Component
class FileAwayStep implements Tasklet {

	/** Key to why the file is not where it belongs. */
	static final String NOT_FILED_BECAUSE = "notFiledBecause";

	private static final Logger logger = LoggerFactory.getLogger(FileAwayStep.class);

	private final JdbcDeliveries deliveries;

	private final FileArchive archive;

	FileAwayStep(JdbcDeliveries deliveries, FileArchive archive) {
		this.deliveries = deliveries;
		this.archive = archive;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) {
		StepExecution step = contribution.getStepExecution();
		ImportOrder order = ImportOrder.of(step.getJobParameters());
		Delivery delivery = this.deliveries.find(order.sha256(), order.attempt()).orElseThrow();
		step.getExecutionContext().remove(NOT_FILED_BECAUSE);
		try {
			this.archive.file(delivery, this.deliveries.state(order.sha256()), order.file(),
					ImportJob.word(step.getJobExecution(), PublishStep.SEEN).orElse(null));
		}
		catch (IOException ex) {
			logger.debug("FileArchive {} did not work", order.fileName(), ex);
			step.getExecutionContext().putString(NOT_FILED_BECAUSE, FileTrouble.inWords(ex));
			step.setTerminateOnly();
		}
		return RepeatStatus.FINISHED;
	}

}
