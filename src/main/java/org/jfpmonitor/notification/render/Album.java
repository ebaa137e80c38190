package org.jfpmonitor.notification.render;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.PlanAssessed;
import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.variation.ControlChart;

/** The pictures for the mails of one run, each drawn once. */
public final class Album {

	/** How many periods a picture shows at most. */
	static final int PERIODS = 24;

	private final Lettering lettering;

	private final PlanAssessed run;

	private final Map<MeasureId, Optional<Picture>> drawn = new HashMap<>();

	public Album(Lettering lettering, PlanAssessed run) {
		this.lettering = lettering;
		this.run = run;
	}

	/** The picture of the measure; empty when it has no figure. */
	Optional<Picture> picture(MeasureId measure) {
		return this.drawn.computeIfAbsent(measure, this::draw);
	}

	private Optional<Picture> draw(MeasureId id) {
		return this.run.now()
			.measure(id)
			.map(MeasureAssessment::series)
			.flatMap((series) -> series.chart().map((chart) -> picture(series, chart)));
	}

	private Picture picture(MeasureSeries series, ControlChart chart) {
		List<PeriodFigure> figures = newest(series.figures());
		byte[] png = SeriesPicture.png(newest(chart.points()), series.measure().unit(), inWords(figures.get(0)),
				inWords(figures.get(figures.size() - 1)), this.lettering);
		return new Picture(series.measure().id() + "." + this.run.run() + "@jfp-monitor", png,
				Phrasing.picture(series, PERIODS));
	}

	/**
	 * The period; one that its two dates name, by its last day, because there is little
	 * room.
	 */
	private static String inWords(PeriodFigure figure) {
		String words = figure.period().inWords();
		return Character.isDigit(words.charAt(0)) && words.contains(" to ")
				? "to " + Phrasing.day(figure.period().lastDay()) : words;
	}

	private static <T> List<T> newest(List<T> all) {
		return all.subList(Math.max(0, all.size() - PERIODS), all.size());
	}

}
