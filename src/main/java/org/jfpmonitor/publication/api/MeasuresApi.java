package org.jfpmonitor.publication.api;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.observation.Observations;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.publication.RefusedQuery;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.api.problem.NotHere;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MeasuresApi {

	private final Assessments assessments;

	private final Observations observations;

	private final Organisations organisations;

	MeasuresApi(Assessments assessments, Observations observations, Organisations organisations) {
		this.assessments = assessments;
		this.observations = observations;
		this.organisations = organisations;
	}

	/** Every measure of the plan, those that are only watched included. */
	@Operation(summary = "Every measure of the plan, those that are only watched included")
	@GetMapping("/api/measures")
	List<MeasureEntry> all(Viewpoint viewpoint) {
		Plan plan = viewpoint.edition().plan();
		return plan.measures().stream().map((measure) -> entry(plan, measure)).toList();
	}

	/**
	 * The figures of periods that were over on {@code as-of}, as the measure is judged by
	 * them: of its organisations taken together, or of the one named.
	 */
	@Operation(summary = "The figures of one measure with what was required and its control chart")
	@GetMapping("/api/measures/{id}/series")
	SeriesJson series(@PathVariable String id, @RequestParam(required = false) @Nullable String organisation,
			Viewpoint viewpoint) {
		Plan plan = viewpoint.edition().plan();
		Measure measure = plan.measures()
			.stream()
			.filter((each) -> each.id().value().equals(id))
			.findFirst()
			.orElseThrow(() -> NotHere.measure(plan, id));
		OrganisationCode named = (organisation != null) ? registered(organisation, measure) : null;
		MeasureSeries series = this.assessments.series(viewpoint.plan().id(), measure, named, viewpoint.asOf(),
				viewpoint.knownOn());
		List<OrganisationCode> counted = (named != null) ? List.of(named) : measure.organisations();
		return SeriesJson.of(series, counted, this.organisations, viewpoint);
	}

	private OrganisationCode registered(String asked, Measure measure) {
		return this.organisations.find(asked)
			.orElseThrow(() -> new RefusedQuery(List.of("organisation: expected a code of the register, such as "
					+ measure.organisations().get(0) + "; found \"" + asked + "\".")))
			.code();
	}

	private MeasureEntry entry(Plan plan, Measure measure) {
		return new MeasureEntry(measure.id().value(), measure.figures().value(), measure.title(),
				plan.objectiveOf(measure.id()).map((each) -> each.code().value()).orElse(null), measure.unit().base(),
				measure.direction().code(), measure.cadence().word(), measure.feed().value(),
				measure.organisations().stream().map(OrganisationCode::value).toList(),
				this.observations.organisationsOf(measure.figures()).stream().map(OrganisationCode::value).toList());
	}

	/**
	 * A measure in the list: {@code figures} is the name under which files give what it
	 * judges, {@code organisations} are judged, {@code held} are those with figures.
	 */
	record MeasureEntry(String id, String figures, String title, @Nullable String objective, String unit,
			String direction, String cadence, String feed, List<String> organisations, List<String> held) {

	}

}
