package org.jfpmonitor.schedule;

import java.util.Objects;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.intake.ImportOrder;
import org.jfpmonitor.intake.Intake;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * Assesses the plan once a run's files are in the store, and again only if more came in
 * since. The mails about what is new are written in the same transaction; the outbox
 * sends them, so that no run waits for a mail server.
 */
@Component
class AssessStep implements Tasklet {

	private final Assessments assessments;

	private final Intake intake;

	private final RunLog runs;

	private final Today today;

	AssessStep(Assessments assessments, Intake intake, RunLog runs, Today today) {
		this.assessments = assessments;
		this.intake = intake;
		this.runs = runs;
		this.today = today;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) {
		RunEntry run = this.runs.get(ImportOrder.of(contribution.getStepExecution().getJobParameters()).run());
		long published = this.intake.published(run.id());
		if (!Objects.equals(run.assessed(), published)) {
			this.assessments.record(run.assessedAsOf(this.today.day()), run.quiet());
			this.runs.assessed(run.id(), published);
		}
		return RepeatStatus.FINISHED;
	}

}
