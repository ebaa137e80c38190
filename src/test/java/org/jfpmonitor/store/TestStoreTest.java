package org.jfpmonitor.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.jfpmonitor.store.embedded.EmbeddedStore;
import org.junit.jupiter.api.Test;
import org.postgresql.jdbc.PgConnection;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What the application finds in its store when another database is named. */
@SpringBootTest(classes = StoreAlone.class, properties = "management.endpoint.health.validate-group-membership=false")
@TestStore
class TestStoreTest {

	@Autowired
	private ApplicationContext application;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private DataSource dataSource;

	@Autowired
	private JobOperator jobs;

	@Autowired
	private JobRepository history;

	@Test
	void startsNoServerOfItsOwnWhenADatabaseIsNamed() {
		assertThat(this.application.getBeansOfType(EmbeddedStore.class)).isEmpty();
	}

	@Test
	void makesTheTablesOfJobs() {
		assertThat(this.jdbc.sql("SELECT count(*) FROM batch_job_instance").query(Integer.class).single()).isZero();
	}

	@Test
	void tellsTheServerWhoIsAsking() {
		assertThat(this.jdbc.sql("SHOW application_name").query(String.class).single()).isEqualTo("jfp-monitor");
	}

	@Test
	void sendsBatchedInsertsInOneRoundTrip() throws SQLException {
		try (Connection connection = this.dataSource.getConnection()) {
			assertThat(connection.unwrap(PgConnection.class).getQueryExecutor().isReWriteBatchedInsertsEnabled())
				.isTrue();
		}
	}

	@Test
	void runsAJobInTheThreadThatStartsItAndKeepsItsHistory() throws Exception {
		List<Thread> threads = new ArrayList<>();
		Job job = new JobBuilder("told", this.history)
			.start(new StepBuilder("once", this.history).tasklet((contribution, context) -> {
				threads.add(Thread.currentThread());
				return RepeatStatus.FINISHED;
			}).build())
			.build();
		JobExecution execution = this.jobs.start(job, new JobParameters());
		assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(threads).containsExactly(Thread.currentThread());
		assertThat(this.jdbc.sql("SELECT status FROM batch_job_execution WHERE job_execution_id = :id")
			.param("id", execution.getId())
			.query(String.class)
			.list()).containsExactly("COMPLETED");
	}

}
