package org.jfpmonitor.notification.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.variation.ChartPoint;

/**
 * Draws the newest figures of a measure small enough for a mail: the figures, what was
 * required, and the range between the process limits. Drawn at twice the size at which it
 * is shown, so that it is sharp on every screen.
 */
final class SeriesPicture {

	/**
	 * The size at which it is shown, in pixels: its words can still be read on a
	 * telephone.
	 */
	static final int WIDTH = 420;

	static final int HEIGHT = 200;

	private static final int SHARPNESS = 2;

	private static final double LEFT = 4;

	private static final double RIGHT = WIDTH - 118;

	private static final double LABELS = RIGHT + 12;

	private static final double ROOM = WIDTH - LABELS - 4;

	private static final double TOP = 14;

	private static final double BOTTOM = HEIGHT - 58;

	private static final Color INK = new Color(0x212b32);

	private static final Color GREY = new Color(0x768692);

	private static final Color REQUIRED = new Color(0xb01f14);

	private static final Color BAND = new Color(0xe8edee);

	private static final float[] DASHES = { 9, 4, 2, 4 };

	private static final double INSET = 8;

	/** Neighbours overlap by so much that no light shows between them. */
	private static final double SEAM = 0.25;

	private final List<ChartPoint> points;

	private final double low;

	private final double high;

	private final Graphics2D pen;

	private SeriesPicture(List<ChartPoint> points, Graphics2D pen) {
		this.points = points;
		this.pen = pen;
		List<Double> heights = points.stream().flatMap(SeriesPicture::heights).toList();
		double least = heights.stream().mapToDouble(Double::doubleValue).min().orElse(0);
		double most = heights.stream().mapToDouble(Double::doubleValue).max().orElse(1);
		double room = (least == most) ? Math.max(Math.abs(least) * 0.1, 1e-6) : 0;
		this.low = least - room;
		this.high = most + room;
	}

	/**
	 * The picture as a PNG file.
	 * @param points oldest first, at least one with a value, in base units
	 * @param first the oldest period in words
	 * @param last the newest period in words
	 * @param lettering writes the words, or leaves them out where this machine has no
	 * fonts
	 */
	static byte[] png(List<ChartPoint> points, Unit unit, String first, String last, Lettering lettering) {
		BufferedImage image = new BufferedImage(WIDTH * SHARPNESS, HEIGHT * SHARPNESS, BufferedImage.TYPE_INT_RGB);
		Graphics2D pen = image.createGraphics();
		try {
			pen.scale(SHARPNESS, SHARPNESS);
			pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
			pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
			pen.setColor(Color.WHITE);
			pen.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
			SeriesPicture picture = new SeriesPicture(points, pen);
			picture.draw();
			picture.label(unit, lettering, first, last);
		}
		finally {
			pen.dispose();
		}
		return encoded(image);
	}

	private void draw() {
		band();
		required();
		this.pen.setColor(INK);
		this.pen.setStroke(new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
		Path2D line = new Path2D.Double();
		for (int i = 0; i < this.points.size(); i++) {
			Double value = this.points.get(i).value();
			if (value != null) {
				boolean follows = i > 0 && this.points.get(i - 1).value() != null;
				to(line, follows, x(i), y(value));
				mark(x(i), y(value), (i == this.points.size() - 1) ? 5 : 3.5);
			}
		}
		this.pen.draw(line);
		this.pen.setColor(GREY);
		this.pen.setStroke(new BasicStroke(1));
		this.pen.draw(new Line2D.Double(LEFT, BOTTOM + 6, RIGHT, BOTTOM + 6));
	}

	/** Between the process limits the figures move by chance alone. */
	private void band() {
		this.pen.setColor(BAND);
		for (int i = 0; i < this.points.size(); i++) {
			Double lower = this.points.get(i).limits().lower();
			Double upper = this.points.get(i).limits().upper();
			if (lower != null && upper != null) {
				this.pen.fill(new Rectangle2D.Double(x(i) - half() - SEAM, y(upper), 2 * (half() + SEAM),
						y(lower) - y(upper)));
			}
		}
	}

	/**
	 * What was required, as a level line for each period that steps follow join; so a
	 * requirement of one period alone is seen, too.
	 */
	private void required() {
		this.pen.setColor(REQUIRED);
		this.pen.setStroke(new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, DASHES, 0));
		Path2D line = new Path2D.Double();
		for (int i = 0; i < this.points.size(); i++) {
			Double target = this.points.get(i).target();
			if (target != null) {
				to(line, i > 0 && this.points.get(i - 1).target() != null, x(i) - half(), y(target));
				line.lineTo(x(i) + half(), y(target));
			}
		}
		this.pen.draw(line);
	}

	private static void to(Path2D line, boolean follows, double x, double y) {
		if (follows) {
			line.lineTo(x, y);
		}
		else {
			line.moveTo(x, y);
		}
	}

	private void mark(double x, double y, double size) {
		this.pen.fill(new Ellipse2D.Double(x - size, y - size, 2 * size, 2 * size));
	}

	private void label(Unit unit, Lettering lettering, String first, String last) {
		lettering.below(this.pen, (this.points.size() > 1) ? List.of(first, last) : List.of(last), LEFT, RIGHT,
				BOTTOM + 26);
		if (this.points.stream().anyMatch((point) -> point.limits().lower() != null)) {
			lettering.below(this.pen, List.of("Grey: the usual range"), LEFT, RIGHT, BOTTOM + 48);
		}
		ChartPoint latest = this.points.get(this.points.size() - 1);
		Double value = latest.value();
		Double target = latest.target();
		double latestAt = (value != null) ? y(value) : 0;
		double requiredAt = (target != null) ? y(target) : 0;
		if (value != null && target != null) {
			double apart = Math.max(0, Lettering.TWO_LINES - Math.abs(latestAt - requiredAt)) / 2;
			double down = (latestAt > requiredAt) ? apart : -apart;
			latestAt += down;
			requiredAt -= down;
			double below = Math.max(0, Math.max(latestAt, requiredAt) - BOTTOM);
			latestAt -= below;
			requiredAt -= below;
		}
		if (value != null) {
			lettering.value(this.pen, INK, "Latest", words(unit, value), LABELS, within(latestAt), ROOM);
		}
		if (target != null) {
			lettering.value(this.pen, REQUIRED, "Required", words(unit, target), LABELS, within(requiredAt), ROOM);
		}
	}

	private static String words(Unit unit, double value) {
		return unit.inWords(BigDecimal.valueOf(value));
	}

	private static double within(double y) {
		return Math.min(Math.max(y, TOP + 4), BOTTOM);
	}

	private double x(int place) {
		return LEFT + INSET + half() + 2 * half() * place;
	}

	/** Half of the room that a period has. */
	private double half() {
		return (RIGHT - LEFT - 2 * INSET) / this.points.size() / 2;
	}

	private double y(double value) {
		return BOTTOM - (value - this.low) / (this.high - this.low) * (BOTTOM - TOP);
	}

	private static Stream<Double> heights(ChartPoint point) {
		return Stream.of(point.value(), point.target(), point.limits().lower(), point.limits().upper())
			.filter(Objects::nonNull)
			.map(Objects::requireNonNull);
	}

	private static byte[] encoded(BufferedImage image) {
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "png", png);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return png.toByteArray();
	}

}
