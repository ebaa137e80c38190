package org.jfpmonitor.publication.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.assessment.series.MeasureChart;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.variation.ChartPoint;
import org.jspecify.annotations.Nullable;

/**
 * The current figures of one measure and organisation. Values are in the unit named,
 * shares between 0 and 1. A series ends with its organisation; who follows it has a
 * series of its own.
 */
record SeriesJson(String measure, String title, String organisation, String organisationName,
		@Nullable LocalDate organisationClosed, @Nullable String successor, String unit, String direction,
		LocalDate asOf, LocalDate knownOn, List<Point> points, @Nullable Chart chart) {

	/**
	 * One figure with the limits of its chart; {@code mark} says why a value is not
	 * there, or that it was estimated.
	 */
	record Point(LocalDate start, LocalDate end, @Nullable BigDecimal value, @Nullable BigDecimal numerator,
			@Nullable BigDecimal denominator, String mark, @Nullable BigDecimal required, long delivery, String file,
			long line, @Nullable Double mean, @Nullable Double lowerLimit, @Nullable Double upperLimit,
			@Nullable String specialCause, @Nullable String variation) {

		static Point of(Revision revision, @Nullable BigDecimal required, @Nullable ChartPoint point) {
			Figure figure = revision.figure();
			return new Point(revision.cell().period().start(), revision.cell().period().lastDay(), figure.value(),
					figure.numerator(), figure.denominator(), figure.mark().name().toLowerCase(java.util.Locale.ROOT),
					required, revision.provenance().delivery().value(), revision.provenance().fileName(),
					revision.observation().line(), (point != null) ? point.limits().mean() : null,
					(point != null) ? point.limits().lower() : null, (point != null) ? point.limits().upper() : null,
					(point != null) ? point.specialCause().code() : null, (point != null) ? point.type().code() : null);
		}

	}

	/** What the control chart says, in codes and in words. */
	record Chart(String variation, String variationIcon, String variationWords, @Nullable String assurance,
			@Nullable String assuranceIcon, String assuranceWords, String warning) {

		static Chart of(MeasureChart chart) {
			return new Chart(chart.variation(), chart.variationIcon(), chart.variationWords(), chart.assurance(),
					chart.assuranceIcon(), chart.assuranceWords(), chart.shortSeries());
		}

	}

}
