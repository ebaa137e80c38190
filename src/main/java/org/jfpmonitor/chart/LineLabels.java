package org.jfpmonitor.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The words at the right end of the lines of a chart, moved apart so that none covers
 * another.
 */
final class LineLabels {

	private final double apart;

	private final List<Label> labels = new ArrayList<>();

	/** No two base lines nearer to each other than {@code apart} pixels. */
	LineLabels(double apart) {
		this.apart = apart;
	}

	/** Adds words that belong to the given height. */
	void add(String words, double y, ChartStyle style) {
		this.labels.add(new Label(words, y, style));
	}

	/**
	 * The labels from above, each as near to its height as the others allow, all between
	 * {@code top} and {@code bottom} where there is room.
	 */
	List<Label> placed(double top, double bottom) {
		List<Label> sorted = this.labels.stream().sorted(Comparator.comparingDouble(Label::y)).toList();
		double[] places = new double[sorted.size()];
		for (int i = 0; i < places.length; i++) {
			places[i] = Math.max(sorted.get(i).y(), (i == 0) ? top : places[i - 1] + this.apart);
		}
		for (int i = places.length - 1; i >= 0; i--) {
			places[i] = Math.min(places[i], (i == places.length - 1) ? bottom : places[i + 1] - this.apart);
		}
		List<Label> placed = new ArrayList<>();
		for (int i = 0; i < places.length; i++) {
			placed.add(new Label(sorted.get(i).words(), places[i], sorted.get(i).style()));
		}
		return placed;
	}

	/**
	 * Words at a height.
	 *
	 * @param words what is written
	 * @param y how far down, in pixels
	 * @param style how they are written
	 */
	record Label(String words, double y, ChartStyle style) {

	}

}
