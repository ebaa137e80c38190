package org.jfpmonitor.chart;

/**
 * Where a chart stands, and so how large it is and how much it has room for. The lines,
 * their scale and their labels are the same everywhere.
 */
public enum ChartSize {

	/** Wide, on a page or in the report. */
	PAGE(800, 320, 72, 632, 7, 14),

	/** Narrow, with words that can still be read on a telephone. */
	MAIL(480, 272, 68, 322, 2, 16);

	private final int width;

	private final int height;

	private final double left;

	private final double right;

	private final int dates;

	private final int fontSize;

	ChartSize(int width, int height, double left, double right, int dates, int fontSize) {
		this.width = width;
		this.height = height;
		this.left = left;
		this.right = right;
		this.dates = dates;
		this.fontSize = fontSize;
	}

	/** In pixels. */
	public int width() {
		return this.width;
	}

	/** In pixels. */
	public int height() {
		return this.height;
	}

	double left() {
		return this.left;
	}

	double right() {
		return this.right;
	}

	double top() {
		return 32;
	}

	double bottom() {
		return this.height - 40;
	}

	/** How many dates are written at most. */
	int dates() {
		return this.dates;
	}

	int fontSize() {
		return this.fontSize;
	}

	/** From the middle of a line of text down to its base line, in pixels. */
	double toBaseLine() {
		return 0.3 * this.fontSize;
	}

}
