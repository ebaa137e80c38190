package org.jfpmonitor.store;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Starts a Spring Batch job, or takes it up from whatever state a crash has left it in.
 * To be used only by whoever holds the {@link RunLock}: then an execution that is found
 * running is a dead one's. The steps must be safe to start again.
 */
@Component
public class RestartableJob {

	private static final Logger logger = LoggerFactory.getLogger(RestartableJob.class);

	private static final int MOST_ATTEMPTS = 10;

	private final JobOperator operator;

	private final JobRepository repository;

	RestartableJob(JobOperator operator, JobRepository repository) {
		this.operator = operator;
		this.repository = repository;
	}

	/**
	 * Runs the job to its end, from where an earlier start of it stopped.
	 * @throws IllegalStateException when it was completed before
	 */
	public JobExecution run(Job job, JobParameters parameters) {
		makeStartable(job.getName(), parameters);
		try {
			return this.operator.start(job, parameters);
		}
		catch (JobInstanceAlreadyCompleteException | JobExecutionAlreadyRunningException | JobRestartException
				| InvalidJobParametersException ex) {
			throw new IllegalStateException(job.getName() + " with " + parameters + " cannot be started", ex);
		}
	}

	/** What the executions that a crash left running were started with. */
	public List<JobParameters> leftRunning(Job job) {
		return this.repository.findRunningJobExecutions(job.getName())
			.stream()
			.map(JobExecution::getJobParameters)
			.toList();
	}

	/**
	 * A kill between the two transactions that make a job leaves one without an
	 * execution. A lost connection leaves one whose end is not known, or one that has
	 * failed in a step that seems to run. Batch starts none of them again.
	 */
	private void makeStartable(String name, JobParameters parameters) {
		JobInstance instance = this.repository.getJobInstance(name, parameters);
		if (instance == null) {
			return;
		}
		if (this.repository.getJobExecutions(instance).isEmpty()) {
			this.repository.deleteJobInstance(instance);
		}
		for (int attempt = 1; !settle(instance, attempt == MOST_ATTEMPTS); attempt++) {
			logger.debug("A step of {} came to its end just now", name);
		}
	}

	/**
	 * Another process may be at work on a part of a step and write its end meanwhile.
	 * @return whether none did
	 */
	private boolean settle(JobInstance instance, boolean last) {
		try {
			this.repository.getJobExecutions(instance).forEach(this::settle);
			return true;
		}
		catch (OptimisticLockingFailureException ex) {
			if (last) {
				throw ex;
			}
			return false;
		}
	}

	private void settle(JobExecution execution) {
		if (execution.getStatus().isRunning()) {
			this.operator.recover(execution);
		}
		for (StepExecution step : execution.getStepExecutions()) {
			if (step.getStatus() == BatchStatus.UNKNOWN || step.getStatus().isRunning()) {
				step.setStatus(BatchStatus.FAILED);
				step.setEndTime(LocalDateTime.now(ZoneId.systemDefault()));
				this.repository.update(step);
			}
		}
		if (execution.getStatus() == BatchStatus.UNKNOWN) {
			execution.setStatus(BatchStatus.FAILED);
			execution.setEndTime(LocalDateTime.now(ZoneId.systemDefault()));
			this.repository.update(execution);
		}
	}

}
