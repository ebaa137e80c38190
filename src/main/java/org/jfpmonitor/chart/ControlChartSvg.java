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

import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jfpmonitor.variation.ChartPoint;
import org.jfpmonitor.variation.limits.ControlLimits;
import org.jspecify.annotations.Nullable;

/**
 * Draws a control chart: the figures as a line with a mark for each, mean and process
 * limits of each rebase group, and the required values. Special causes differ by shape as
 * well as by colour. The drawing has a title and a description, and uses no script and no
 * style sheet, so that it looks the same in a page, in a file and as a picture.
 */
public final class ControlChartSvg {

	private static final double INSET = 16;

	private static final double LABELS = 14;

	/** How wide a letter is, as a share of its height: in wide fonts a little less. */
	private static final double LETTER = 0.55;

	/** Half the length of what is required of one period alone. */
	private static final double ALONE = 10;

	private static final long SHORT_SPAN_DAYS = 120;

	private final ChartSize size;

	private final Unit unit;

	private final boolean stepped;

	private final List<ChartPoint> points;

	private final List<ChartNote> notes;

	private final ValueAxis axis;

	private final SvgText svg = new SvgText();

	private ControlChartSvg(List<ChartPoint> points, List<ChartNote> notes, Unit unit, boolean stepped,
			ChartSize size) {
		this.points = points;
		this.notes = List.copyOf(notes);
		this.unit = unit;
		this.stepped = stepped;
		this.size = size;
		this.axis = ValueAxis.spanning(this.points.stream().flatMap(this::heights).toList(), size.top(), size.bottom());
	}

	/**
	 * The drawing as an {@code svg} element.
	 * @param id unique in the page
	 * @param points what to draw, oldest first, at least one, in base units
	 * @param measure whose unit is shown, and whose required values hold from a day on or
	 * lie on a line
	 */
	public static String of(String id, List<ChartPoint> points, Measure measure, ChartSize size, String title,
			String description) {
		return of(id, points, List.of(), measure, size, title, description);
	}

	/**
	 * The same with letters above some of its points.
	 * @param notes in the order of their points
	 */
	public static String of(String id, List<ChartPoint> points, List<ChartNote> notes, Measure measure, ChartSize size,
			String title, String description) {
		Target target = measure.target();
		boolean stepped = target != null && !(target.trajectory() instanceof Trajectory.StraightLine);
		return new ControlChartSvg(points, notes, measure.unit(), stepped, size).drawn(id, title, description);
	}

	static String of(String id, List<ChartPoint> points, Unit unit, boolean stepped, ChartSize size, String title,
			String description) {
		return new ControlChartSvg(points, List.of(), unit, stepped, size).drawn(id, title, description);
	}

	private String drawn(String id, String title, String description) {
		this.svg.open("svg", "class", "jfp-chart__drawing", "xmlns", "http://www.w3.org/2000/svg", "viewBox",
				"0 0 " + this.size.width() + " " + this.size.height(), "role", "img", "aria-labelledby",
				id + "-title " + id + "-desc", "font-family", "Arial,SansSerif,sans-serif", "font-size",
				this.size.fontSize());
		this.svg.words("title", title, "id", id + "-title");
		this.svg.words("desc", description, "id", id + "-desc");
		valueMarks();
		dates();
		rebases();
		lines();
		marks();
		gaps();
		notes();
		labels();
		return this.svg.close("svg").toString();
	}

	private void valueMarks() {
		double right = this.size.left() - 8;
		for (BigDecimal mark : this.axis.marks()) {
			double y = this.axis.y(mark.doubleValue());
			this.svg.shape("line", ChartStyle.GRID, "x1", this.size.left(), "y1", y, "x2", this.size.right(), "y2", y);
			write(number(mark), ChartStyle.AXIS_LABEL, "end", right, y + toMiddle(), right);
		}
		String words = counted();
		if (!words.isEmpty()) {
			write(words, ChartStyle.AXIS_LABEL, "start", right, this.size.top() - 18, this.size.width());
		}
	}

	/** Words in one line, smaller where they would not fit into the room, in pixels. */
	private void write(String words, ChartStyle style, String anchor, double x, double y, double room) {
		double fitting = room / (words.length() * LETTER);
		Object[] place = { "x", x, "y", y, "text-anchor", anchor };
		Object[] smaller = { "x", x, "y", y, "text-anchor", anchor, "font-size", fitting };
		this.svg.text(words, style, (fitting < this.size.fontSize()) ? smaller : place);
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
		int every = (this.points.size() + this.size.dates() - 1) / this.size.dates();
		for (int i = (this.points.size() - 1) % every; i < this.points.size(); i += every) {
			double x = x(this.points.get(i));
			this.svg.shape("line", ChartStyle.AXIS, "x1", x, "y1", this.size.bottom(), "x2", x, "y2",
					this.size.bottom() + 5);
			write(format.format(this.points.get(i).date()), ChartStyle.AXIS_LABEL, "middle", x, this.size.bottom() + 24,
					this.size.width());
		}
		this.svg.shape("line", ChartStyle.AXIS, "x1", this.size.left(), "y1", this.size.bottom(), "x2",
				this.size.right(), "y2", this.size.bottom());
	}

