package org.jfpmonitor.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.variation.ChartPoint;
import org.jfpmonitor.variation.limits.ControlLimits;
import org.jspecify.annotations.Nullable;

/**
 * Draws a control chart: the figures as a line with a mark for each, mean and process
 * limits of each rebase group, and the required values. Special causes differ by shape as
 * well as by colour. Where several periods are judged together, such as the year to date,
 * what is judged is a line of its own. The drawing has a title and a description, and
 * uses no script and no style sheet, so that it looks the same in a page, in a file and
 * as a picture.
 */
public final class ControlChartSvg {

	private static final double LABELS = 14;

	/** Half the length of what a line has at one period alone. */
	private static final double ALONE = 10;

	private final ChartSize size;

	private final boolean stepped;

	private final List<ChartPoint> points;

	private final List<ChartNote> notes;

	private final @Nullable JudgedLine judged;

	private final ChartScale scale;

	private final SvgText svg = new SvgText();

	private ControlChartSvg(List<ChartPoint> points, List<ChartNote> notes, @Nullable JudgedLine judged, Unit unit,
			boolean stepped, ChartSize size) {
		this.points = points;
		this.notes = List.copyOf(notes);
		this.judged = judged;
		this.stepped = stepped;
		this.size = size;
		this.scale = new ChartScale(points, (judged != null) ? judged.heights() : List.of(), unit, size);
	}

	/**
	 * The drawing as an {@code svg} element.
	 * @param id unique in the page
	 * @param points what to draw, oldest first, at least one, in base units
	 * @param notes what stands at some of them, in their order
	 * @param judged what is judged in place of the single points, one step for each, or
	 * null when they are judged themselves
	 * @param measure whose unit is shown, and whose required values hold from a day on or
	 * lie on a line
	 */
	public static String of(String id, List<ChartPoint> points, List<ChartNote> notes, @Nullable JudgedLine judged,
			Measure measure, ChartSize size, String title, String description) {
		Target target = measure.target();
		boolean stepped = target != null && !target.trajectory().isLine();
		return new ControlChartSvg(points, notes, judged, measure.unit(), stepped, size).drawn(id, title, description);
	}

	/**
	 * The numbers of its upright axis as an {@code svg} element of their own, as high as
	 * the drawing, to be kept in sight while the drawing is scrolled. It says nothing to
	 * a screen reader.
	 */
	public static String axis(List<ChartPoint> points, @Nullable JudgedLine judged, Measure measure, ChartSize size) {
		ChartScale scale = new ChartScale(points, (judged != null) ? judged.heights() : List.of(), measure.unit(),
				size);
		SvgText svg = new SvgText();
		svg.open("svg", "class", "jfp-chart__axis", "viewBox", "0 0 " + (int) size.left() + " " + size.height(),
				"aria-hidden", "true", "focusable", "false", "font-size", size.fontSize());
		new ChartAxes(points, scale, size).drawNumbers(svg);
		return svg.close("svg").toString();
	}

	static String of(String id, List<ChartPoint> points, List<ChartNote> notes, Unit unit, boolean stepped,
			ChartSize size, String title, String description) {
		return new ControlChartSvg(points, notes, null, unit, stepped, size).drawn(id, title, description);
	}

	private String drawn(String id, String title, String description) {
		this.svg.open("svg", "class", "jfp-chart__drawing", "xmlns", "http://www.w3.org/2000/svg", "viewBox",
				"0 0 " + this.size.width() + " " + this.size.height(), "role", "img", "aria-labelledby",
				id + "-title " + id + "-desc", "font-family", "Arial,Liberation Sans,SansSerif,sans-serif", "font-size",
				this.size.fontSize());
		this.svg.words("title", title, "id", id + "-title");
		this.svg.words("desc", description, "id", id + "-desc");
		new ChartAxes(this.points, this.scale, this.size).draw(this.svg);
		rebases();
		lines();
		marks();
		restatements();
		gaps();
		letters();
		labels();
		return this.svg.close("svg").toString();
	}

