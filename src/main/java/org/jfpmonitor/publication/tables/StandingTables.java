package org.jfpmonitor.publication.tables;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessed;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.plan.Ambition;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.publication.board.BoardRows;
import org.jfpmonitor.publication.board.ObjectiveRow;
import org.jfpmonitor.publication.page.MeasureSummary;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/**
 * Keeps where each objective and measure stands by the newest run, in the words of the
 * board and in the order of the plan.
 */
@Repository
class StandingTables {

	private final PlanTable tables;

	StandingTables(NamedParameterJdbcTemplate batches) {
		this.tables = new PlanTable(batches);
	}

	@EventListener
	void on(PlanAssessed run) {
		PlanAssessment now = run.now();
		BoardRows rows = new BoardRows(run.position());
		Plan plan = now.plan().plan();
		this.tables.replace(plan, "objective_standing",
				"""
						insert into objective_standing
						       (plan, place, ambition, ambition_title, objective, title, status, computed, published, published_on,
						        set_manually, why, measure, latest, latest_for, required, milestones, since, overdue)
						values (:plan, :place, :ambition, :ambitionTitle, :objective, :title, :status, :computed, :published,
						        :publishedOn, :setManually, :why, :measure, :latest, :latestFor, :required, :milestones, :since,
						        :overdue)
						""",
				objectives(plan, now.objectives(), rows));
		this.tables.replace(plan, "measure_standing",
				"""
						insert into measure_standing
						       (plan, place, ambition, objective, measure, figures, title, short_title, status, latest, latest_for,
						        required, better, variation, assurance, warning, overdue, shown_in, shown_per_unit)
						values (:plan, :place, :ambition, :objective, :measure, :figures, :title, :shortTitle, :status, :latest,
						        :latestFor, :required, :better, :variation, :assurance, :warning, :overdue, :shownIn, :shownPerUnit)
						""",
				measures(plan, now.objectives()));
		this.tables.replace(plan, "plan_measure", """
				insert into plan_measure
				       (plan, place, measure, figures, title, short_title, better, shown_in, shown_per_unit)
				values (:plan, :place, :measure, :figures, :title, :shortTitle, :better, :shownIn, :shownPerUnit)
				""", measures(plan));
	}

	/** Those that are only watched, too: their organisations are compared as well. */
	private static Stream<SqlParameterSource> measures(Plan plan) {
		List<Measure> all = plan.measures();
		return IntStream.range(0, all.size()).mapToObj((place) -> {
			Measure measure = all.get(place);
			return new MapSqlParameterSource("plan", plan.id().value()).addValue("place", place)
				.addValue("measure", measure.id().value())
				.addValue("figures", measure.figures().value())
				.addValue("title", measure.title())
				.addValue("shortTitle", measure.shortTitle())
				.addValue("better", plan.otherEndOf(measure).isPresent() ? "within" : measure.direction().code())
				.addValue("shownIn", shownIn(measure.unit()))
				.addValue("shownPerUnit", measure.unit().fromBase(BigDecimal.ONE));
		});
	}

	private static Stream<SqlParameterSource> objectives(Plan plan, List<ObjectiveAssessment> all, BoardRows rows) {
		Map<String, String> ambitions = plan.ambitions()
			.stream()
			.collect(Collectors.toMap(Ambition::number, Ambition::title));
		return IntStream.range(0, all.size())
			.mapToObj((place) -> objective(all.get(place), rows.row(all.get(place)), row(plan, place, all.get(place))
				.addValue("ambitionTitle", ambitions.get(all.get(place).objective().ambition()))));
	}

	private static SqlParameterSource objective(ObjectiveAssessment assessed, ObjectiveRow row,
			MapSqlParameterSource values) {
		MeasureSummary figure = row.figure();
		values.addValue("title", row.title())
			.addValue("status", code(assessed.status()))
			.addValue("computed", code(assessed.computed()))
			.addValue("published", (assessed.published() != null) ? code(assessed.published().status()) : null)
			.addValue("publishedOn", (assessed.published() != null) ? assessed.published().asOf() : null)
			.addValue("setManually", assessed.override() != null)
			.addValue("why", row.why())
			.addValue("milestones", row.milestones())
			.addValue("since", row.since())
			.addValue("overdue", String.join("; ", row.overdue()));
		return values.addValue("measure", (figure != null) ? figure.title() : null)
			.addValue("latest", (figure != null) ? figure.latest() : null)
			.addValue("latestFor", (figure != null) ? figure.period() : null)
			.addValue("required",
					(figure != null) ? figure.required() : row.milestonesDue().isEmpty() ? null : row.milestonesDue());
	}

	private static Stream<SqlParameterSource> measures(Plan plan, List<ObjectiveAssessment> all) {
		List<MeasureOf> measures = all.stream()
			.flatMap((objective) -> objective.measures().stream().map((measure) -> new MeasureOf(objective, measure)))
			.toList();
		return IntStream.range(0, measures.size())
			.mapToObj((place) -> measure(measures.get(place).measure(),
					row(plan, place, measures.get(place).objective())));
	}

	private static SqlParameterSource measure(MeasureAssessment assessed, MapSqlParameterSource values) {
		MeasureSummary summary = MeasureSummary.of(assessed);
		Unit unit = assessed.measure().unit();
		return values.addValue("measure", summary.id())
			.addValue("figures", assessed.measure().figures().value())
			.addValue("title", assessed.measure().title())
			.addValue("shortTitle", summary.title())
			.addValue("status", code(assessed.status()))
			.addValue("latest", summary.latest())
			.addValue("latestFor", summary.period())
			.addValue("required", summary.required())
			.addValue("better", assessed.measure().direction().code())
			.addValue("variation", summary.variation())
			.addValue("assurance", summary.assurance())
			.addValue("warning", Phrasing.warning(assessed))
			.addValue("overdue", summary.overdue())
			.addValue("shownIn", shownIn(unit))
			.addValue("shownPerUnit", unit.fromBase(BigDecimal.ONE));
	}

	private static MapSqlParameterSource row(Plan plan, int place, ObjectiveAssessment objective) {
		return new MapSqlParameterSource("plan", plan.id().value()).addValue("place", place)
			.addValue("ambition", objective.objective().ambition())
			.addValue("objective", objective.objective().code().value());
	}

	/** What stands at the axis of a chart. */
	private static String shownIn(Unit unit) {
		return switch (unit) {
			case PERCENT -> "%";
			case PER_1000 -> "per 1,000";
			case PER_100000 -> "per 100,000";
			case SECONDS, MINUTES, HOURS, DAYS, RATIO -> unit.word();
			case COUNT -> "number";
			case GBP -> "£";
		};
	}

	private static @Nullable String code(@Nullable Status status) {
		return (status != null) ? status.code() : null;
	}

	/** A measure with the objective that is judged by it. */
	private record MeasureOf(ObjectiveAssessment objective, MeasureAssessment measure) {

	}

}
