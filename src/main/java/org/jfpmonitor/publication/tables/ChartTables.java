package org.jfpmonitor.publication.tables;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessed;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.variation.ChartPoint;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/**
 * Keeps the charts and target paths of the newest run, and of no other: they stand or
 * fall with its record.
 */
@Repository
class ChartTables {

	private final PlanTable tables;

	ChartTables(NamedParameterJdbcTemplate batches) {
		this.tables = new PlanTable(batches);
	}

	@EventListener
	void on(PlanAssessed run) {
		PlanAssessment now = run.now();
		Plan plan = now.plan().plan();
		this.tables.replace(plan, "chart_point", """
				insert into chart_point
				       (plan, objective, measure, period_start, period_end, value, mean, lower_limit, upper_limit,
				        required, cause, meaning)
				values (:plan, :objective, :measure, :start, :end, :value, :mean, :lower, :upper, :required, :cause,
				        :meaning)
				""", rows(now, ChartTables::points));
		this.tables.replace(plan, "target_path", """
				insert into target_path (plan, objective, measure, period_start, period_end, required)
				values (:plan, :objective, :measure, :start, :end, :required)
				""", rows(now, ChartTables::path));
	}

	private static Stream<SqlParameterSource> rows(PlanAssessment now,
			BiFunction<MeasureSeries, StoredRow, Stream<SqlParameterSource>> each) {
		Plan plan = now.plan().plan();
		return now.objectives()
			.stream()
			.flatMap((objective) -> objective.measures()
				.stream()
				.flatMap((measure) -> each.apply(measure.series(), new StoredRow(plan, objective, measure))));
	}

	private static Stream<SqlParameterSource> points(MeasureSeries series, StoredRow row) {
		List<ChartPoint> points = series.shownPoints();
		return IntStream.range(0, points.size())
			.mapToObj((place) -> point(row.of(series.figures().get(place).period()), points.get(place)));
	}

	private static SqlParameterSource point(MapSqlParameterSource row, ChartPoint point) {
		return row.addValue("end", point.date())
			.addValue("value", point.value())
			.addValue("mean", point.limits().mean())
			.addValue("lower", point.limits().lower())
			.addValue("upper", point.limits().upper())
			.addValue("required", point.target())
			.addValue("cause", point.specialCause().code())
			.addValue("meaning", point.type().code());
	}

	private static Stream<SqlParameterSource> path(MeasureSeries series, StoredRow row) {
		return series.required()
			.path(row.plan().duration())
			.stream()
			.map((each) -> row.of(each.period()).addValue("required", each.required()));
	}

	/** What every row of a measure begins with. */
	private record StoredRow(Plan plan, ObjectiveAssessment objective, MeasureAssessment measure) {

		MapSqlParameterSource of(Period period) {
			return new MapSqlParameterSource("plan", this.plan.id().value())
				.addValue("objective", this.objective.objective().code().value())
				.addValue("measure", this.measure.measure().id().value())
				.addValue("start", period.start())
				.addValue("end", period.lastDay());
		}

	}

}
