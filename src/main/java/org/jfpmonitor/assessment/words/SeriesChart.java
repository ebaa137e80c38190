package org.jfpmonitor.assessment.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.assessment.series.Obstacle;
import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.assessment.series.Restatement;
import org.jfpmonitor.chart.ChartNote;
import org.jfpmonitor.chart.ChartSize;
import org.jfpmonitor.chart.ControlChartSvg;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.variation.ChartPoint;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The control chart of a measure, drawn in the same way for page, report and mail: with
 * what was restated, what is withheld and what is missing.
 *
 * @param series whose figures; one of them at least has a value
 * @param periods how many of the newest periods are drawn at most
 */
public record SeriesChart(MeasureSeries series, int periods) {

	/** Of all its periods. */
	public static SeriesChart of(MeasureSeries series) {
		return new SeriesChart(series, Integer.MAX_VALUE);
	}

	/**
	 * The drawing as an {@code svg} element.
	 * @param id unique in the page
	 * @param letters what stands above some of its figures, by their places in the series
	 */
	public String drawn(String id, Map<Integer, String> letters, ChartSize size, String title, String description) {
		return ControlChartSvg.of(id, points(), notes(letters), judged(), this.series.measure(), size, title,
				description);
	}

	/**
	 * The numbers of its upright axis alone, as an {@code svg} element of the same
	 * height.
	 */
	public String axis(ChartSize size) {
		return ControlChartSvg.axis(points(), judged(), this.series.measure(), size);
	}

	private List<ChartPoint> points() {
		List<ChartPoint> points = this.series.shownPoints();
		return points.subList(first(), points.size());
	}

	/**
	 * What its marks for restated, withheld and missing figures say, each a sentence;
	 * empty when there are none.
	 */
	public List<String> key() {
		return SeriesPhrases.key(this.series, first());
	}

	/** The place of the oldest period drawn. */
	private int first() {
		return Math.max(0, this.series.figures().size() - this.periods);
	}

	/**
	 * What is judged in place of single periods; null when they are judged themselves.
	 */
	private ControlChartSvg.@Nullable JudgedLine judged() {
		Measure measure = this.series.measure();
		String name = SeriesPhrases.judged(measure);
		if (name.isEmpty()) {
			return null;
		}
		return new ControlChartSvg.JudgedLine(StringUtils.capitalize(name),
				"Latest " + SeriesPhrases.noun(measure.cadence()),
				IntStream.rangeClosed(first(), this.series.newest()).mapToObj(this::judged).toList());
	}

	/** A total of the year to date begins anew with the first period of the year. */
	private ControlChartSvg.JudgedLine.Step judged(int place) {
		PeriodFigure figure = this.series.judged(place);
		return new ControlChartSvg.JudgedLine.Step(figure.hasValue() ? figure.value().doubleValue() : null,
				this.series.requiredOf(figure.slot()).map((each) -> each.value().doubleValue()).orElse(null),
				figure.asked() == 1);
	}

	private List<ChartNote> notes(Map<Integer, String> letters) {
		Map<Integer, Restatement> restated = this.series.restatements()
			.stream()
			.collect(Collectors.toMap(Restatement::place, Function.identity()));
		List<ChartNote> notes = new ArrayList<>();
		for (int place = first(); place <= this.series.newest(); place++) {
			String above = letters.getOrDefault(place, "");
			boolean withheld = this.series.figures().get(place).obstacle() == Obstacle.WITHHELD;
			Restatement restatement = restated.get(place);
			if (!above.isEmpty() || withheld || restatement != null) {
				notes.add(new ChartNote(place - first(), above, withheld, before(restatement)));
			}
		}
		return notes;
	}

	private static @Nullable Double before(@Nullable Restatement restatement) {
		return (restatement != null) ? restatement.before().doubleValue() : null;
	}

}
