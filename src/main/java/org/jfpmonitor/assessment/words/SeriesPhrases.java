package org.jfpmonitor.assessment.words;

import java.math.BigDecimal;
import java.util.List;

import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Measure;

/** How the figures of a measure run, in words. */
final class SeriesPhrases {

	private SeriesPhrases() {
	}

	/** For how long what was required has been missed; empty when it was not. */
	static String missed(MeasureAssessment assessed) {
		int misses = assessed.consecutiveMisses();
		Period period = assessed.period();
		if (misses == 0 || period == null) {
			return "";
		}
		Cadence cadence = assessed.measure().cadence();
		Period first = cadence.periodOf(period.lastDay());
		for (int i = 1; i < misses; i++) {
			first = cadence.previous(first);
		}
		return "Missed for " + misses + " " + noun(cadence) + ((misses == 1) ? "" : "s in a row") + ", since "
				+ Phrasing.beginning(first) + ".";
	}

	/** What a picture of the newest periods shows; empty when none has a value. */
	static String picture(MeasureSeries series, int periods) {
		List<PeriodFigure> all = series.figures();
		List<PeriodFigure> valued = all.subList(Math.max(0, all.size() - periods), all.size())
			.stream()
			.filter(PeriodFigure::hasValue)
			.toList();
		if (valued.isEmpty()) {
			return "";
		}
		Measure measure = series.measure();
		PeriodFigure first = valued.get(0);
		PeriodFigure last = valued.get(valued.size() - 1);
		String run = (valued.size() == 1) ? words(measure, last) : words(measure, first) + ", " + words(measure, last);
		return "Chart of " + measure.title() + ", " + measure.cadence().word() + ": " + run + required(series, last)
				+ "; " + measure.direction().code() + " is better.";
	}

	private static String words(Measure measure, PeriodFigure figure) {
		return measure.unit().inWords(figure.value()) + " " + figure.period().when();
	}

	private static String required(MeasureSeries series, PeriodFigure last) {
		return series.chart()
			.map((chart) -> chart.points().get(series.figures().indexOf(last)).target())
			.map((target) -> ", against " + series.measure().unit().inWords(BigDecimal.valueOf(target)) + " required")
			.orElse("");
	}

	private static String noun(Cadence cadence) {
		return switch (cadence) {
			case DAILY -> "day";
			case WEEKLY -> "week";
			case MONTHLY -> "month";
			case QUARTERLY -> "quarter";
			case ANNUAL -> "year";
		};
	}

}
