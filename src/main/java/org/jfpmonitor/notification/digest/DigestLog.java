package org.jfpmonitor.notification.digest;

import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.assessment.PlanAssessed;
import org.jfpmonitor.plan.id.PlanId;

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
	 * The deliveries up to this number have been passed on by the runs of the plan
	 * before; before the first run that is the newest there is, because nobody is told of
	 * a history.
	 * @param others the editions of all other plans
	 */
	public long passedOn(List<PlanId> others, long newest) {
		return this.database.sql("select max(newest_delivery) from mail_round where plan <> all (:others)")
			.param("others", words(others))
			.query((row, number) -> (row.getObject(1) != null) ? row.getLong(1) : newest)
			.single();
	}

	/**
	 * Whether the run that is being passed on is the first of its month that tells
	 * anybody of the plan; the first run ever is not, because it tells nobody.
	 * @param others the editions of all other plans
	 */
	public boolean isFirstOfMonth(List<PlanId> others, LocalDate day) {
		return this.database
			.sql("""
					select count(*) > 0
					       and not bool_or(not quiet and date_trunc('month', as_of) = date_trunc('month', cast(:day as date)))
					  from mail_round where plan <> all (:others)
					""")
			.param("others", words(others))
			.param("day", day)
			.query((row, number) -> row.getBoolean(1))
			.single();
	}

	private static String[] words(List<PlanId> plans) {
		return plans.stream().map(PlanId::value).toArray(String[]::new);
	}

	/** Notes that the run has been passed on, with the deliveries up to the number. */
	public void add(PlanAssessed run, long newest) {
		this.database.sql("""
				insert into mail_round (run, plan, as_of, quiet, newest_delivery)
				values (:run, :plan, :asOf, :quiet, :newest)
				""")
			.param("run", run.run())
			.param("plan", run.now().plan().plan().id().value())
			.param("asOf", run.now().asOf())
			.param("quiet", run.quiet())
			.param("newest", newest)
			.update();
	}

}