	private void rebases() {
		for (int i = 1; i < this.points.size(); i++) {
			if (this.points.get(i).rebaseGroup() != this.points.get(i - 1).rebaseGroup()) {
				double x = (this.scale.x(this.points.get(i - 1)) + this.scale.x(this.points.get(i))) / 2;
				this.svg.shape("line", ChartStyle.REBASE, "x1", x, "y1", this.size.top(), "x2", x, "y2",
						this.size.bottom());
			}
		}
	}

	private void lines() {
		limit(ChartStyle.LIMIT, ControlLimits::upper);
		limit(ChartStyle.LIMIT, ControlLimits::lower);
		limit(ChartStyle.AVERAGE, ControlLimits::mean);
		path(ChartStyle.REQUIRED, this::required, this.stepped, (place) -> false);
		alone(ChartStyle.REQUIRED, this::required, (place) -> false);
		if (this.judged != null) {
			path(ChartStyle.JUDGED, this.judged::value, false, this.judged::begins);
			alone(ChartStyle.JUDGED, this.judged::value, this.judged::begins);
		}
		path(ChartStyle.FIGURES, (place) -> this.points.get(place).value(), false, (place) -> false);
	}

	private void limit(ChartStyle style, Function<ControlLimits, @Nullable Double> line) {
		path(style, (place) -> line.apply(this.points.get(place).limits()), false,
				(place) -> this.points.get(place - 1).rebaseGroup() != this.points.get(place).rebaseGroup());
	}

	/**
	 * A line through the heights; a missing one breaks it.
	 * @param begins whether the line begins anew at a place after the first
	 */
	private void path(ChartStyle style, IntFunction<@Nullable Double> height, boolean steps, IntPredicate begins) {
		StringBuilder path = new StringBuilder();
		boolean broken = true;
		for (int i = 0; i < this.points.size(); i++) {
			Double value = height.apply(i);
			if (value != null) {
				String x = SvgText.length(this.scale.x(this.points.get(i)));
				boolean starts = broken || begins.test(i);
				if (!starts && steps) {
					path.append('H').append(x);
				}
				path.append(starts ? 'M' : 'L').append(x).append(' ').append(SvgText.length(this.scale.y(value)));
			}
			broken = value == null;
		}
		if (!path.isEmpty()) {
			this.svg.shape("path", style, "d", path);
		}
	}

	/** What a line has at a place from which it leads to no other. */
	private void alone(ChartStyle style, IntFunction<@Nullable Double> height, IntPredicate begins) {
		for (int i = 0; i < this.points.size(); i++) {
			Double value = height.apply(i);
			boolean begun = i == 0 || height.apply(i - 1) == null || begins.test(i);
			boolean ends = i == this.points.size() - 1 || height.apply(i + 1) == null || begins.test(i + 1);
			if (value != null && begun && ends) {
				double x = this.scale.x(this.points.get(i));
				this.svg.shape("line", style, "x1", x - ALONE, "y1", this.scale.y(value), "x2", x + ALONE, "y2",
						this.scale.y(value));
			}
		}
	}

	private @Nullable Double required(int place) {
		return (this.judged != null) ? this.judged.required(place) : this.points.get(place).target();
	}

	private void marks() {
		for (ChartPoint point : this.points) {
			Double value = point.value();
			if (value != null) {
				PointMark.draw(this.svg, PointMark.style(point), this.scale.x(point), this.scale.y(value));
			}
		}
	}

	/**
	 * What a figure was before is left out where it lies beyond the axis, which it would
	 * stretch: a ring and the words beside the chart remain.
	 */
	private void restatements() {
		for (ChartNote note : this.notes) {
			ChartPoint point = this.points.get(note.point());
			Double value = point.value();
			Double before = note.before();
			if (value != null && before != null) {
				double x = this.scale.x(point);
				double y = this.scale.y(value);
				double beforeY = this.scale.y(before);
				if (beforeY >= this.size.top() && beforeY <= this.size.bottom()) {
					PointMark.before(this.svg, x, y, beforeY);
				}
				PointMark.restated(this.svg, x, y);
			}
		}
	}

