package org.jfpmonitor.chart;

import org.jfpmonitor.variation.ChartPoint;

/**
 * The marks of single periods: special causes differ by shape as well as by colour. A
 * period without a figure has a cross, one whose figure is withheld a hollow square, and
 * a figure that replaced another one a ring.
 */
final class PointMark {

	private PointMark() {
	}

	/** The style of the mark at the point. */
	static ChartStyle style(ChartPoint point) {
		return switch (point.type()) {
			case SPECIAL_CAUSE_IMPROVEMENT -> ChartStyle.IMPROVEMENT;
			case SPECIAL_CAUSE_CONCERN -> ChartStyle.CONCERN;
			case SPECIAL_CAUSE_NEUTRAL_HIGH, SPECIAL_CAUSE_NEUTRAL_LOW -> ChartStyle.NEUTRAL;
			case COMMON_CAUSE -> ChartStyle.COMMON_CAUSE;
		};
	}

	/** A mark of the style's own shape around the place. */
	static void draw(SvgText svg, ChartStyle style, double x, double y) {
		if (style == ChartStyle.IMPROVEMENT) {
			svg.shape("path", style, "d", "M" + SvgText.length(x) + " " + SvgText.length(y - 7) + "l7 7-7 7-7-7z");
		}
		else if (style == ChartStyle.CONCERN) {
			svg.shape("rect", style, "x", x - 5, "y", y - 5, "width", 10, "height", 10);
		}
		else if (style == ChartStyle.NEUTRAL) {
			svg.shape("path", style, "d", "M" + SvgText.length(x) + " " + SvgText.length(y - 6) + "l6 11h-12z");
		}
		else {
			svg.shape("circle", style, "cx", x, "cy", y, "r", 4);
		}
	}

	/** A hollow square around the place. */
	static void withheld(SvgText svg, double x, double y) {
		svg.shape("rect", ChartStyle.GAP, "x", x - 4, "y", y - 4, "width", 8, "height", 8);
	}

	/** A ring around the mark at the place. */
	static void restated(SvgText svg, double x, double y) {
		svg.shape("circle", ChartStyle.RESTATED, "cx", x, "cy", y, "r", 9);
	}

	/** A bar at the height of the figure before, tied to the one that replaced it. */
	static void before(SvgText svg, double x, double y, double before) {
		double edge = (before > y) ? y + 9 : y - 9;
		if (Math.abs(before - y) > 9) {
			svg.shape("path", ChartStyle.BEFORE, "d",
					"M" + SvgText.length(x) + " " + SvgText.length(edge) + "V" + SvgText.length(before));
		}
		svg.shape("path", ChartStyle.RESTATED, "d", "M" + SvgText.length(x - 5) + " " + SvgText.length(before) + "h10");
	}

	/** A cross around the place. */
	static void gap(SvgText svg, double x, double y) {
		svg.shape("path", ChartStyle.GAP, "d",
				"M" + SvgText.length(x - 4) + " " + SvgText.length(y - 4) + "l8 8m0-8l-8 8");
	}

}
