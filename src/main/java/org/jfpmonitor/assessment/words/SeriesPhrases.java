package org.jfpmonitor.assessment.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.reason.ValuePair;
import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.assessment.series.Obstacle;
import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.assessment.series.Restatement;
import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.target.Target;

/** How the figures of a measure run, in words. */
final class SeriesPhrases {

	/** More than these are counted rather than named. */
	private static final int MOST_NAMED = 3;

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

	/**
	 * What is to be known of the figures from the place on: that they are not what is
	 * judged, and which were restated, are withheld or missing, each a sentence.
	 */
	static List<String> key(MeasureSeries series, int first) {
		List<String> sentences = new ArrayList<>();
		String judged = judged(series.measure());
		if (!judged.isEmpty()) {
			sentences.add("Points are single " + noun(series.measure().cadence()) + "s. What is judged is the " + judged
					+ series.latest()
						.filter(PeriodFigure::hasValue)
						.map((latest) -> ": " + series.measure().unit().inWords(latest.value()) + " "
								+ latest.period().when())
						.orElse("")
					+ ".");
		}
		List<Restatement> restated = series.restatements().stream().filter((each) -> each.place() >= first).toList();
		if (restated.size() > MOST_NAMED) {
			sentences.add(restated.size() + " figures were restated. The newest: "
					+ restated(series, restated.get(restated.size() - 1)));
		}
		else {
			restated.forEach((each) -> sentences.add("Restated: " + restated(series, each)));
		}
		List<PeriodFigure> gaps = series.figures()
			.subList(Math.min(first, series.figures().size()), series.figures().size())
			.stream()
			.filter((each) -> !each.hasValue())
			.toList();
		listed("Withheld because it, or a number beside it, is small", gaps, true, sentences);
		listed("No figure", gaps, false, sentences);
		return sentences;
	}

	/**
	 * What is judged of the measure in place of its single periods: {@code year to date}
	 * or {@code last 12 months}; empty when they are judged themselves.
	 */
	static String judged(Measure measure) {
		Target target = measure.target();
		if (target == null) {
			return "";
		}
		return switch (target.basis().span()) {
			case LATEST, SNAPSHOT -> "";
			case YEAR_TO_DATE -> "year to date";
			case ROLLING -> "last " + target.basis().periods() + " " + noun(measure.cadence()) + "s";
		};
	}

	/** "March 2025 is 170; it was 168 until 13 April 2025." */
	static String restated(MeasureSeries series, Restatement restatement) {
		return series.figures().get(restatement.place()).period().inWords() + " is "
				+ values(series, restatement).expected() + "; it " + before(series, restatement) + ".";
	}

	/** The two look different from each other, and from what either is held against. */
	private static ValuePair values(MeasureSeries series, Restatement restatement) {
		PeriodFigure now = series.figures().get(restatement.place());
		return ValuePair.ofFigures(series.measure(), now.slot(), restatement.before(), now.value());
	}

	/** "was 168 until 13 April 2025", or "was 168 earlier on 14 April 2025". */
	static String before(MeasureSeries series, Restatement restatement) {
		return "was " + values(series, restatement).observed()
				+ (restatement.sameDay() ? " earlier on " + Phrasing.day(restatement.on())
						: " until " + Phrasing.day(restatement.on().minusDays(1)));
	}

	private static void listed(String what, List<PeriodFigure> gaps, boolean withheld, List<String> sentences) {
		List<String> periods = gaps.stream()
			.filter((each) -> (each.obstacle() == Obstacle.WITHHELD) == withheld)
			.map((each) -> each.period().inWords())
			.toList();
		if (!periods.isEmpty()) {
			int more = periods.size() - MOST_NAMED;
			sentences.add(what + ": " + String.join(", ", periods.subList(Math.max(0, more), periods.size()))
					+ ((more > 0) ? " and " + more + " earlier" : "") + ".");
		}
	}

	private static String words(Measure measure, PeriodFigure figure) {
		return measure.unit().inWords(figure.value()) + " " + figure.period().when();
	}

	private static String required(MeasureSeries series, PeriodFigure last) {
		return series.chart()
			.map((chart) -> chart.points().get(series.figures().indexOf(last)).target())
			.map((target) -> ", against " + series.measure().unit().plannedInWords(BigDecimal.valueOf(target))
					+ " required")
			.orElse("");
	}

	/** {@code month} of what is measured monthly. */
	static String noun(Cadence cadence) {
		return switch (cadence) {
			case DAILY -> "day";
			case WEEKLY -> "week";
			case MONTHLY -> "month";
			case QUARTERLY -> "quarter";
			case ANNUAL -> "year";
		};
	}

}