	/** On the axis, for a period without a figure that can be drawn. */
	private void gaps() {
		Set<Integer> withheld = this.notes.stream()
			.filter(ChartNote::withheld)
			.map(ChartNote::point)
			.collect(Collectors.toSet());
		for (int i = 0; i < this.points.size(); i++) {
			if (this.points.get(i).value() == null) {
				double x = this.scale.x(this.points.get(i));
				double y = this.size.bottom() - 8;
				if (withheld.contains(i)) {
					PointMark.withheld(this.svg, x, y);
				}
				else {
					PointMark.gap(this.svg, x, y);
				}
			}
		}
	}

	private void letters() {
		double y = this.size.top() + this.size.fontSize();
		for (ChartNote note : this.notes) {
			if (note.letters().isEmpty()) {
				continue;
			}
			double x = this.scale.x(this.points.get(note.point()));
			this.svg.shape("line", ChartStyle.NOTE, "x1", x, "y1", y + 4, "x2", x, "y2", this.size.bottom());
			this.svg.line(note.letters(), ChartStyle.NOTE_LETTER, "middle", x, y, this.size.width(),
					this.size.fontSize());
		}
	}

	private void labels() {
		LineLabels labels = new LineLabels(this.size.fontSize() + 2);
		ChartPoint latest = this.points.get(this.points.size() - 1);
		label(labels, "Upper limit", latest.limits().upper(), ChartStyle.LIMIT_LABEL);
		label(labels, "Average", latest.limits().mean(), ChartStyle.AVERAGE_LABEL);
		label(labels, "Lower limit", latest.limits().lower(), ChartStyle.LIMIT_LABEL);
		int newest = this.points.size() - 1;
		label(labels, "Required", required(newest), ChartStyle.REQUIRED_LABEL);
		if (this.judged != null) {
			label(labels, this.judged.name(), this.judged.value(newest), ChartStyle.JUDGED_LABEL);
		}
		label(labels, (this.judged != null) ? this.judged.nameOfPoint() : "Latest", latest.value(),
				ChartStyle.LATEST_LABEL);
		double room = this.size.width() - this.size.right() - LABELS;
		for (LineLabels.Label label : labels.placed(this.size.top(), this.size.bottom())) {
			this.svg.line(label.words(), label.style(), "start", this.size.right() + LABELS,
					label.y() + this.size.toBaseLine(), room, this.size.fontSize());
		}
	}

	private void label(LineLabels labels, String name, @Nullable Double value, ChartStyle style) {
		if (value != null) {
			labels.add(name + " " + this.scale.words(value), this.scale.y(value), style);
		}
	}

	/**
	 * What is judged in place of the single points.
	 *
	 * @param name what it is: {@code Year to date}
	 * @param nameOfPoint what the latest point is beside it: {@code Latest month}
	 * @param steps what it is at each point
	 */
	public record JudgedLine(String name, String nameOfPoint, List<Step> steps) {

		public JudgedLine {
			steps = List.copyOf(steps);
		}

		@Nullable Double value(int place) {
			return this.steps.get(place).value();
		}

		@Nullable Double required(int place) {
			return this.steps.get(place).required();
		}

		boolean begins(int place) {
			return this.steps.get(place).begins();
		}

		List<Double> heights() {
			return this.steps.stream()
				.flatMap((each) -> Stream.of(Optional.ofNullable(each.value()), Optional.ofNullable(each.required())))
				.flatMap(Optional::stream)
				.toList();
		}

		/**
		 * What is judged at one point.
		 *
		 * @param value its value in base units, or null for none
		 * @param required what is required of it in base units, or null for nothing
		 * @param begins whether it begins anew there, so that no line leads to it
		 */
		public record Step(@Nullable Double value, @Nullable Double required, boolean begins) {

		}

	}

}
