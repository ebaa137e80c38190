package org.jfpmonitor.notification.render;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jfpmonitor.assessment.PlanAssessed;
import org.jfpmonitor.assessment.series.MeasureChart;
import org.jfpmonitor.assessment.series.MeasureCourse;
import org.jfpmonitor.assessment.series.MeasureCourse.Step;
import org.jfpmonitor.assessment.series.MeasureCourses;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.id.MeasureId;

/** The pictures for the mails of one run, each drawn once. */
public final class Album {

	/** How many periods a picture shows at most. */
	static final int PERIODS = 24;

	private final MeasureCourses courses;

	private final Lettering lettering;

	private final PlanAssessed run;

	private final Map<MeasureId, Optional<Picture>> drawn = new HashMap<>();

	public Album(MeasureCourses courses, Lettering lettering, PlanAssessed run) {
		this.courses = courses;
		this.lettering = lettering;
		this.run = run;
	}

	/** The picture of the measure; empty when it has no figure. */
	Optional<Picture> picture(MeasureId measure) {
		return this.drawn.computeIfAbsent(measure, this::draw);
	}

	private Optional<Picture> draw(MeasureId id) {
		Plan plan = this.run.now().plan().plan();
		return plan.measure(id)
			.map((measure) -> this.courses.course(measure, plan, this.run.now().asOf(), this.run.now().knownOn()))
			.filter((course) -> !Phrasing.picture(course, PERIODS).isEmpty())
			.map(this::picture);
	}

	private Picture picture(MeasureCourse course) {
		List<Step> steps = newest(course.steps());
		MeasureChart chart = Objects.requireNonNull(course.chart(), "A course with a value has a chart");
		byte[] png = SeriesPicture.png(newest(chart.chart().points()), course.measure().unit(), inWords(steps.get(0)),
				inWords(steps.get(steps.size() - 1)), this.lettering);
		return new Picture(course.measure().id() + "." + this.run.run() + "@jfp-monitor", png,
				Phrasing.picture(course, PERIODS));
	}

	/**
	 * The period; one that its two dates name, by its last day, because there is little
	 * room.
	 */
	private static String inWords(Step step) {
		String words = step.period().inWords();
		return Character.isDigit(words.charAt(0)) && words.contains(" to ")
				? "to " + Phrasing.day(step.period().lastDay()) : words;
	}

	private static <T> List<T> newest(List<T> all) {
		return all.subList(Math.max(0, all.size() - PERIODS), all.size());
	}

}
