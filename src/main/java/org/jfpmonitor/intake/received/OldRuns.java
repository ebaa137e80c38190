package org.jfpmonitor.intake.received;

import java.time.Instant;
import java.util.Collection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What need not be remembered of runs that are finished. The deliveries stay. */
@Repository
public class OldRuns {

	private final JdbcClient jdbc;

	OldRuns(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Forgets which files the runs received, and how far each came.
	 * @param finished the numbers of runs of which nothing is left undone
	 * @return how many files
	 */
	public int forgetFiles(Collection<Long> finished) {
		return finished.isEmpty() ? 0
				: this.jdbc.sql("delete from run_file where run in (:runs)").param("runs", finished).update();
	}

	/**
	 * Forgets what was read ahead of files whose turn has passed; usually nothing, as it
	 * goes with the file.
	 * @return of how many files
	 */
	public int forgetReadings() {
		return this.jdbc.sql("""
				delete from run_reading reading using run_file file
				 where file.run = reading.run and file.number = reading.number
				   and (file.done or file.delivery is not null)
				""").update();
	}

	/**
	 * Forgets requests to read files that nobody has come to since the moment.
	 * @return how many
	 */
	public int forgetRequests(Instant before) {
		return this.jdbc
			.sql("""
					delete from int_channel_message
					 where ctid in (select ctid from int_channel_message where created_date < :before for update skip locked)
					""")
			.param("before", before.toEpochMilli())
			.update();
	}

	/**
	 * Forgets which files were handed out to be read by runs that are completed.
	 * @return how many
	 */
	@Transactional
	public int forgetPartitions() {
		String old = """
				select step.step_execution_id from batch_step_execution step
				       join batch_job_execution execution using (job_execution_id)
				       join batch_job_execution last on last.job_instance_id = execution.job_instance_id
				 where step.step_name like 'readFile:%' and last.status = 'COMPLETED'
				""";
		this.jdbc.sql("delete from batch_step_execution_context where step_execution_id in (" + old + ")").update();
		return this.jdbc.sql("delete from batch_step_execution where step_execution_id in (" + old + ")").update();
	}

}
