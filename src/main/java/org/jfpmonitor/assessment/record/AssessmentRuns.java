package org.jfpmonitor.assessment.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jfpmonitor.assessment.Assessments.Recorded;
import org.jfpmonitor.assessment.Assessments.RecordedRun;
import org.jfpmonitor.assessment.Assessments.RunFinding;
import org.jfpmonitor.assessment.Assessments.RunFindings;
import org.jfpmonitor.assessment.Assessments.RunStandings;
import org.jfpmonitor.assessment.Assessments.Standing;
import org.jfpmonitor.assessment.Change;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The store of runs and of what each found. */
@Repository
class AssessmentRuns {

	private final JdbcClient jdbc;

	private final FindingsWriter findings;

	AssessmentRuns(JdbcClient jdbc, FindingsWriter findings) {
		this.jdbc = jdbc;
		this.findings = findings;
	}

	/**
	 * Lets one transaction at a time record: two instances that did so at once would both
	 * compare with the same run before, and both announce the difference.
	 */
	void waitForTurn() {
		this.jdbc.sql("lock table assessment_run in share row exclusive mode").update();
	}

	/** What the newest run of the plan found, or empty before the first. */
	Optional<PreviousRun> newest(PlanId plan) {
		return this.jdbc.sql("""
				select number, as_of, plan_fingerprint, month_ends from assessment_run
				 where plan = :plan order by number desc limit 1
				""").param("plan", plan.value()).query((row, index) -> {
			long run = row.getLong("number");
			return new PreviousRun(run, row.getObject("as_of", LocalDate.class), row.getString("plan_fingerprint"),
					standingsOf(run), warnedIn(run), RecordFormat.monthEnds(row.getString("month_ends")));
		}).optional();
	}

	/** Adds a run with everything it found, and returns its number. */
	long add(PlanAssessment now, MonthEnds monthEnds, @Nullable PreviousRun before, boolean quiet, Instant at) {
		long run = this.jdbc.sql("""
				insert into assessment_run
				       (plan, plan_version, plan_fingerprint, as_of, quiet, recorded_at, month_ends)
				values (:plan, :version, :fingerprint, :asOf, :quiet, :at, :monthEnds::jsonb)
				returning number
				""")
			.param("plan", now.plan().plan().id().value())
			.param("version", now.plan().number())
			.param("fingerprint", now.plan().fingerprint())
			.param("asOf", now.asOf())
			.param("quiet", quiet)
			.param("at", at.atZone(Today.LONDON).toOffsetDateTime())
			.param("monthEnds", RecordFormat.write(monthEnds))
			.query(Long.class)
			.single();
		this.findings.add(run, now, before);
		return run;
	}

	/**
	 * Keeps the news under their keys and returns those whose key was not there yet.
	 * @param announced whether anybody is told
	 */
	List<Change> addNews(long run, List<Change> changes, boolean announced) {
		List<Change> added = new ArrayList<>();
		for (Change change : changes) {
			int rows = this.jdbc.sql("""
					insert into assessment_change
					       (key, run, kind, objective, measure, from_status, to_status, as_of, announced)
					values (:key, :run, :kind, :objective, :measure, :from, :to, :asOf, :announced)
					on conflict (key) do nothing
					""")
				.param("key", change.key())
				.param("run", run)
				.param("kind", change.kind().code())
				.param("objective", change.now().objective().code().value())
				.param("measure", (change.measure() != null) ? change.measure().value() : null)
				.param("from", FindingsWriter.code(change.from()))
				.param("to", FindingsWriter.code(change.to()))
				.param("asOf", change.asOf())
				.param("announced", announced)
				.update();
			if (rows == 1) {
				added.add(change);
			}
		}
		return added;
	}

	/** A text that is another one after each run that was recorded, and else the same. */
	String fingerprint() {
		return this.jdbc.sql("select count(*) from assessment_run").query(String.class).single();
	}

	Optional<RecordedRun> last() {
		return this.jdbc.sql("select number, as_of, recorded_at from assessment_run order by number desc limit 1")
			.query((row, index) -> run(row))
			.optional();
	}

	/** The newest run of any of the editions. */
	Optional<RecordedRun> last(List<PlanId> editions) {
		return this.jdbc.sql("""
				select number, as_of, recorded_at from assessment_run
				where plan = any (:editions) order by number desc limit 1
				""").param("editions", ids(editions)).query((row, index) -> run(row)).optional();
	}

	/** Whether a run was recorded of any edition but these. */
	boolean hasOthersThan(List<PlanId> editions) {
		return this.jdbc.sql("select exists (select from assessment_run where plan <> all (:editions))")
			.param("editions", ids(editions))
			.query(Boolean.class)
			.single();
	}

	/**
	 * The month ends that the newest run of the day knew, by the version of the plan with
	 * the fingerprint; empty when there is none.
	 */
	Optional<MonthEnds> monthEnds(PlanId plan, String fingerprint, LocalDate day) {
		return this.jdbc.sql("""
				select month_ends from assessment_run
				 where plan = :plan and as_of = :day and plan_fingerprint = :fingerprint
				 order by number desc limit 1
				""")
			.param("plan", plan.value())
			.param("day", day)
			.param("fingerprint", fingerprint)
			.query((row, index) -> RecordFormat.monthEnds(row.getString("month_ends")))
			.optional();
	}

