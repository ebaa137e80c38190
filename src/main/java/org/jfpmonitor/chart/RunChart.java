package org.jfpmonitor.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.variation.ChartPoint;
import org.jfpmonitor.variation.ControlChart;
import org.jfpmonitor.variation.limits.ControlLimits;
import org.jspecify.annotations.Nullable;

/**
 * Draws a control chart: the figures as a line with a mark for each, mean and process
 * limits of each rebase group, and the required values. Special causes differ by shape as
 * well as by colour. The drawing has a title and a description and uses no script and no
 * style of its own.
 */
public final class RunChart {

	private static final double WIDTH = 800;

	private static final double HEIGHT = 320;

	private static final double LEFT = 72;

	private static final double RIGHT = 632;

	private static final double TOP = 32;

	private static final double BOTTOM = 280;

	private static final int DATE_LABELS = 7;

	private static final long SHORT_SPAN_DAYS = 120;

	private final String id;

	private final Unit unit;

	private final boolean stepped;

	private final List<ChartPoint> points;

	private final ControlChart chart;

	private final ValueAxis axis;

	private final SvgText svg = new SvgText();

	/**
	 * @param id unique in the page
	 * @param chart what to draw, in base units
	 * @param unit the unit to show
	 * @param stepped whether required values hold from a day on rather than lie on a line
	 */
	public RunChart(String id, ControlChart chart, Unit unit, boolean stepped) {
		this.id = id;
		this.unit = unit;
		this.stepped = stepped;
		this.chart = chart;
		this.points = chart.points();
		this.axis = ValueAxis.spanning(this.points.stream().flatMap(this::heights).toList(), TOP, BOTTOM);
	}

	/** The drawing as an {@code svg} element. */
	public String svg(String title, String description) {
		this.svg.open("svg", "class", "jfp-chart__drawing", "xmlns", "http://www.w3.org/2000/svg", "viewBox",
				"0 0 " + SvgText.length(WIDTH) + " " + SvgText.length(HEIGHT), "role", "img", "aria-labelledby",
				this.id + "-title " + this.id + "-desc");
		this.svg.words("title", title, "id", this.id + "-title");
		this.svg.words("desc", description, "id", this.id + "-desc");
		valueMarks();
		dates();
		rebases();
		lines();
		marks();
		labels();
		return this.svg.close("svg").toString();
	}

	private void valueMarks() {
		for (BigDecimal mark : this.axis.marks()) {
			double y = this.axis.y(mark.doubleValue());
			this.svg.shape("line", "class", "jfp-chart__grid", "x1", LEFT, "y1", y, "x2", RIGHT, "y2", y);
			this.svg.words("text", number(mark), "class", "jfp-chart__mark", "x", LEFT - 8, "y", y + 4, "text-anchor",
					"end");
		}
		String words = counted();
		if (!words.isEmpty()) {
			this.svg.words("text", words, "class", "jfp-chart__mark", "x", LEFT - 8, "y", TOP - 18, "text-anchor",
					"start");
		}
	}

	/** A mark of the axis: short units stand beside the number, long ones above it. */
	private String number(BigDecimal mark) {
		Unit shown = counted().isEmpty() ? this.unit : Unit.COUNT;
		return shown.inWords(shown.toBase(mark), Math.max(1, mark.scale()));
	}

	private String words(double value) {
		BigDecimal exact = BigDecimal.valueOf(value);
		return counted().isEmpty() ? this.unit.inWords(exact) : Unit.COUNT.inWords(this.unit.fromBase(exact));
	}

	private String counted() {
		return switch (this.unit) {
			case PERCENT, RATIO, COUNT, GBP -> "";
			case PER_1000 -> "per 1,000";
			case PER_100000 -> "per 100,000";
			case SECONDS, MINUTES, HOURS, DAYS -> this.unit.word();
		};
	}

	private void dates() {
		boolean shortSpan = ChronoUnit.DAYS.between(first(), last()) < SHORT_SPAN_DAYS;
		DateTimeFormatter format = DateTimeFormatter.ofPattern(shortSpan ? "d MMM yyyy" : "MMM yyyy", Locale.ENGLISH);
		int every = (this.points.size() + DATE_LABELS - 1) / DATE_LABELS;
		for (int i = (this.points.size() - 1) % every; i < this.points.size(); i += every) {
			double x = x(this.points.get(i));
			this.svg.shape("line", "class", "jfp-chart__axis", "x1", x, "y1", BOTTOM, "x2", x, "y2", BOTTOM + 5);
			this.svg.words("text", format.format(this.points.get(i).date()), "class", "jfp-chart__mark", "x", x, "y",
					BOTTOM + 22, "text-anchor", "middle");
		}
		this.svg.shape("line", "class", "jfp-chart__axis", "x1", LEFT, "y1", BOTTOM, "x2", RIGHT, "y2", BOTTOM);
	}

