package org.jfpmonitor.store;

import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Two who wait for an answer that does not come: a page and a run. */
class PromptDataSourceTest {

	private final TestDatabase database = TestDatabase.create();

	@Test
	void cutsOffWhomSomebodyWaitsForAndAllOthersLater() {
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setDataSource(this.database.dataSource());
			PromptDataSource prompt = new PromptDataSource(pool);
			JdbcClient jdbc = JdbcClient.create(prompt);
			CompletableFuture<Throwable> page = waiting(() -> {
				PromptDataSource.somebodyWaits(true);
				jdbc.sql("select pg_sleep(600)").query().singleRow();
			});
			CompletableFuture<Throwable> run = waiting(() -> jdbc.sql("select pg_sleep(600)").query().singleRow());
			awaitBoth();

			prompt.cutOff(false);

			assertThat(page.orTimeout(1, TimeUnit.MINUTES).join()).isInstanceOf(DataAccessException.class);
			assertThat(run).isNotDone();
			prompt.cutOff(true);
			assertThat(run.orTimeout(1, TimeUnit.MINUTES).join()).isInstanceOf(DataAccessException.class);
			assertThat(jdbc.sql("select 1").query(Integer.class).single()).as("whoever asks next").isEqualTo(1);
		}
	}

	@Test
	void leavesAloneWhatWasGivenBack() {
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setDataSource(this.database.dataSource());
			pool.setMaximumPoolSize(1);
			PromptDataSource prompt = new PromptDataSource(pool);
			JdbcClient jdbc = JdbcClient.create(prompt);
			int session = jdbc.sql("select pg_backend_pid()").query(Integer.class).single();

			prompt.cutOff(true);

			assertThat(jdbc.sql("select pg_backend_pid()").query(Integer.class).single()).isEqualTo(session);
		}
	}

	@Test
	void saysWhyThereIsNoConnection() {
		try (HikariDataSource pool = new HikariDataSource()) {
			pool.setDataSource(this.database.dataSource());
			PromptDataSource prompt = new PromptDataSource(pool);
			prompt.refuse("it is being moved");
			assertThatExceptionOfType(SQLTransientConnectionException.class).isThrownBy(prompt::getConnection)
				.withMessage("The database does not answer: it is being moved");
		}
	}

	/** What its waiting ends with. */
	private static CompletableFuture<Throwable> waiting(Runnable work) {
		return CompletableFuture.runAsync(work, (task) -> new Thread(task, "waits").start())
			.handle((nothing, failure) -> (failure != null) ? failure.getCause() : null);
	}

	private void awaitBoth() {
		JdbcClient elsewhere = JdbcClient.create(this.database.dataSource());
		while (elsewhere.sql("""
				select count(*) from pg_stat_activity
				 where datname = current_database() and wait_event = 'PgSleep'
				""").query(Long.class).single() < 2) {
			Thread.onSpinWait();
		}
	}

}
