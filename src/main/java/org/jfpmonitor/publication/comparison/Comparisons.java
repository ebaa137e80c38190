package org.jfpmonitor.publication.comparison;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.observation.Observations;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.publication.Viewpoint;

import org.springframework.stereotype.Component;

/** Compares organisations, from wherever somebody looks. */
@Component
public class Comparisons {

	private final Assessments assessments;

	private final Observations observations;

	private final Organisations register;

	Comparisons(Assessments assessments, Observations observations, Organisations register) {
		this.assessments = assessments;
		this.observations = observations;
		this.register = register;
	}

	/**
	 * The organisations by the measure of that id; empty when the plan has no such
	 * measure.
	 */
	public Optional<Comparison> of(String measure, Viewpoint viewpoint) {
		return viewpoint.edition()
			.plan()
			.measures()
			.stream()
			.filter((each) -> each.id().value().equals(measure))
			.findFirst()
			.map((each) -> of(each, viewpoint));
	}

	/** The ids of those of the measures that there is anything to compare of. */
	public Set<String> among(Collection<Measure> measures) {
		Set<MeasureId> several = this.observations.ofSeveral(measures.stream().map(Measure::figures).toList());
		return measures.stream()
			.filter((each) -> several.contains(each.figures()))
			.map((each) -> each.id().value())
			.collect(Collectors.toSet());
	}

	/** An id that a measure of the plan has. */
	public String exampleId(Viewpoint viewpoint) {
		return viewpoint.edition().plan().measures().get(0).id().value();
	}

	private Comparison of(Measure measure, Viewpoint viewpoint) {
		return Comparison.of(measure, viewpoint.asOf(),
				(until) -> this.assessments.seriesOfEach(viewpoint.plan().id(), measure, until, viewpoint.knownOn()),
				this.register);
	}

}
