package org.jfpmonitor.chart;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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

	private static final double LABELS = 14;

	/** Half the length of what is required of one period alone. */
	private static final double ALONE = 10;

	private final ChartSize size;

	private final boolean stepped;

	private final List<ChartPoint> points;

	private final List<ChartNote> notes;

	private final ChartScale scale;

	private final SvgText svg = new SvgText();

	private ControlChartSvg(List<ChartPoint> points, List<ChartNote> notes, Unit unit, boolean stepped,
			ChartSize size) {
		this.points = points;
		this.notes = List.copyOf(notes);
		this.stepped = stepped;
		this.size = size;
		this.scale = new ChartScale(points, unit, size);
	}

	/**
	 * The drawing as an {@code svg} element.
	 * @param id unique in the page
	 * @param points what to draw, oldest first, at least one, in base units
	 * @param notes what stands at some of them, in their order
	 * @param measure whose unit is shown, and whose required values hold from a day on or
	 * lie on a line
	 */
	public static String of(String id, List<ChartPoint> points, List<ChartNote> notes, Measure measure, ChartSize size,
			String title, String description) {
		Target target = measure.target();
		boolean stepped = target != null && !(target.trajectory() instanceof Trajectory.StraightLine);
		return new ControlChartSvg(points, notes, measure.unit(), stepped, size).drawn(id, title, description);
	}

	static String of(String id, List<ChartPoint> points, List<ChartNote> notes, Unit unit, boolean stepped,
			ChartSize size, String title, String description) {
		return new ControlChartSvg(points, notes, unit, stepped, size).drawn(id, title, description);
	}

	private String drawn(String id, String title, String description) {
		this.svg.open("svg", "class", "jfp-chart__drawing", "xmlns", "http://www.w3.org/2000/svg", "viewBox",
				"0 0 " + this.size.width() + " " + this.size.height(), "role", "img", "aria-labelledby",
				id + "-title " + id + "-desc", "font-family", "Arial,SansSerif,sans-serif", "font-size",
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
				path.append('H').append(SvgText.length(this.scale.x(point)));
			}
			path.append(starts ? 'M' : 'L')
				.append(SvgText.length(this.scale.x(point)))
				.append(' ')
				.append(SvgText.length(this.scale.y(value)));
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
				double x = this.scale.x(this.points.get(i));
				this.svg.shape("line", ChartStyle.REQUIRED, "x1", x - ALONE, "y1", this.scale.y(target), "x2",
						x + ALONE, "y2", this.scale.y(target));
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
		label(labels, "Required", latest.target(), ChartStyle.REQUIRED_LABEL);
		label(labels, "Latest", latest.value(), ChartStyle.LATEST_LABEL);
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

}
