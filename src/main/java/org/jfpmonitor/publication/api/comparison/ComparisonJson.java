package org.jfpmonitor.publication.api.comparison;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.comparison.ComparedKind;
import org.jfpmonitor.publication.comparison.ComparedOrganisation;
import org.jfpmonitor.publication.comparison.Comparison;
import org.jfpmonitor.variation.ControlChart;
import org.jfpmonitor.variation.limits.Assurance;
import org.jspecify.annotations.Nullable;

/**
 * One measure over all organisations for one period. Values are in the unit named, shares
 * between 0 and 1; {@code start} and {@code end}, inclusive, are null when nobody has a
 * value. {@code direction} is {@code higher}, {@code lower} or, where the plan asks for a
 * value between two, {@code within}: then nobody is ranked. {@code elsewhen} are those
 * that have figures of other periods only.
 */
record ComparisonJson(String measure, String title, String unit, String direction, LocalDate asOf, LocalDate knownOn,
		@Nullable LocalDate start, @Nullable LocalDate end, List<OrganisationJson> organisations,
		List<String> elsewhen) {

	static ComparisonJson of(Comparison compared, Viewpoint viewpoint) {
		Measure measure = compared.measure();
		return new ComparisonJson(measure.id().value(), measure.title(), measure.unit().base(), compared.better(),
				viewpoint.asOf(), viewpoint.knownOn(), compared.period().map(Period::start).orElse(null),
				compared.period().map(Period::lastDay).orElse(null),
				compared.kinds()
					.stream()
					.flatMap((kind) -> kind.organisations().stream().map((each) -> OrganisationJson.of(kind, each)))
					.toList(),
				compared.elsewhen().stream().map(Organisation::code).map(OrganisationCode::value).toList());
	}

	/**
	 * One organisation: {@code rank} counts from 1 for the best among the {@code ranked}
	 * of its kind, and is null for England, regions and those without a value;
	 * {@code mark} says why a value is not there, or that it was estimated;
	 * {@code provisional} that its chart rests on fewer than 13 figures.
	 */
	record OrganisationJson(String organisation, String name, String kind, boolean inPlan, @Nullable Integer rank,
			@Nullable Integer ranked, @Nullable BigDecimal value, @Nullable BigDecimal numerator,
			@Nullable BigDecimal denominator, String mark, @Nullable String variation, @Nullable String variationIcon,
			@Nullable String assurance, @Nullable Boolean provisional) {

		static OrganisationJson of(ComparedKind kind, ComparedOrganisation compared) {
			Optional<Figure> figure = Optional.ofNullable(compared.figure().figure());
			Optional<ComparedOrganisation.Rank> rank = Optional.ofNullable(compared.rank());
			Optional<ControlChart> chart = compared.chart();
			return new OrganisationJson(compared.organisation().code().value(), compared.organisation().name(),
					kind.kind().code(), compared.judged(), rank.map(ComparedOrganisation.Rank::place).orElse(null),
					rank.map(ComparedOrganisation.Rank::of).orElse(null), figure.map(Figure::value).orElse(null),
					figure.map(Figure::numerator).orElse(null), figure.map(Figure::denominator).orElse(null),
					compared.mark(), chart.map((each) -> each.variation().code()).orElse(null),
					chart.map((each) -> each.variationIcon().code()).orElse(null),
					chart.flatMap(ControlChart::establishedAssurance).map(Assurance::code).orElse(null),
					compared.provisional());
		}

	}

}
