package org.jfpmonitor.publication.comparison;

import java.util.Locale;
import java.util.Optional;

import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.variation.ControlChart;
import org.jspecify.annotations.Nullable;

/**
 * One organisation among those that are compared.
 *
 * @param organisation which one
 * @param figure its figure of the period compared, with or without a value
 * @param rank its place among those of its kind that have a value, 1 for the best; those
 * with the same value share the better place. Null without a value, where its kind is not
 * ranked and where neither way is better
 * @param series its figures up to the period
 * @param judged whether the plan judges the measure by its figure
 * @param withinBand whether the plan asks for a value between two, so that neither way is
 * better
 */
public record ComparedOrganisation(Organisation organisation, PeriodFigure figure, @Nullable Rank rank,
		MeasureSeries series, boolean judged, boolean withinBand) {

	/**
	 * Its control chart; empty of fewer than two figures, as one alone varies neither as
	 * usual nor otherwise. Of a band, what stands out is neither good nor bad.
	 */
	public Optional<ControlChart> chart() {
		return chartOf(this.series, this.withinBand);
	}

	/**
	 * Likewise of the figures of one organisation.
	 * @param withinBand whether neither way is better
	 */
	public static Optional<ControlChart> chartOf(MeasureSeries series, boolean withinBand) {
		return series.chart()
			.filter((chart) -> chart.points().stream().filter((each) -> each.value() != null).count() > 1)
			.map((chart) -> withinBand ? chart.neutral() : chart);
	}

	/**
	 * Whether the limits of its chart rest on so few figures that they are provisional;
	 * null without a chart.
	 */
	public @Nullable Boolean provisional() {
		return chart().map(ControlChart::hasFewFigures).orElse(null);
	}

	/**
	 * {@code none}, that its figure is estimated, or why there is no value, such as
	 * {@code suppressed}.
	 */
	public String mark() {
		Figure known = this.figure.figure();
		return String.valueOf((known != null) ? known.mark() : this.figure.obstacle()).toLowerCase(Locale.ROOT);
	}

	/**
	 * A place among others.
	 *
	 * @param place counting from 1 for the best
	 * @param of how many have a place
	 * @param shared whether others have the same
	 */
	public record Rank(int place, int of, boolean shared) {

		/** Such as {@code 3 of 42}, or {@code joint 3 of 42}. */
		public String inWords() {
			return (this.shared ? "joint " : "") + this.place + " of " + this.of;
		}

	}

}
