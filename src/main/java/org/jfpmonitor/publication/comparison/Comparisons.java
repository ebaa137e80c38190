package org.jfpmonitor.publication.comparison;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Observations;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.publication.RefusedQuery;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.comparison.Comparison.PeriodCount;
import org.jspecify.annotations.Nullable;

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
	 * The organisations by the measure of that id; empty when the edition in force has no
	 * such measure.
	 * @param periodEnd the last day of the period to compare, as in an address, be it
	 * before the edition began; null for the newest of which more than one organisation
	 * has a value, or else the newest of which any has
	 * @throws RefusedQuery when nobody has a value of such a period
	 */
	public Optional<Comparison> of(String measure, @Nullable String periodEnd, Viewpoint viewpoint) {
		return viewpoint.edition()
			.plan()
			.measures()
			.stream()
			.filter((each) -> each.id().value().equals(measure))
			.findFirst()
			.map((each) -> of(each, periodEnd, viewpoint));
	}

	private static Period endingOn(String day, List<PeriodCount> periods) {
		return periods.stream()
			.map(PeriodCount::period)
			.filter((each) -> each.lastDay().toString().equals(day))
			.findFirst()
			.orElseThrow(() -> new RefusedQuery(List
				.of("period-end: expected the last day of a period of which an" + " organisation has a value"
						+ (periods.isEmpty() ? ", but there is none" : ", such as " + periods.get(0).period().lastDay())
						+ "; found \"" + day + "\". Leave it out for the newest.")));
	}

	/** The ids of those of the measures that there is anything to compare of. */
	public Set<String> among(Collection<Measure> measures) {
		Set<MeasureId> several = this.observations.ofSeveral(measures.stream().map(Measure::figures).toList());
		return measures.stream()
			.filter((each) -> several.contains(each.figures()))
			.map((each) -> each.id().value())
			.collect(Collectors.toSet());
	}

	private Comparison of(Measure measure, @Nullable String periodEnd, Viewpoint viewpoint) {
		return Comparison.of(measure, viewpoint.edition().plan().otherEndOf(measure).orElse(null), viewpoint.asOf(),
				(periods) -> (periodEnd == null || periodEnd.isBlank()) ? Comparison.newest(periods)
						: Optional.of(endingOn(periodEnd.strip(), periods)),
				(until) -> this.assessments.seriesOfEach(viewpoint.plan().id(), measure, until, viewpoint.knownOn()),
				this.register);
	}

}