	Optional<RunFindings> lastMoves(PlanId plan) {
		Map<ObjectiveCode, RunFinding> findings = new HashMap<>();
		List<RecordedRun> runs = this.jdbc
			.sql("""
					select number, as_of, recorded_at, found.objective, earlier.computed as before, found.computed, found.status
					  from (select run.*, (select max(number) from assessment_run where plan = :plan and number < run.number)
					                      as before_number
					          from assessment_run run
					         where plan = :plan
					           and exists (select 1
					                         from objective_status found join objective_status earlier using (objective)
					                        where found.run = run.number
					                          and earlier.run = (select max(number) from assessment_run
					                                              where plan = :plan and number < run.number)
					                          and found.computed is distinct from earlier.computed)
					         order by number desc limit 1) moved
					  join objective_status found on found.run = number
					  join objective_status earlier on earlier.run = before_number and earlier.objective = found.objective
					""")
			.param("plan", plan.value())
			.query((row, index) -> {
				findings.put(ObjectiveCode.of(row.getString("objective")),
						new RunFinding(status(row, "before"), status(row, "computed"), status(row, "status")));
				return run(row);
			})
			.list();
		return runs.stream().findFirst().map((run) -> new RunFindings(run, findings));
	}

	List<Standing> standings(PlanId plan) {
		return this.jdbc.sql("""
				select objective, status, since from objective_status
				 where run = (select max(number) from assessment_run where plan = :plan)
				 order by objective
				""").param("plan", plan.value()).query((row, index) -> standing(row)).list();
	}

	Map<PlanId, RunStandings> standings(Collection<PlanId> editions) {
		Map<PlanId, RecordedRun> runs = new HashMap<>();
		Map<PlanId, List<Standing>> standings = new HashMap<>();
		this.jdbc.sql("""
				select newest.*, objective, status, since
				  from unnest(:editions) as edition (id)
				 cross join lateral (select number, plan, as_of, recorded_at from assessment_run
				                      where plan = edition.id order by number desc limit 1) as newest
				  join objective_status on run = newest.number
				 order by objective
				""").param("editions", ids(editions)).query((row) -> {
			PlanId edition = PlanId.of(row.getString("plan"));
			runs.put(edition, run(row));
			standings.computeIfAbsent(edition, (none) -> new ArrayList<>()).add(standing(row));
		});
		Map<PlanId, RunStandings> all = new HashMap<>();
		runs.forEach(
				(edition, run) -> all.put(edition, new RunStandings(run, standings.getOrDefault(edition, List.of()))));
		return all;
	}

	private static Standing standing(ResultSet row) throws SQLException {
		return new Standing(ObjectiveCode.of(row.getString("objective")), status(row, "status"),
				row.getObject("since", LocalDate.class));
	}

	private static String[] ids(Collection<PlanId> editions) {
		return editions.stream().map(PlanId::value).toArray(String[]::new);
	}

	List<Recorded> history(PlanId plan, ObjectiveCode objective) {
		return this.jdbc.sql("""
				select number, as_of, recorded_at, status, computed,
				       earlier_version is not null and plan_version <> earlier_version as by_edited_plan
				  from (select assessment_run.*, objective_status.status, objective_status.computed,
				               lag(objective_status.status) over in_order as earlier_status,
				               lag(objective_status.computed) over in_order as earlier_computed,
				               lag(plan_version) over in_order as earlier_version,
				               row_number() over in_order as position
				          from objective_status join assessment_run on number = run
				         where objective = :objective and plan = :plan
				        window in_order as (order by number)) as found
				 where position = 1 or status is distinct from earlier_status
				    or computed is distinct from earlier_computed
				 order by number
				""")
			.param("objective", objective.value())
			.param("plan", plan.value())
			.query((row, index) -> new Recorded(run(row), status(row, "status"), status(row, "computed"),
					row.getBoolean("by_edited_plan")))
			.list();
	}

	private Map<ObjectiveCode, PreviousRun.RecordedStatus> standingsOf(long run) {
		Map<ObjectiveCode, PreviousRun.RecordedStatus> standings = new HashMap<>();
		this.jdbc.sql("select objective, status, computed, since from objective_status where run = :run")
			.param("run", run)
			.query((row) -> {
				standings.put(ObjectiveCode.of(row.getString("objective")), new PreviousRun.RecordedStatus(
						status(row, "status"), status(row, "computed"), row.getObject("since", LocalDate.class)));
			});
		return standings;
	}

	private Set<MeasureId> warnedIn(long run) {
		return new HashSet<>(
				this.jdbc.sql("select measure from measure_status where run = :run and warning is not null")
					.param("run", run)
					.query((row, index) -> MeasureId.of(row.getString("measure")))
					.list());
	}

	private static RecordedRun run(ResultSet row) throws SQLException {
		return new RecordedRun(row.getLong("number"), row.getObject("as_of", LocalDate.class),
				row.getObject("recorded_at", OffsetDateTime.class).toInstant());
	}

	private static @Nullable Status status(ResultSet row, String column) throws SQLException {
		return Status.coded(row.getString(column)).orElse(null);
	}

}
