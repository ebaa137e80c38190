package org.jfpmonitor.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import org.jfpmonitor.EveryCase;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.variation.ChartPoint;
import org.jfpmonitor.variation.ControlChart;
import org.jfpmonitor.variation.ControlChartSettings;
import org.jfpmonitor.variation.ImprovementDirection;
import org.jfpmonitor.variation.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Charts as mail programs get them. */
class ChartPngTest {

	private static final int REQUIRED = 0xffb01f14;

	private final ChartPng png = ChartPng.onThisMachine();

	@Test
	void isTwiceTheSizeItIsShownAndStaysSmall() throws IOException {
		byte[] png = this.png.of(chart(points(170.0, 180.0, null, 175.0, 190.0)));

		BufferedImage image = decoded(png);
		assertThat(image.getWidth()).isEqualTo(960);
		assertThat(image.getHeight()).isEqualTo(544);
		assertThat(png).hasSizeLessThan(60_000);
	}

	@Test
	void showsWhatIsRequiredOfTheLastPeriodAloneToo() throws IOException {
		assertThat(pixels(decoded(this.png.of(chart(points(170.0, 180.0, 175.0)))), REQUIRED)).isZero();
		assertThat(pixels(decoded(this.png.of(chart(withTarget(202)))), REQUIRED)).isPositive();
	}

	@ParameterizedTest
	@EnumSource(Unit.class)
	void drawsOneFigureAndALevelLineInEveryUnit(Unit unit) throws IOException {
		for (List<ChartPoint> points : List.of(points(0.0), points(0.0, 0.0, 0.0), points(-3.5, 1e9))) {
			assertThat(decoded(this.png.of(chart(points, unit))).getWidth()).isEqualTo(960);
		}
	}

	@EveryCase
	@Test
	void aJavaRuntimeWithoutFontsDrawsTheSameWithoutWords(@TempDir Path folder) throws Exception {
		Path file = folder.resolve("chart.png");
		Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Djava.awt.headless=true", "-Dsun.awt.fontconfig=none", "-cp", System.getProperty("java.class.path"),
				ChartPngTest.class.getName(), file.toString())
			.redirectErrorStream(true)
			.start();
		String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

		assertThat(java.waitFor()).as(said).isZero();
		assertThat(said).contains("This Java run-time has no fonts");
		BufferedImage image = ImageIO.read(file.toFile());
		assertThat(image.getWidth()).isEqualTo(960);
		assertThat(pixels(image, REQUIRED)).isPositive();
		for (int x = 660; x < image.getWidth(); x++) {
			for (int y = 0; y < image.getHeight(); y++) {
				assertThat(image.getRGB(x, y)).isEqualTo(0xffffffff);
			}
		}
	}

	/** Draws one chart into a file. */
	public static void main(String[] arguments) throws IOException {
		Files.write(Path.of(arguments[0]), ChartPng.onThisMachine().of(chart(withTarget(202))));
	}

	private static String chart(List<ChartPoint> points) {
		return chart(points, Unit.COUNT);
	}

	private static String chart(List<ChartPoint> points, Unit unit) {
		return ControlChartSvg.of("chart", points, List.of(), unit, true, ChartSize.MAIL, "A title", "A description.");
	}

	private static BufferedImage decoded(byte[] png) throws IOException {
		return ImageIO.read(new ByteArrayInputStream(png));
	}

	private static int pixels(BufferedImage picture, int colour) {
		int count = 0;
		for (int x = 0; x < picture.getWidth(); x++) {
			for (int y = 0; y < picture.getHeight(); y++) {
				count += (picture.getRGB(x, y) == colour) ? 1 : 0;
			}
		}
		return count;
	}

	private static List<ChartPoint> points(Double... values) {
		List<Point> points = new ArrayList<>();
		for (Double value : values) {
			points.add(new Point(LocalDate.of(2024, 4, 30).plusMonths(points.size()), value, null));
		}
		return charted(points);
	}

	private static List<ChartPoint> withTarget(double target) {
		return charted(List.of(new Point(LocalDate.of(2025, 1, 31), 170.0, null),
				new Point(LocalDate.of(2025, 2, 28), 180.0, null),
				new Point(LocalDate.of(2025, 3, 31), 175.0, target)));
	}

	private static List<ChartPoint> charted(List<Point> points) {
		return ControlChart.of(points, new ControlChartSettings(ImprovementDirection.INCREASE, List.of(), null, true))
			.points();
	}

}
