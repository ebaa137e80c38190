package org.jfpmonitor.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.springframework.web.util.HtmlUtils;

/** Writes elements of a drawing, the same bytes for the same drawing everywhere. */
final class SvgText {

	/** How wide a letter is, as a share of its height: in wide fonts a little less. */
	private static final double LETTER = 0.55;

	private final StringBuilder text = new StringBuilder();

	/** Opens an element; attributes are names and values in turn. */
	SvgText open(String name, Object... attributes) {
		element(name, attributes);
		this.text.append(">\n");
		return this;
	}

	SvgText close(String name) {
		this.text.append("</").append(name).append(">\n");
		return this;
	}

	/** An element without content. */
	SvgText shape(String name, ChartStyle style, Object... attributes) {
		element(name, attributes);
		this.text.append(style.attributes()).append("/>\n");
		return this;
	}

	/** Words in the drawing. */
	SvgText text(String words, ChartStyle style, Object... attributes) {
		element("text", attributes);
		this.text.append(style.attributes());
		return content("text", words);
	}

	/**
	 * Words in one line, smaller where they would not fit into the room, in pixels.
	 * @param anchor what of the line stands at the place: {@code start}, {@code middle}
	 * or {@code end}
	 */
	SvgText line(String words, ChartStyle style, String anchor, double x, double y, double room, int fontSize) {
		double fitting = room / (words.length() * LETTER);
		Object[] place = { "x", x, "y", y, "text-anchor", anchor };
		Object[] smaller = { "x", x, "y", y, "text-anchor", anchor, "font-size", fitting };
		return text(words, style, (fitting < fontSize) ? smaller : place);
	}

	/** An element with words about the drawing. */
	SvgText words(String name, String words, Object... attributes) {
		element(name, attributes);
		return content(name, words);
	}

	private SvgText content(String name, String words) {
		this.text.append('>').append(HtmlUtils.htmlEscape(words, "UTF-8")).append("</").append(name).append(">\n");
		return this;
	}

	/** A length to one decimal: {@code 12}, {@code 12.5}. */
	static String length(double length) {
		BigDecimal rounded = BigDecimal.valueOf(length).setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
		return (rounded.signum() == 0) ? "0" : rounded.toPlainString();
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

	private void element(String name, Object... attributes) {
		this.text.append('<').append(name);
		attributes(attributes);
	}

	private void attributes(Object... attributes) {
		for (int i = 0; i < attributes.length; i += 2) {
			Object value = attributes[i + 1];
			this.text.append(' ')
				.append(attributes[i])
				.append("=\"")
				.append((value instanceof Double number) ? length(number)
						: HtmlUtils.htmlEscape(value.toString(), "UTF-8"))
				.append('"');
		}
	}

}
