package org.jfpmonitor.intake.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.InvalidJobParametersException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobExecutionAlreadyRunningException;
import org.springframework.batch.core.launch.JobInstanceAlreadyCompleteException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.JobRestartException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/**
 * Starts the job {@code importExtract} and takes up what dead instances left of it. To be
 * used only by whoever holds the lock: then every execution that is found running is a
 * dead one's.
 */
@Component
class ImportJob {

	/** The job's name in the job repository. */
	public static final String NAME = "importExtract";

	private final JobOperator operator;

	private final JobRepository repository;

	private final Job importExtract;

	ImportJob(JobOperator operator, JobRepository repository, Job importExtract) {
		this.operator = operator;
		this.repository = repository;
		this.importExtract = importExtract;
	}

	/**
	 * Runs the job to its end, from where an earlier start of it stopped.
	 * @throws IllegalStateException when it was completed before
	 */
	JobExecution run(ImportOrder order) {
		JobParameters parameters = order.toParameters();
		makeStartable(parameters);
		try {
			return this.operator.start(this.importExtract, parameters);
		}
		catch (JobInstanceAlreadyCompleteException | JobExecutionAlreadyRunningException | JobRestartException
				| InvalidJobParametersException ex) {
			throw new IllegalStateException("The import of " + order.fileName() + " cannot be started", ex);
		}
	}

	/**
	 * Whether the job that made a delivery was completed, the filing away included; also
	 * when that is so long ago that nothing is kept of it.
	 */
	boolean isComplete(ImportOrder order) {
		JobInstance instance = this.repository.getJobInstance(NAME, order.toParameters());
		return instance == null || this.repository.getJobExecutions(instance)
			.stream()
			.anyMatch((execution) -> execution.getStatus() == BatchStatus.COMPLETED);
	}

	/** Marks what dead instances left running as failed, and says what it was. */
	List<ImportOrder> recover() {
		List<ImportOrder> orders = new ArrayList<>();
		for (JobExecution execution : this.repository.findRunningJobExecutions(NAME)) {
			orders.add(ImportOrder.of(execution.getJobParameters()));
			this.operator.recover(execution);
		}
		return orders;
	}

	/** What a step left word of, if it did. */
	static Optional<String> word(JobExecution execution, String key) {
		return execution.getStepExecutions()
			.stream()
			.filter((step) -> step.getExecutionContext().containsKey(key))
			.map((step) -> step.getExecutionContext().getString(key))
			.reduce((first, last) -> last);
	}

	/**
	 * A kill between the two transactions that make a job leaves one without an
	 * execution, and a lost connection leaves one whose end is not known. Batch starts
	 * neither again; here both may be, because what a job publishes is in the store whole
	 * or not at all.
	 */
	private void makeStartable(JobParameters parameters) {
		JobInstance instance = this.repository.getJobInstance(NAME, parameters);
		if (instance == null) {
			return;
		}
		List<JobExecution> executions = this.repository.getJobExecutions(instance);
		if (executions.isEmpty()) {
			this.repository.deleteJobInstance(instance);
		}
		executions.forEach(this::settle);
	}

	private void settle(JobExecution execution) {
		if (execution.getStatus().isRunning()) {
			this.operator.recover(execution);
		}
		for (StepExecution step : execution.getStepExecutions()) {
			if (step.getStatus() == BatchStatus.UNKNOWN) {
				step.setStatus(BatchStatus.FAILED);
				this.repository.update(step);
			}
		}
		if (execution.getStatus() == BatchStatus.UNKNOWN) {
			execution.setStatus(BatchStatus.FAILED);
			this.repository.update(execution);
		}
	}

}
