package org.jfpmonitor.assessment.record;

import java.util.List;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.EarlyWarning;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.plan.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** Writes what a run found of each objective and measure. */
@Repository
class FindingsWriter {

	private final NamedParameterJdbcTemplate batches;

	FindingsWriter(NamedParameterJdbcTemplate batches) {
		this.batches = batches;
	}

	void add(long run, PlanAssessment now, @Nullable PreviousRun before) {
		insert("""
				insert into objective_status
				       (run, objective, status, computed, published, overridden, agrees, since, explanation)
				values (:run, :objective, :status, :computed, :published, :overridden, :agrees, :since,
				        :explanation::jsonb)
				""", now.objectives().stream().map((each) -> objective(run, each, now, before)));
		insert("""
				insert into measure_status
				       (run, objective, measure, status, rule, value, required, period_start, period_end,
				        consecutive_misses, warning, warning_since)
				values (:run, :objective, :measure, :status, :rule, :value, :required, :start, :end, :misses,
				        :warning, :since)
				""",
				now.objectives()
					.stream()
					.flatMap((each) -> each.measures().stream().map((one) -> measure(run, each, one))));
	}

	/** How the columns spell a status. */
	static @Nullable String code(@Nullable Status status) {
		return (status != null) ? status.code() : null;
	}

	private void insert(String sql, Stream<SqlParameterSource> rows) {
		List<SqlParameterSource> all = rows.toList();
		this.batches.batchUpdate(sql, all.toArray(SqlParameterSource[]::new));
	}

	private static SqlParameterSource objective(long run, ObjectiveAssessment found, PlanAssessment now,
			@Nullable PreviousRun before) {
		return new MapSqlParameterSource("run", run).addValue("objective", found.objective().code().value())
			.addValue("status", code(found.status()))
			.addValue("computed", code(found.computed()))
			.addValue("published", (found.published() != null) ? code(found.published().status()) : null)
			.addValue("overridden", found.override() != null)
			.addValue("agrees", found.agrees())
			.addValue("since", (before != null) ? before.since(found, now.asOf()) : now.asOf())
			.addValue("explanation", RecordFormat.explanation(found));
	}

	private static SqlParameterSource measure(long run, ObjectiveAssessment objective, MeasureAssessment found) {
		EarlyWarning warning = found.warning();
		return new MapSqlParameterSource("run", run).addValue("objective", objective.objective().code().value())
			.addValue("measure", found.measure().id().value())
			.addValue("status", code(found.status()))
			.addValue("rule", found.reason().rule().code())
			.addValue("value", (found.figure() != null) ? found.figure().value() : null)
			.addValue("required", found.required())
			.addValue("start", (found.period() != null) ? found.period().start() : null)
			.addValue("end", (found.period() != null) ? found.period().lastDay() : null)
			.addValue("misses", found.consecutiveMisses())
			.addValue("warning", (warning != null) ? warning.code() : null)
			.addValue("since", (warning != null) ? warning.since().start() : null);
	}

}
