package org.jfpmonitor.intake.run;

import org.jfpmonitor.intake.ImportOrder;
import org.jfpmonitor.store.RunLock;

import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * Takes those files of a run to where they belong that are not there since they were
 * published.
 */
@Component
class FileAwayStep implements Tasklet {

	private final FilingAway filing;

	private final RunLock lock;

	FileAwayStep(FilingAway filing, RunLock lock) {
		this.filing = filing;
		this.lock = lock;
	}

	/** Called once for each file, in a transaction that ends with the call. */
	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) {
		StepExecution step = contribution.getStepExecution();
		boolean goesOn = !Interruption.isDue(step, this.lock)
				&& this.filing.next(ImportOrder.of(step.getJobParameters()).run(), step.getJobExecutionId());
		return RepeatStatus.continueIf(goesOn);
	}

}
