package org.jfpmonitor.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jfpmonitor.variation.ChartPoint;
import org.jspecify.annotations.Nullable;

/**
 * The newest figures of a measure as a line without words, for tables: figures, what was
 * required of them, and a mark at the latest whose shape is that of the large chart.
 * Whoever shows it says beside it what it shows.
 */
public final class Sparkline {

	/** As many periods as a year of months has, and the one before. */
	private static final int PERIODS = 13;

	private static final int WIDTH = 96;

	private static final int HEIGHT = 32;

	private static final double EDGE = 8;

	private final List<ChartPoint> points;

	private final double low;

	private final double high;

	private Sparkline(List<ChartPoint> points) {
		this.points = points;
		List<Double> values = points.stream()
			.flatMap((point) -> Stream.of(point.value(), point.target()))
			.filter(Objects::nonNull)
			.toList();
		this.low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
		this.high = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
	}

	/** The drawing as an {@code svg} element; empty of fewer than two figures. */
	public static String of(List<ChartPoint> points) {
		List<ChartPoint> newest = points.subList(Math.max(0, points.size() - PERIODS), points.size());
		return (newest.stream().filter((point) -> point.value() != null).count() < 2) ? ""
				: new Sparkline(newest).drawn();
	}

	private String drawn() {
		SvgText svg = new SvgText();
		svg.open("svg", "class", "jfp-sparkline", "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "width", WIDTH, "height",
				HEIGHT, "aria-hidden", "true", "focusable", "false");
		path(svg, ChartStyle.REQUIRED, ChartPoint::target);
		path(svg, ChartStyle.FIGURES, ChartPoint::value);
		for (int i = this.points.size() - 1; i >= 0; i--) {
			Double value = this.points.get(i).value();
			if (value != null) {
				PointMark.draw(svg, PointMark.style(this.points.get(i)), x(i), y(value));
				break;
			}
		}
		return svg.close("svg").toString().replace("\n", "");
	}

	private void path(SvgText svg, ChartStyle style, Function<ChartPoint, @Nullable Double> height) {
		List<String> steps = new ArrayList<>();
		boolean broken = true;
		for (int i = 0; i < this.points.size(); i++) {
			Double value = height.apply(this.points.get(i));
			if (value != null) {
				steps.add((broken ? "M" : "L") + SvgText.length(x(i)) + " " + SvgText.length(y(value)));
			}
			broken = value == null;
		}
		if (!steps.isEmpty()) {
			svg.shape("path", style, "d", String.join("", steps));
		}
	}

	private double x(int place) {
		return EDGE + place * (WIDTH - 2 * EDGE) / Math.max(1, this.points.size() - 1);
	}

	private double y(double value) {
		double span = this.high - this.low;
		return (span == 0) ? HEIGHT / 2.0 : HEIGHT - EDGE - (value - this.low) / span * (HEIGHT - 2 * EDGE);
	}

}
