package org.jfpmonitor.publication.tables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.PlanAssessed;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.publication.comparison.ComparedOrganisation;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/**
 * Keeps what the control chart of each organisation says of its newest figure, for boards
 * that compare organisations: the same icon as on the page. A chart of every organisation
 * is made only of measures of which there is something new.
 */
@Repository
class OrganisationCharts {

	private final NamedParameterJdbcTemplate batches;

	private final Assessments assessments;

	OrganisationCharts(NamedParameterJdbcTemplate batches, Assessments assessments) {
		this.batches = batches;
		this.assessments = assessments;
	}

	@EventListener
	void on(PlanAssessed run) {
		PlanAssessment now = run.now();
		Plan plan = now.plan().plan();
		Map<String, String> held = held(plan, now.asOf());
		Map<String, String> made = made(plan);
		forgetOthers(plan);
		for (Measure measure : plan.measures()) {
			String wanted = now.plan().fingerprint() + " " + held.getOrDefault(measure.figures().value(), "nothing");
			if (!wanted.equals(made.get(measure.id().value()))) {
				make(run, measure, wanted);
			}
		}
	}

	/** Of each name of figures a text that is another one when there is more of them. */
	private Map<String, String> held(Plan plan, LocalDate asOf) {
		Map<String, String> held = new HashMap<>();
		this.batches.query("""
				select measure, concat_ws(' ', max(id), count(withdrawn_reading.delivery),
				                          max(period_end) filter (where period_end <= :asOf)) as held
				  from coverage left join withdrawn_reading using (delivery)
				 where measure in (:figures)
				 group by measure
				""", new MapSqlParameterSource("asOf", asOf).addValue("figures",
				plan.measures().stream().map((each) -> each.figures().value()).distinct().toList()), (row) -> {
					held.put(row.getString("measure"), row.getString("held"));
				});
		return held;
	}

	private Map<String, String> made(Plan plan) {
		Map<String, String> made = new HashMap<>();
		this.batches.query("select measure, made_of from organisation_chart_source where plan = :plan", of(plan),
				(row) -> {
					made.put(row.getString("measure"), row.getString("made_of"));
				});
		return made;
	}

	private void forgetOthers(Plan plan) {
		SqlParameterSource others = of(plan).addValue("measures",
				plan.measures().stream().map((each) -> each.id().value()).toList());
		for (String table : List.of("organisation_chart", "organisation_chart_source")) {
			this.batches.update("delete from " + table + " where plan = :plan and measure not in (:measures)", others);
		}
	}

	private void make(PlanAssessed run, Measure measure, String madeOf) {
		PlanAssessment now = run.now();
		Plan plan = now.plan().plan();
		boolean withinBand = plan.otherEndOf(measure).isPresent();
		List<SqlParameterSource> rows = new ArrayList<>();
		this.assessments.seriesOfEach(run.plan().id(), measure, now.asOf(), now.knownOn())
			.forEach((organisation, series) -> ComparedOrganisation.chartOf(series, withinBand)
				.filter((chart) -> chart.latest().value() != null)
				.ifPresent((chart) -> rows.add(of(plan, measure).addValue("organisation", organisation.value())
					.addValue("end", end(series))
					.addValue("variation", chart.variationIcon().code())
					.addValue("provisional", chart.hasFewFigures()))));
		SqlParameterSource which = of(plan, measure).addValue("madeOf", madeOf);
		this.batches.update("delete from organisation_chart where plan = :plan and measure = :measure", which);
		this.batches.batchUpdate("""
				insert into organisation_chart (plan, measure, organisation, period_end, variation, provisional)
				values (:plan, :measure, :organisation, :end, :variation, :provisional)
				""", rows.toArray(SqlParameterSource[]::new));
		this.batches.update("""
				insert into organisation_chart_source (plan, measure, made_of)
				values (:plan, :measure, :madeOf)
				on conflict (plan, measure) do update set made_of = excluded.made_of
				""", which);
	}

	private static LocalDate end(MeasureSeries series) {
		return series.figures().get(series.newest()).period().lastDay();
	}

	private static MapSqlParameterSource of(Plan plan) {
		return new MapSqlParameterSource("plan", plan.id().value());
	}

	private static MapSqlParameterSource of(Plan plan, Measure measure) {
		return of(plan).addValue("measure", measure.id().value());
	}

}
