package org.jfpmonitor.chart;

import java.util.Optional;

import org.jfpmonitor.variation.ControlChart;
import org.jfpmonitor.variation.VariationIcon;
import org.jfpmonitor.variation.limits.Assurance;

/**
 * One of the two "Making Data Count" icons, drawn as a ring with a letter or a wave.
 *
 * @param style the name of its style
 * @param letter the letter in it, or empty for the wave
 */
public record ChartIcon(String style, String letter) {

	public static ChartIcon of(VariationIcon icon) {
		return switch (icon) {
			case COMMON_CAUSE -> new ChartIcon("common", "");
			case IMPROVEMENT_HIGH -> new ChartIcon("improvement", "H");
			case IMPROVEMENT_LOW -> new ChartIcon("improvement", "L");
			case CONCERN_HIGH -> new ChartIcon("concern", "H");
			case CONCERN_LOW -> new ChartIcon("concern", "L");
			case NEUTRAL_HIGH -> new ChartIcon("neutral", "H");
			case NEUTRAL_LOW -> new ChartIcon("neutral", "L");
		};
	}

	/**
	 * The icon of what can be expected; empty where there is nothing to compare, and
	 * while the current limits rest on so few figures that they are provisional.
	 */
	public static Optional<ChartIcon> ofAssurance(ControlChart chart) {
		return chart.establishedAssurance().map(ChartIcon::of);
	}

	public static ChartIcon of(Assurance assurance) {
		return switch (assurance) {
			case CONSISTENT_PASS -> new ChartIcon("pass", "P");
			case CONSISTENT_FAIL -> new ChartIcon("fail", "F");
			case INCONSISTENT -> new ChartIcon("inconsistent", "?");
		};
	}

}
