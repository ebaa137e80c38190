package org.jfpmonitor.assessment.words;

import java.math.BigDecimal;
import java.util.List;

import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.series.MeasureChart;
import org.jfpmonitor.assessment.series.MeasureCourse;
import org.jfpmonitor.assessment.series.MeasureCourse.Step;
import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.plan.Measure;
import org.jspecify.annotations.Nullable;

/** How the figures of a measure run, in words. */
final class CoursePhrases {

	private CoursePhrases() {
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
	static String picture(MeasureCourse course, int periods) {
		List<Step> valued = newest(course, periods).stream().filter((step) -> value(step) != null).toList();
		if (valued.isEmpty()) {
			return "";
		}
		Measure measure = course.measure();
		Step first = valued.get(0);
		Step last = valued.get(valued.size() - 1);
		String run = (valued.size() == 1) ? words(measure, last) : words(measure, first) + ", " + words(measure, last);
		return "Chart of " + measure.title() + ", " + measure.cadence().word() + ": " + run + required(course, last)
				+ "; " + measure.direction().code() + " is better.";
	}

	private static List<Step> newest(MeasureCourse course, int periods) {
		List<Step> steps = course.steps();
		return steps.subList(Math.max(0, steps.size() - periods), steps.size());
	}

	private static String words(Measure measure, Step step) {
		BigDecimal value = value(step);
		return ((value != null) ? measure.unit().inWords(value) : "none") + " " + Phrasing.in(step.period());
	}

	private static String required(MeasureCourse course, Step last) {
		MeasureChart chart = course.chart();
		Double target = (chart != null) ? chart.chart().points().get(course.steps().indexOf(last)).target() : null;
		return (target != null)
				? ", against " + course.measure().unit().inWords(BigDecimal.valueOf(target)) + " required" : "";
	}

	private static @Nullable BigDecimal value(Step step) {
		Figure figure = step.figure();
		return (figure != null) ? figure.value() : null;
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
