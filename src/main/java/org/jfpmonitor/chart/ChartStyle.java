package org.jfpmonitor.chart;

/**
 * How each part of a chart is drawn, as attributes of its elements, so that the drawing
 * needs no style sheet. Nothing differs by colour alone: lines differ by their dashes,
 * marks by their shape, and words stand beside the lines.
 */
enum ChartStyle {

	GRID("stroke", "#e8edee"), AXIS("stroke", "#768692"), REBASE("stroke", "#768692", "stroke-dasharray", "2 4"),
	FIGURES("fill", "none", "stroke", "#768692", "stroke-width", "2", "stroke-linejoin", "round"),
	AVERAGE("fill", "none", "stroke", "#212b32", "stroke-width", "1.5"),
	LIMIT("fill", "none", "stroke", "#768692", "stroke-width", "1.5", "stroke-dasharray", "6 5"),
	REQUIRED("fill", "none", "stroke", "#b01f14", "stroke-width", "2", "stroke-dasharray", "9 4 2 4"),
	JUDGED("fill", "none", "stroke", "#005eb8", "stroke-width", "3", "stroke-dasharray", "3 2"),

	COMMON_CAUSE("fill", "#a6a6a6", "stroke", "#212b32", "stroke-width", "1.25"),
	IMPROVEMENT("fill", "#00b0f0", "stroke", "#212b32", "stroke-width", "1.25"),
	CONCERN("fill", "#e46c0a", "stroke", "#212b32", "stroke-width", "1.25"),
	NEUTRAL("fill", "#a876d6", "stroke", "#212b32", "stroke-width", "1.25"),

	GAP("fill", "none", "stroke", "#425563", "stroke-width", "1.5"),
	RESTATED("fill", "none", "stroke", "#212b32", "stroke-width", "1.5"),
	BEFORE("fill", "none", "stroke", "#212b32", "stroke-width", "1.5", "stroke-dasharray", "2 2"),
	NOTE("stroke", "#425563", "stroke-dasharray", "1 3"), NOTE_LETTER("fill", "#212b32", "font-weight", "bold"),

	DUE("stroke", "#212b32", "stroke-width", "3"),
	ACHIEVED("fill", "#007f3b", "stroke", "#212b32", "stroke-width", "1.25"),
	FORECAST("fill", "#ffffff", "stroke", "#212b32", "stroke-width", "1.75"),

	AXIS_LABEL("fill", "#4c6272"), LIMIT_LABEL("fill", "#4c6272"), AVERAGE_LABEL("fill", "#212b32"),
	REQUIRED_LABEL("fill", "#b01f14"), JUDGED_LABEL("fill", "#005eb8", "font-weight", "bold"),
	LATEST_LABEL("fill", "#212b32", "font-weight", "bold");

	private final String attributes;

	ChartStyle(String... attributes) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < attributes.length; i += 2) {
			text.append(' ').append(attributes[i]).append("=\"").append(attributes[i + 1]).append('"');
		}
		this.attributes = text.toString();
	}

	/** As they are written into an element, with a space before each. */
	String attributes() {
		return this.attributes;
	}

}
