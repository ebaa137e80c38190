package org.jfpmonitor.notification.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes words into a picture. Some Java run-times for servers come without fonts; there
 * the picture stays without words, and its alternative text says them.
 */
public final class Lettering {

	/** How far apart two labels must be. */
	static final double TWO_LINES = 40;

	private static final Logger logger = LoggerFactory.getLogger(Lettering.class);

	private static final Color QUIET = new Color(0x4c6272);

	private static final int SIZE = 16;

	private final @Nullable Font plain;

	private Lettering(@Nullable Font plain) {
		this.plain = plain;
	}

	/** With the machine's sans-serif font, if there is one that works. */
	public static Lettering ofThisMachine() {
		try {
			Font font = new Font(Font.SANS_SERIF, Font.PLAIN, SIZE);
			font.createGlyphVector(new FontRenderContext(null, true, true), "Latest 0").getVisualBounds();
			return new Lettering(font);
		}
		catch (RuntimeException | Error ex) {
			// What a run-time without fonts throws differs from one to the next.
			logger.warn("This Java run-time has no fonts ({}); the pictures in mails stay without words",
					ex.toString());
			return none();
		}
	}

	/** Without words. */
	static Lettering none() {
		return new Lettering(null);
	}

	/**
	 * Words in one line: the first begins at {@code left}, a second ends at
	 * {@code right}.
	 */
	void below(Graphics2D pen, List<String> words, double left, double right, double y) {
		if (this.plain == null) {
			return;
		}
		write(pen, QUIET, this.plain, words.get(0), left, y);
		if (words.size() > 1) {
			String last = words.get(1);
			write(pen, QUIET, this.plain, last, right - pen.getFontMetrics(this.plain).stringWidth(last), y);
		}
	}

	/**
	 * A name with its value below, to the right of a line's end; a long value is written
	 * smaller, so that it fits into the room.
	 */
	void value(Graphics2D pen, Color colour, String name, String value, double x, double y, double room) {
		if (this.plain == null) {
			return;
		}
		write(pen, colour, this.plain, name, x, y - 2);
		Font bold = this.plain.deriveFont(Font.BOLD);
		double share = Math.min(1, room / pen.getFontMetrics(bold).stringWidth(value));
		write(pen, colour, bold.deriveFont((float) (SIZE * share)), value, x, y + SIZE + 1);
	}

	private static void write(Graphics2D pen, Color colour, Font font, String words, double x, double y) {
		pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		pen.setFont(font);
		pen.setColor(colour);
		pen.drawString(words, (float) x, (float) y);
	}

}