	private void rebases() {
		for (int i = 1; i < this.points.size(); i++) {
			if (this.points.get(i).rebaseGroup() != this.points.get(i - 1).rebaseGroup()) {
				double x = (x(this.points.get(i - 1)) + x(this.points.get(i))) / 2;
				this.svg.shape("line", "class", "jfp-chart__rebase", "x1", x, "y1", TOP, "x2", x, "y2", BOTTOM);
			}
		}
	}

	private void lines() {
		limit("jfp-chart__limit", ControlLimits::upper);
		limit("jfp-chart__limit", ControlLimits::lower);
		limit("jfp-chart__mean", ControlLimits::mean);
		path("jfp-chart__required", ChartPoint::target, this.stepped, false);
		path("jfp-chart__line", ChartPoint::value, false, false);
	}

	private void limit(String style, Function<ControlLimits, @Nullable Double> line) {
		path(style, (point) -> line.apply(point.limits()), false, true);
	}

	/**
	 * A line through the heights; a missing one breaks it, and so does a rebase where
	 * asked.
	 */
	private void path(String style, Function<ChartPoint, @Nullable Double> height, boolean steps,
			boolean brokenByRebase) {
		StringBuilder path = new StringBuilder();
		ChartPoint before = null;
		for (ChartPoint point : this.points) {
			Double value = height.apply(point);
			if (value == null) {
				before = null;
				continue;
			}
			boolean starts = before == null || (brokenByRebase && before.rebaseGroup() != point.rebaseGroup());
			if (!starts && steps) {
				path.append('H').append(SvgText.length(x(point)));
			}
			path.append(starts ? 'M' : 'L')
				.append(SvgText.length(x(point)))
				.append(' ')
				.append(SvgText.length(y(value)));
			before = point;
		}
		if (!path.isEmpty()) {
			this.svg.shape("path", "class", style, "fill", "none", "d", path);
		}
	}

	private void marks() {
		for (ChartPoint point : this.points) {
			Double value = point.value();
			if (value != null) {
				mark(point, x(point), y(value));
			}
		}
	}

	private void mark(ChartPoint point, double x, double y) {
		switch (point.type()) {
			case SPECIAL_CAUSE_IMPROVEMENT -> this.svg.shape("path", "class", "jfp-point jfp-point--improvement", "d",
					"M" + SvgText.length(x) + " " + SvgText.length(y - 7) + "l7 7-7 7-7-7z");
			case SPECIAL_CAUSE_CONCERN -> this.svg.shape("rect", "class", "jfp-point jfp-point--concern", "x", x - 5,
					"y", y - 5, "width", "10", "height", "10");
			case SPECIAL_CAUSE_NEUTRAL_HIGH, SPECIAL_CAUSE_NEUTRAL_LOW ->
				this.svg.shape("path", "class", "jfp-point jfp-point--neutral", "d",
						"M" + SvgText.length(x) + " " + SvgText.length(y - 6) + "l6 11h-12z");
			case COMMON_CAUSE ->
				this.svg.shape("circle", "class", "jfp-point jfp-point--common", "cx", x, "cy", y, "r", "4");
		}
	}

	private void labels() {
		LineLabels labels = new LineLabels();
		ChartPoint latest = this.chart.latest();
		label(labels, "Upper limit", latest.limits().upper(), "jfp-chart__limit-label");
		label(labels, "Average", latest.limits().mean(), "jfp-chart__mean-label");
		label(labels, "Lower limit", latest.limits().lower(), "jfp-chart__limit-label");
		label(labels, "Required", latest.target(), "jfp-chart__required-label");
		label(labels, "Latest", latest.value(), "jfp-chart__latest-label");
		for (LineLabels.Label label : labels.placed(TOP, BOTTOM)) {
			this.svg.words("text", label.words(), "class", label.style(), "x", RIGHT + 14, "y", label.y() + 4);
		}
	}

	private void label(LineLabels labels, String name, @Nullable Double value, String style) {
		if (value != null) {
			labels.add(name + " " + words(value), y(value), style);
		}
	}

	private Stream<Double> heights(ChartPoint point) {
		List<Double> heights = new ArrayList<>();
		ControlLimits limits = point.limits();
		for (Double height : new Double[] { point.value(), point.target(), limits.mean(), limits.lower(),
				limits.upper() }) {
			if (height != null) {
				heights.add(shown(height));
			}
		}
		return heights.stream();
	}

	private double x(ChartPoint point) {
		long span = ChronoUnit.DAYS.between(first(), last());
		double inset = 16;
		if (span == 0) {
			return (LEFT + RIGHT) / 2;
		}
		double share = (double) ChronoUnit.DAYS.between(first(), point.date()) / span;
		return LEFT + inset + share * (RIGHT - LEFT - 2 * inset);
	}

	private double y(double value) {
		return this.axis.y(shown(value));
	}

	private double shown(double value) {
		return this.unit.fromBase(BigDecimal.valueOf(value)).doubleValue();
	}

	private LocalDate first() {
		return this.points.get(0).date();
	}

	private LocalDate last() {
		return this.points.get(this.points.size() - 1).date();
	}

}
