package org.jfpmonitor.schedule;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.intake.ImportOrder;
import org.jfpmonitor.intake.Intake;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Finishes a run if nothing that it received is left undone, or else stops it. */
@Component
class FinishStep implements Tasklet {

	private final Intake intake;

	private final RunLog runs;

	private final Today today;

	FinishStep(Intake intake, RunLog runs, Today today) {
		this.intake = intake;
		this.runs = runs;
		this.today = today;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) {
		RunEntry run = this.runs.get(ImportOrder.of(contribution.getStepExecution().getJobParameters()).run());
		if (this.intake.undone(run.id()) > 0) {
			contribution.getStepExecution().setTerminateOnly();
		}
		else {
			long refused = this.intake.outcomes(run.id(), "").stream().filter((outcome) -> !outcome.isClean()).count();
			this.runs.finished(run.id(), run.isReplayed() ? run.startedAt() : this.today.now(), refused);
		}
		return RepeatStatus.FINISHED;
	}

}
