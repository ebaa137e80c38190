package org.jfpmonitor.notification.render;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessed;
import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.assessment.words.SeriesChart;
import org.jfpmonitor.chart.ChartPng;
import org.jfpmonitor.chart.ChartSize;
import org.jfpmonitor.notification.outbox.InlineImage;
import org.jfpmonitor.plan.id.MeasureId;

/** The charts for the mails of one run, each drawn once. */
public final class ChartImages {

	/** How many periods a chart shows at most. */
	static final int PERIODS = 24;

	private final PlanAssessed run;

	private final ChartPng png;

	private final Map<MeasureId, Optional<InlineImage>> drawn = new HashMap<>();

	public ChartImages(PlanAssessed run, ChartPng png) {
		this.run = run;
		this.png = png;
	}

	/** The chart of the measure; empty when it has no figure. */
	Optional<InlineImage> of(MeasureId measure) {
		return this.drawn.computeIfAbsent(measure, this::draw);
	}

	private Optional<InlineImage> draw(MeasureId id) {
		return this.run.now()
			.measure(id)
			.map(MeasureAssessment::series)
			.filter((series) -> series.chart().isPresent())
			.map(this::draw);
	}

	/**
	 * What the marks of the measure's chart say, each a sentence, after the name of the
	 * measure where its objective has several.
	 */
	List<String> key(MeasureId measure) {
		String name = this.run.now()
			.objectives()
			.stream()
			.map(ObjectiveAssessment::measures)
			.filter((each) -> each.size() > 1)
			.flatMap(List::stream)
			.map(MeasureAssessment::measure)
			.filter((each) -> each.id().equals(measure))
			.findFirst()
			.map((each) -> each.shortTitle() + ": ")
			.orElse("");
		return this.run.now()
			.measure(measure)
			.map((each) -> new SeriesChart(each.series(), PERIODS).key())
			.orElse(List.of())
			.stream()
			.map((sentence) -> name + sentence)
			.toList();
	}

	private InlineImage draw(MeasureSeries series) {
		String description = Phrasing.picture(series, PERIODS);
		String svg = new SeriesChart(series, PERIODS).drawn("chart", Map.of(), ChartSize.MAIL, series.measure().title(),
				description);
		return new InlineImage(series.measure().id() + "." + this.run.run() + "@jfp-monitor", this.png.of(svg),
				description);
	}

}
