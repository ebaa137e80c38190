package org.jfpmonitor.intake.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Deliveries whose files have been kept long enough, and what Spring Batch remembers of
 * their imports. The deliveries themselves stay.
 */
@Repository
public class OldDeliveries {

	private static final String BY_LAYOUT = ":layout = any(string_to_array(layout, ', '))";

	private static final String NEVER_PUBLISHED = """
			not exists (select from delivery other where other.sha256 = delivery.sha256 and other.state = 'published')
			""";

	private final JdbcClient jdbc;

	OldDeliveries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Bytes that were published by the layout, alone or with others that read other
	 * sheets, and have not come again since the moment.
	 */
	public List<Filed> published(String layout, Instant before) {
		return filed("state = 'published' and " + BY_LAYOUT, layout, before);
	}

	/**
	 * Bytes that were refused, however often they were read, and not come again since.
	 */
	public List<Filed> refused(Instant before) {
		return filed(":layout = '' and " + NEVER_PUBLISHED, "", before);
	}

	/** Likewise those that the layout refused. */
	public List<Filed> refused(String layout, Instant before) {
		return filed(BY_LAYOUT + " and " + NEVER_PUBLISHED, layout, before);
	}

	private List<Filed> filed(String which, String layout, Instant before) {
		return this.jdbc.sql("""
				select distinct delivery.sha256, arrival.file_name
				  from delivery join arrival on arrival.delivery = delivery.id
				 where %s
				   and not exists (select from delivery later join arrival on arrival.delivery = later.id
				                    where later.sha256 = delivery.sha256 and arrival.arrived_at >= :before)
				""".formatted(which))
			.param("layout", layout)
			.param("before", before.atOffset(ZoneOffset.UTC))
			.query((row, number) -> new Filed(row.getString("sha256"), row.getString("file_name")))
			.list();
	}

	/**
	 * Forgets the imports that were completed before the moment.
	 * @return how many
	 */
	public int forgetImports(Instant before) {
		return this.jdbc.sql("""
				with instance as (
				    select job_instance_id as id from batch_job_instance
				     where not exists (select from batch_job_execution execution
				                        where execution.job_instance_id = batch_job_instance.job_instance_id
				                          and (execution.create_time >= :before or execution.end_time is null))
				       and exists (select from batch_job_execution execution
				                    where execution.job_instance_id = batch_job_instance.job_instance_id
				                      and execution.status = 'COMPLETED')
				), execution as (
				    select job_execution_id as id from batch_job_execution
				     where job_instance_id in (select id from instance)
				), step as (
				    select step_execution_id as id from batch_step_execution
				     where job_execution_id in (select id from execution)
				), step_contexts as (
				    delete from batch_step_execution_context where step_execution_id in (select id from step)
				), contexts as (
				    delete from batch_job_execution_context where job_execution_id in (select id from execution)
				), parameters as (
				    delete from batch_job_execution_params where job_execution_id in (select id from execution)
				), steps as (
				    delete from batch_step_execution where step_execution_id in (select id from step)
				), executions as (
				    delete from batch_job_execution where job_execution_id in (select id from execution)
				)
				delete from batch_job_instance where job_instance_id in (select id from instance)
				""").param("before", before.atZone(ZoneId.systemDefault()).toLocalDateTime()).update();
	}

	/**
	 * Bytes that were put into the archive or among the refused.
	 *
	 * @param sha256 their fingerprint, in hexadecimal
	 * @param fileName a name under which they arrived, without folders
	 */
	public record Filed(String sha256, String fileName) {

	}

}
