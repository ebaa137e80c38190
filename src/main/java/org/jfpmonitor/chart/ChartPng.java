package org.jfpmonitor.chart;

import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.ClassPathResource;

/**
 * Turns charts into PNG files for mail programs, few of which show SVG. They are twice as
 * large as they are shown, so that they are sharp on every screen. Some Java run-times
 * for servers come without fonts: there the words are left out, and whoever shows the
 * chart says them.
 */
public final class ChartPng {

	private static final Logger logger = LoggerFactory.getLogger(ChartPng.class);

	private static final int SHARPNESS = 2;

	private static final Pattern WORDS = Pattern.compile("<text\\b[^>]*>[^<]*</text>");

	private final boolean words;

	private ChartPng(boolean words) {
		this.words = words;
	}

	/** With words, if this machine can draw them. */
	public static ChartPng onThisMachine() {
		return new ChartPng(OwnFonts.WORK);
	}

	/** The chart, given as an {@code svg} element, as a PNG file. */
	public byte[] of(String svg) {
		SVGDocument chart = read(this.words ? svg : WORDS.matcher(svg).replaceAll(""));
		int width = Math.round(chart.size().width);
		int height = Math.round(chart.size().height);
		BufferedImage image = new BufferedImage(width * SHARPNESS, height * SHARPNESS, BufferedImage.TYPE_INT_RGB);
		Graphics2D pen = image.createGraphics();
		try {
			pen.setColor(Color.WHITE);
			pen.fillRect(0, 0, image.getWidth(), image.getHeight());
			pen.scale(SHARPNESS, SHARPNESS);
			pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
			pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
			chart.render((Component) null, pen, new ViewBox(0, 0, width, height));
		}
		finally {
			pen.dispose();
		}
		return encoded(image);
	}

	private static SVGDocument read(String svg) {
		return Objects.requireNonNull(new SVGLoader()
			.load(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)), null, LoaderContext.createDefault()),
				"A chart that this program drew can be read");
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

	/**
	 * Labels are drawn in the fonts that come with the service: those of a machine differ
	 * in width, and with them whether a label fits.
	 */
	private static final class OwnFonts {

		static final boolean WORK = take();

		private static boolean take() {
			try {
				for (String weight : List.of("Regular", "Bold")) {
					try (InputStream file = new ClassPathResource("fonts/LiberationSans-" + weight + ".ttf")
						.getInputStream()) {
						GraphicsEnvironment.getLocalGraphicsEnvironment()
							.registerFont(Font.createFont(Font.TRUETYPE_FONT, file));
					}
				}
				new Font("Liberation Sans", Font.PLAIN, 16)
					.createGlyphVector(new FontRenderContext(null, true, true), "Latest 0")
					.getVisualBounds();
				return true;
			}
			catch (IOException | FontFormatException | RuntimeException | Error ex) {
				// What a run-time without fonts throws differs from one to the next.
				logger.warn("This Java run-time has no fonts ({}); the charts in mails stay without words",
						ex.toString());
				return false;
			}
		}

	}

}
