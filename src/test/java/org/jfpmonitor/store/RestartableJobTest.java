package org.jfpmonitor.store;

import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a crash has left in the job repository, the job can be started again. */
class RestartableJobTest {

	private static final JobParameters PARAMETERS = new JobParametersBuilder().addLong("run", 1L).toJobParameters();

	/** What is being written when a process ends; nothing here ever abandons a job. */
	private static final List<BatchStatus> LEFT = List.of(BatchStatus.STARTING, BatchStatus.STARTED,
			BatchStatus.STOPPING, BatchStatus.STOPPED, BatchStatus.FAILED, BatchStatus.UNKNOWN);

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private boolean fails = true;

	RestartableJobTest() {
		DataSource database = TestDatabase.create().dataSource();
		this.context.registerBean(DataSource.class, () -> database);
		this.context.register(TestJdbc.class, BatchConfiguration.class, RestartableJob.class);
		this.context.refresh();
	}

	@AfterEach
	void close() {
		this.context.close();
	}

	static Stream<Arguments> pairs() {
		return LEFT.stream()
			.flatMap((job) -> Stream.concat(LEFT.stream(), Stream.of(BatchStatus.COMPLETED))
				.flatMap((step) -> Stream.of(Arguments.of(job, step, true), Arguments.of(job, step, false))));
	}

	@ParameterizedTest
	@MethodSource("pairs")
	void startsFromAnyPairOfStates(BatchStatus job, BatchStatus step, boolean ended) {
		RestartableJob jobs = this.context.getBean(RestartableJob.class);
		jobs.run(job(), PARAMETERS);
		set("batch_job_execution", job, ended);
		set("batch_step_execution", step, ended);
		this.fails = false;

		assertThat(jobs.run(job(), PARAMETERS).getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(jobs.leftRunning(job())).isEmpty();
	}

	@Test
	void startsAnInstanceThatWasNeverExecuted() {
		this.fails = false;
		repository().createJobInstance("run", PARAMETERS);

		assertThat(this.context.getBean(RestartableJob.class).run(job(), PARAMETERS).getStatus())
			.isEqualTo(BatchStatus.COMPLETED);
	}

	@Test
	void startsAnExecutionThatCameToNoStep() {
		RestartableJob jobs = this.context.getBean(RestartableJob.class);
		jobs.run(job(), PARAMETERS);
		jdbc().sql("delete from batch_step_execution_context").update();
		jdbc().sql("delete from batch_step_execution").update();
		set("batch_job_execution", BatchStatus.STARTING, false);
		this.fails = false;

		assertThat(jobs.leftRunning(job())).hasSize(1);
		assertThat(jobs.run(job(), PARAMETERS).getStatus()).isEqualTo(BatchStatus.COMPLETED);
	}

	private Job job() {
		return new JobBuilder("run", repository())
			.start(new StepBuilder("work", repository()).tasklet((contribution, chunk) -> {
				if (this.fails) {
					contribution.getStepExecution().setTerminateOnly();
				}
				return RepeatStatus.FINISHED;
			}, this.context.getBean(PlatformTransactionManager.class)).allowStartIfComplete(true).build())
			.build();
	}

	private void set(String table, BatchStatus status, boolean ended) {
		jdbc()
			.sql("update %s set status = :status, exit_code = 'UNKNOWN', end_time = %s".formatted(table,
					ended ? "now()" : "null"))
			.param("status", status.name())
			.update();
	}

	private JobRepository repository() {
		return this.context.getBean(JobRepository.class);
	}

	private JdbcClient jdbc() {
		return this.context.getBean(JdbcClient.class);
	}

}
