package org.jfpmonitor.intake.reading;

import java.time.Duration;
import java.util.Optional;

import org.jfpmonitor.intake.received.RunFile;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The store of what was read ahead, until it is published. */
@Repository
class Readings {

	private final JdbcClient jdbc;

	Readings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps what was read of the file in place of an earlier reading; nothing if it has
	 * been published meanwhile.
	 * @param basis what the reading depends on
	 */
	void keep(RunFile file, String basis, RecordedReading reading) {
		this.jdbc.sql("""
				insert into run_reading (run, number, basis, content, took_millis)
				select run, number, :basis, :content, :took from run_file
				 where run = :run and number = :number and delivery is null and not done
				   for update
				    on conflict (run, number) do update
				   set basis = excluded.basis, content = excluded.content, took_millis = excluded.took_millis
				""")
			.param("basis", basis)
			.param("content", reading.content())
			.param("took", reading.took().toMillis())
			.param("run", file.run())
			.param("number", file.number())
			.update();
	}

	/** What was read of the file on the same basis, if anything was. */
	Optional<RecordedReading> find(RunFile file, String basis) {
		return this.jdbc.sql(
				"select content, took_millis from run_reading where run = :run and number = :number and basis = :basis")
			.param("run", file.run())
			.param("number", file.number())
			.param("basis", basis)
			.query((row, number) -> new RecordedReading(row.getBytes("content"),
					Duration.ofMillis(row.getLong("took_millis"))))
			.optional();
	}

	/**
	 * Takes back requests that a dead process made and nobody has come to. To be used by
	 * the holder of the run's lock only.
	 */
	void withdrawRequests() {
		this.jdbc.sql("""
				delete from int_channel_message
				 where ctid in (select ctid from int_channel_message for update skip locked)
				""").update();
	}

	/** How many files that the job handed out to be read are not at their end. */
	long unfinishedPartitions(long jobExecution) {
		return this.jdbc.sql("""
				select count(*) from batch_step_execution
				 where job_execution_id = :execution and step_name like :partitions
				   and status in ('STARTING', 'STARTED', 'STOPPING')
				""")
			.param("execution", jobExecution)
			.param("partitions", ReadFile.NAME + ":%")
			.query(Long.class)
			.single();
	}

	/** Forgets what was read of the file. */
	void remove(RunFile file) {
		this.jdbc.sql("delete from run_reading where run = :run and number = :number")
			.param("run", file.run())
			.param("number", file.number())
			.update();
	}

}
