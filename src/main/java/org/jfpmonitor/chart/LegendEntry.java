package org.jfpmonitor.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * One mark or line of a control chart with what it means.
 *
 * @param drawing an {@code svg} element that says nothing to a screen reader
 * @param words what it means
 */
public record LegendEntry(String drawing, String words) {

	/** All that a control chart may show. */
	public static List<LegendEntry> all() {
		return of("what is judged, where that is not the single point: the year to date, for example");
	}

	/**
	 * What a chart may show.
	 * @param judged what is judged in place of the single points, in words; empty when
	 * they are judged themselves
	 */
	public static List<LegendEntry> of(String judged) {
		List<LegendEntry> entries = new ArrayList<>(List.of(mark(ChartStyle.COMMON_CAUSE, "usual variation"),
				mark(ChartStyle.IMPROVEMENT, "improvement"), mark(ChartStyle.CONCERN, "concern"),
				mark(ChartStyle.NEUTRAL, "change"), gap("no figure"), withheld("withheld (small number)"),
				restated("restated; the bar is the figure before"), line(ChartStyle.REQUIRED, "required"),
				line(ChartStyle.AVERAGE, "average"), line(ChartStyle.LIMIT, "process limits")));
		if (!judged.isEmpty()) {
			entries.add(line(ChartStyle.JUDGED, judged));
		}
		return entries;
	}

	private static LegendEntry mark(ChartStyle style, String words) {
		SvgText svg = open(20);
		PointMark.draw(svg, style, 10, 8);
		return new LegendEntry(svg.close("svg").toString(), words);
	}

	private static LegendEntry gap(String words) {
		SvgText svg = open(20);
		PointMark.gap(svg, 10, 8);
		return new LegendEntry(svg.close("svg").toString(), words);
	}

	private static LegendEntry withheld(String words) {
		SvgText svg = open(20);
		PointMark.withheld(svg, 10, 8);
		return new LegendEntry(svg.close("svg").toString(), words);
	}

	private static LegendEntry restated(String words) {
		SvgText svg = open(40);
		PointMark.draw(svg, ChartStyle.COMMON_CAUSE, 11, 8);
		svg.shape("circle", ChartStyle.RESTATED, "cx", 11, "cy", 8, "r", 7);
		svg.shape("path", ChartStyle.RESTATED, "d", "M26 8h10");
		return new LegendEntry(svg.close("svg").toString(), words);
	}

	private static LegendEntry line(ChartStyle style, String words) {
		SvgText svg = open(32).shape("path", style, "d", "M1 8h30");
		return new LegendEntry(svg.close("svg").toString(), words);
	}

	private static SvgText open(int width) {
		return new SvgText().open("svg", "class", "jfp-legend__key", "viewBox", "0 0 " + width + " 16", "width", width,
				"height", 16);
	}

}
