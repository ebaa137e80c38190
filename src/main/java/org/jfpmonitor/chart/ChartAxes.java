package org.jfpmonitor.chart;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import org.jfpmonitor.variation.ChartPoint;

/** The lines and words beside and below the figures of a chart. */
final class ChartAxes {

	private static final long SHORT_SPAN_DAYS = 120;

	private final List<ChartPoint> points;

	private final ChartScale scale;

	private final ChartSize size;

	ChartAxes(List<ChartPoint> points, ChartScale scale, ChartSize size) {
		this.points = points;
		this.scale = scale;
		this.size = size;
	}

	void draw(SvgText svg) {
		values(svg);
		dates(svg);
	}

	private void values(SvgText svg) {
		for (BigDecimal mark : this.scale.marks()) {
			double y = this.scale.y(mark);
			svg.shape("line", ChartStyle.GRID, "x1", this.size.left(), "y1", y, "x2", this.size.right(), "y2", y);
			number(mark, svg);
		}
		String words = this.scale.unitAbove();
		if (!words.isEmpty()) {
			svg.line(words, ChartStyle.AXIS_LABEL, "start", numbersEnd(), this.size.top() - 18, this.size.width(),
					this.size.fontSize());
		}
	}

	/** The numbers alone, with their unit, no wider than the edge that they stand in. */
	void drawNumbers(SvgText svg) {
		this.scale.marks().forEach((mark) -> number(mark, svg));
		String words = this.scale.unitAbove();
		if (!words.isEmpty()) {
			svg.line(words, ChartStyle.AXIS_LABEL, "end", numbersEnd(), this.size.top() - 18, numbersEnd(),
					this.size.fontSize());
		}
	}

	private void number(BigDecimal mark, SvgText svg) {
		svg.line(this.scale.number(mark), ChartStyle.AXIS_LABEL, "end", numbersEnd(),
				this.scale.y(mark) + this.size.toBaseLine(), numbersEnd(), this.size.fontSize());
	}

	private double numbersEnd() {
		return this.size.left() - 8;
	}

	private void dates(SvgText svg) {
		boolean shortSpan = this.scale.days() < SHORT_SPAN_DAYS;
		DateTimeFormatter format = DateTimeFormatter.ofPattern(shortSpan ? "d MMM yyyy" : "MMM yyyy", Locale.ENGLISH);
		int every = (this.points.size() + this.size.dates() - 1) / this.size.dates();
		for (int i = (this.points.size() - 1) % every; i < this.points.size(); i += every) {
			double x = this.scale.x(this.points.get(i));
			svg.shape("line", ChartStyle.AXIS, "x1", x, "y1", this.size.bottom(), "x2", x, "y2",
					this.size.bottom() + 5);
			svg.line(format.format(this.points.get(i).date()), ChartStyle.AXIS_LABEL, "middle", x,
					this.size.bottom() + 24, this.size.width(), this.size.fontSize());
		}
		svg.shape("line", ChartStyle.AXIS, "x1", this.size.left(), "y1", this.size.bottom(), "x2", this.size.right(),
				"y2", this.size.bottom());
	}

}