	private void rebases() {
		for (int i = 1; i < this.points.size(); i++) {
			if (this.points.get(i).rebaseGroup() != this.points.get(i - 1).rebaseGroup()) {
				double x = (x(this.points.get(i - 1)) + x(this.points.get(i))) / 2;
				this.svg.shape("line", ChartStyle.REBASE, "x1", x, "y1", this.size.top(), "x2", x, "y2",
						this.size.bottom());
			}
		}
	}

	private void lines() {
		limit(ChartStyle.LIMIT, ControlLimits::upper);
		limit(ChartStyle.LIMIT, ControlLimits::lower);
		limit(ChartStyle.AVERAGE, ControlLimits::mean);
		path(ChartStyle.REQUIRED, ChartPoint::target, this.stepped, false);
		requiredAlone();
		path(ChartStyle.FIGURES, ChartPoint::value, false, false);
	}

	private void limit(ChartStyle style, Function<ControlLimits, @Nullable Double> line) {
		path(style, (point) -> line.apply(point.limits()), false, true);
	}

	/**
	 * A line through the heights; a missing one breaks it, and so does a rebase where
	 * asked.
	 */
	private void path(ChartStyle style, Function<ChartPoint, @Nullable Double> height, boolean steps,
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
			this.svg.shape("path", style, "d", path);
		}
	}

	/** What is required of a period between two of which nothing is. */
	private void requiredAlone() {
		for (int i = 0; i < this.points.size(); i++) {
			Double target = target(i);
			if (target != null && target(i - 1) == null && target(i + 1) == null) {
				double x = x(this.points.get(i));
				this.svg.shape("line", ChartStyle.REQUIRED, "x1", x - ALONE, "y1", y(target), "x2", x + ALONE, "y2",
						y(target));
			}
		}
	}

	private @Nullable Double target(int place) {
		return (place >= 0 && place < this.points.size()) ? this.points.get(place).target() : null;
	}

	private void marks() {
		for (ChartPoint point : this.points) {
			Double value = point.value();
			if (value != null) {
				mark(this.svg, style(point), x(point), y(value));
			}
		}
	}

	/** A cross on the axis for a period without a figure that can be drawn. */
	private void gaps() {
		for (ChartPoint point : this.points) {
			if (point.value() == null) {
				gap(this.svg, x(point), this.size.bottom() - 8);
			}
		}
	}

	/** A cross around the place. */
	static void gap(SvgText svg, double x, double y) {
		svg.shape("path", ChartStyle.GAP, "d",
				"M" + SvgText.length(x - 4) + " " + SvgText.length(y - 4) + "l8 8m0-8l-8 8");
	}

	private void notes() {
		double y = this.size.top() + this.size.fontSize();
		for (ChartNote note : this.notes) {
			double x = x(this.points.get(note.point()));
			this.svg.shape("line", ChartStyle.NOTE, "x1", x, "y1", y + 4, "x2", x, "y2", this.size.bottom());
			write(note.letter(), ChartStyle.NOTE_LETTER, "middle", x, y, this.size.width());
		}
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
	static void mark(SvgText svg, ChartStyle style, double x, double y) {
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

	private void labels() {
		LineLabels labels = new LineLabels(this.size.fontSize() + 2);
		ChartPoint latest = this.points.get(this.points.size() - 1);
		label(labels, "Upper limit", latest.limits().upper(), ChartStyle.LIMIT_LABEL);
		label(labels, "Average", latest.limits().mean(), ChartStyle.AVERAGE_LABEL);
		label(labels, "Lower limit", latest.limits().lower(), ChartStyle.LIMIT_LABEL);
		label(labels, "Required", latest.target(), ChartStyle.REQUIRED_LABEL);
		label(labels, "Latest", latest.value(), ChartStyle.LATEST_LABEL);
		double room = this.size.width() - this.size.right() - LABELS;
		for (LineLabels.Label label : labels.placed(this.size.top(), this.size.bottom())) {
			write(label.words(), label.style(), "start", this.size.right() + LABELS, label.y() + toMiddle(), room);
		}
	}

	/** From the middle of a line of text down to its base line, in pixels. */
	private double toMiddle() {
		return 0.3 * this.size.fontSize();
	}

	private void label(LineLabels labels, String name, @Nullable Double value, ChartStyle style) {
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
		if (span == 0) {
			return (this.size.left() + this.size.right()) / 2;
		}
		double share = (double) ChronoUnit.DAYS.between(first(), point.date()) / span;
		return this.size.left() + INSET + share * (this.size.right() - this.size.left() - 2 * INSET);
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
