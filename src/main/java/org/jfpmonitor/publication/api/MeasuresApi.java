package org.jfpmonitor.publication.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import org.jfpmonitor.assessment.series.MeasureChart;
import org.jfpmonitor.assessment.series.MeasureCharts;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Observations;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.target.Requirement;
import org.jfpmonitor.plan.target.Trajectory;
import org.jfpmonitor.publication.RefusedQuery;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.api.problem.NotHere;
import org.jfpmonitor.variation.ChartPoint;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MeasuresApi {

	private final PlanVersions plans;

	private final Observations observations;

	private final Organisations organisations;

	MeasuresApi(PlanVersions plans, Observations observations, Organisations organisations) {
		this.plans = plans;
		this.observations = observations;
		this.organisations = organisations;
	}

	/** Every measure of the plan, those that are only watched included. */
	@Operation(summary = "Every measure of the plan, those that are only watched included")
	@GetMapping("/api/measures")
	List<Entry> all(Viewpoint viewpoint) {
		Plan plan = this.plans.knownOn(viewpoint.knownOn()).plan();
		return plan.measures().stream().map((measure) -> entry(plan, measure)).toList();
	}

	/**
	 * The figures of one organisation for periods that were over on {@code as-of}.
	 * Without an organisation the measure's own is meant; where several are summed, one
	 * has to be named.
	 */
	@Operation(summary = "The figures of one measure with what was required and its control chart")
	@GetMapping("/api/measures/{id}/series")
	SeriesJson series(@PathVariable String id, @RequestParam(required = false) @Nullable String organisation,
			Viewpoint viewpoint) {
		Plan plan = this.plans.knownOn(viewpoint.knownOn()).plan();
		Measure measure = plan.measures()
			.stream()
			.filter((each) -> each.id().value().equals(id))
			.findFirst()
			.orElseThrow(() -> new NotHere("Expected the id of a measure of the plan, such as "
					+ plan.measures().get(0).id() + "; found \"" + id + "\". GET /api/measures lists them."));
		return series(measure, organisation(measure, organisation), viewpoint);
	}

	private SeriesJson series(Measure measure, OrganisationCode organisation, Viewpoint viewpoint) {
		Series series = this.observations.series(measure.id(), organisation, viewpoint.knownOn());
		Function<Period, Optional<BigDecimal>> required = required(measure, organisation, viewpoint);
		Optional<MeasureChart> chart = MeasureCharts.chart(measure, series, viewpoint.asOf(), required);
		Map<LocalDate, ChartPoint> drawn = chart.map((each) -> each.chart().points())
			.orElse(List.of())
			.stream()
			.collect(Collectors.toMap(ChartPoint::date, Function.identity()));
		Optional<Organisation> known = this.organisations.find(organisation);
		return new SeriesJson(measure.id().value(), measure.title(), organisation.value(),
				this.organisations.nameOf(organisation), known.map(Organisation::closed).orElse(null),
				known.map(Organisation::successor).map(OrganisationCode::value).orElse(null), measure.unit().base(),
				measure.direction().code(), viewpoint.asOf(), viewpoint.knownOn(),
				series.points()
					.stream()
					.filter((each) -> !each.cell().period().lastDay().isAfter(viewpoint.asOf()))
					.map((each) -> point(each, required, drawn))
					.toList(),
				chart.map(SeriesJson.Chart::of).orElse(null));
	}

	private static SeriesJson.Point point(Revision revision, Function<Period, Optional<BigDecimal>> required,
			Map<LocalDate, ChartPoint> drawn) {
		Period period = revision.cell().period();
		return SeriesJson.Point.of(revision, required.apply(period).orElse(null), drawn.get(period.lastDay()));
	}

	/**
	 * What is required of a period, for an organisation that the measure is judged by;
	 * nothing for others.
	 */
	private Function<Period, Optional<BigDecimal>> required(Measure measure, OrganisationCode organisation,
			Viewpoint viewpoint) {
		if (measure.target() == null || !measure.organisations().equals(List.of(organisation))) {
			return (period) -> Optional.empty();
		}
		Function<Period, Optional<BigDecimal>> planned = planned(measure, organisation, viewpoint);
		return (period) -> Objects.requireNonNull(measure.target()).requiredOf(period, planned).map(Requirement::value);
	}

	private Function<Period, Optional<BigDecimal>> planned(Measure measure, OrganisationCode organisation,
			Viewpoint viewpoint) {
		if (measure.target() != null && measure.target().trajectory() instanceof Trajectory.Supplied supplied) {
			Series series = this.observations.series(supplied.planned(), organisation, viewpoint.knownOn());
			return (period) -> series.at(period).map((each) -> each.figure().value());
		}
		return (period) -> Optional.empty();
	}

	private OrganisationCode organisation(Measure measure, @Nullable String asked) {
		if (asked == null && measure.organisations().size() == 1) {
			return measure.organisations().get(0);
		}
		if (asked == null) {
			throw new RefusedQuery(List.of("organisation: expected one of "
					+ measure.organisations().stream().map(OrganisationCode::value).collect(Collectors.joining(", "))
					+ ", because this measure sums several; found nothing."));
		}
		return this.organisations.find(asked)
			.orElseThrow(() -> new RefusedQuery(List.of("organisation: expected a code of the register, such as "
					+ measure.organisations().get(0) + "; found \"" + asked + "\".")))
			.code();
	}

	private Entry entry(Plan plan, Measure measure) {
		return new Entry(measure.id().value(), measure.title(),
				plan.objectiveOf(measure.id()).map((each) -> each.code().value()).orElse(null), measure.unit().base(),
				measure.direction().code(), measure.cadence().word(), measure.feed().value(),
				measure.organisations().stream().map(OrganisationCode::value).toList(),
				this.observations.organisationsOf(measure.id()).stream().map(OrganisationCode::value).toList());
	}

	/**
	 * A measure in the list: {@code organisations} are judged, {@code held} are those
	 * with figures.
	 */
	record Entry(String id, String title, @Nullable String objective, String unit, String direction, String cadence,
			String feed, List<String> organisations, List<String> held) {

	}

}
