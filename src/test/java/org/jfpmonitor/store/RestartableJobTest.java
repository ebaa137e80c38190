package org.jfpmonitor.store;

import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.jfpmonitor.EveryCase.Cases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

	/** What is being written when a process ends; nothing here ever abandons a job. */
	private static final List<BatchStatus> LEFT = List.of(BatchStatus.STARTING, BatchStatus.STARTED,
			BatchStatus.STOPPING, BatchStatus.STOPPED, BatchStatus.FAILED, BatchStatus.UNKNOWN);

	private static final String OF_THE_LAST = "job_execution_id = (select max(job_execution_id) from batch_job_execution)";

	private static final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private static long runs;

	/** Of a job instance that no other test has. */
	private final JobParameters parameters = new JobParametersBuilder().addLong("run", ++runs).toJobParameters();

	private boolean fails = true;

	@BeforeAll
	static void open() {
		DataSource database = TestDatabase.create().dataSource();
		context.registerBean(DataSource.class, () -> database);
		context.register(TestJdbc.class, BatchConfiguration.class, RestartableJob.class);
		context.refresh();
	}

	@AfterAll
	static void close() {
		context.close();
	}

	static Stream<Arguments> pairs() {
		return Cases.oneIn(3,
				LEFT.stream()
					.flatMap((job) -> Stream.concat(LEFT.stream(), Stream.of(BatchStatus.COMPLETED))
						.flatMap((step) -> Stream.of(Arguments.of(job, step, true), Arguments.of(job, step, false)))));
	}

	@ParameterizedTest
	@MethodSource("pairs")
	void startsFromAnyPairOfStates(BatchStatus job, BatchStatus step, boolean ended) {
		RestartableJob jobs = context.getBean(RestartableJob.class);
		jobs.run(job(), this.parameters);
		set("batch_job_execution", job, ended);
		set("batch_step_execution", step, ended);
		this.fails = false;

		assertThat(jobs.run(job(), this.parameters).getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(jobs.leftRunning(job())).isEmpty();
	}

	@Test
	void startsAnInstanceThatWasNeverExecuted() {
		this.fails = false;
		repository().createJobInstance("run", this.parameters);

		assertThat(context.getBean(RestartableJob.class).run(job(), this.parameters).getStatus())
			.isEqualTo(BatchStatus.COMPLETED);
	}

	@Test
	void startsAnExecutionThatCameToNoStep() {
		RestartableJob jobs = context.getBean(RestartableJob.class);
		jobs.run(job(), this.parameters);
		jdbc()
			.sql("delete from batch_step_execution_context where step_execution_id in (select step_execution_id"
					+ " from batch_step_execution where " + OF_THE_LAST + ")")
			.update();
		jdbc().sql("delete from batch_step_execution where " + OF_THE_LAST).update();
		set("batch_job_execution", BatchStatus.STARTING, false);
		this.fails = false;

		assertThat(jobs.leftRunning(job())).hasSize(1);
		assertThat(jobs.run(job(), this.parameters).getStatus()).isEqualTo(BatchStatus.COMPLETED);
	}

	private Job job() {
		return new JobBuilder("run", repository())
			.start(new StepBuilder("work", repository()).tasklet((contribution, chunk) -> {
				if (this.fails) {
					contribution.getStepExecution().setTerminateOnly();
				}
				return RepeatStatus.FINISHED;
			}, context.getBean(PlatformTransactionManager.class)).allowStartIfComplete(true).build())
			.build();
	}

	private void set(String table, BatchStatus status, boolean ended) {
		jdbc()
			.sql("update %s set status = :status, exit_code = 'UNKNOWN', end_time = %s where %s".formatted(table,
					ended ? "now()" : "null", OF_THE_LAST))
			.param("status", status.name())
			.update();
	}

	private JobRepository repository() {
		return context.getBean(JobRepository.class);
	}

	private JdbcClient jdbc() {
		return context.getBean(JdbcClient.class);
	}

}
