package org.jfpmonitor.notification.digest;

import java.time.LocalDate;

import org.jfpmonitor.assessment.PlanAssessed;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each run has passed on what came in, kept in the transaction of its mails. */
@Repository
public class DigestLog {

	private final JdbcClient database;

	DigestLog(JdbcClient database) {
		this.database = database;
	}

	/**
	 * The deliveries up to this number have been passed on by the runs before; before the
	 * first run that is the newest there is, because nobody is told of a history.
	 */
	public long passedOn(long newest) {
		return this.database.sql("select max(newest_delivery) from mail_round")
			.query((row, number) -> (row.getObject(1) != null) ? row.getLong(1) : newest)
			.single();
	}

	/**
	 * Whether the run that is being passed on is the first of its month that tells
	 * anybody; the first run ever is not, because it tells nobody.
	 */
	public boolean isFirstOfMonth(LocalDate day) {
		return this.database
			.sql("""
					select count(*) > 0
					       and not bool_or(not quiet and date_trunc('month', as_of) = date_trunc('month', cast(:day as date)))
					  from mail_round
					""")
			.param("day", day)
			.query((row, number) -> row.getBoolean(1))
			.single();
	}

	/** Notes that the run has been passed on, with the deliveries up to the number. */
	public void add(PlanAssessed run, long newest) {
		this.database.sql("""
				insert into mail_round (run, as_of, quiet, newest_delivery) values (:run, :asOf, :quiet, :newest)
				""")
			.param("run", run.run())
			.param("asOf", run.now().asOf())
			.param("quiet", run.quiet())
			.param("newest", newest)
			.update();
	}

}
