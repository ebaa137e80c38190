package org.jfpmonitor.publication.comparison;

import java.math.BigDecimal;

import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.chart.ChartIcon;
import org.jfpmonitor.chart.Sparkline;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.variation.ControlChart;
import org.jspecify.annotations.Nullable;

/**
 * One organisation as a page shows it among others.
 *
 * @param code its ODS code
 * @param name its name
 * @param judged whether the plan judges the measure by its figure
 * @param rank such as {@code 3 of 42}
 * @param latest its figure of the period, in words
 * @param parts what that is made of, such as {@code 208 of 2,000}; empty where not known
 * @param variation what its latest point means, in a word or two; empty without a chart
 * @param variationIcon its icon, or null
 * @param assurance whether what the plan requires can be expected to be met; empty for
 * those of whom it requires nothing
 * @param assuranceIcon its icon, or null
 * @param drawing the newest figures as a small line, an {@code svg} element; empty
 * without a chart
 * @param provisional that the chart rests on few figures, in words; empty otherwise
 */
record OrganisationRow(String code, String name, boolean judged, String rank, String latest, String parts,
		String variation, @Nullable ChartIcon variationIcon, String assurance, @Nullable ChartIcon assuranceIcon,
		String drawing, String provisional) {

	static OrganisationRow of(ComparedOrganisation compared, Measure measure, RankedFigures figures) {
		Figure figure = compared.figure().figure();
		return new OrganisationRow(compared.organisation().code().value(), compared.organisation().name(),
				compared.judged(), (compared.rank() != null) ? compared.rank().inWords() : "Not ranked",
				latest(figure, figures), parts(figure, measure),
				compared.chart().map(Phrasing::variationInShort).orElse(""),
				compared.chart()
					.filter((each) -> each.latest().value() != null)
					.map((each) -> ChartIcon.of(each.variationIcon()))
					.orElse(null),
				(compared.series().measure().target() != null && !compared.withinBand())
						? Phrasing.assuranceInShort(compared.series()) : "",
				compared.chart().flatMap(ChartIcon::ofAssurance).orElse(null),
				compared.chart().map(ControlChart::points).map(Sparkline::of).orElse(""),
				Boolean.TRUE.equals(compared.provisional()) ? "Provisional: fewer than 13 figures" : "");
	}

	private static String latest(@Nullable Figure figure, RankedFigures figures) {
		BigDecimal value = (figure != null) ? figure.value() : null;
		if (figure == null || value == null) {
			return (figure != null && figure.mark() == Figure.Mark.SUPPRESSED) ? "Withheld" : "Not available";
		}
		return figures.inWords(value) + ((figure.mark() == Figure.Mark.ESTIMATED) ? " (estimated)" : "");
	}

	private static String parts(@Nullable Figure figure, Measure measure) {
		BigDecimal numerator = (figure != null) ? figure.numerator() : null;
		BigDecimal denominator = (figure != null) ? figure.denominator() : null;
		return (numerator != null && denominator != null) ? measure.unit().partsInWords(numerator, denominator) : "";
	}

}
