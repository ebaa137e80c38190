package org.jfpmonitor.notification.render;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.variation.ChartPoint;
import org.jfpmonitor.variation.ControlChart;
import org.jfpmonitor.variation.ControlChartSettings;
import org.jfpmonitor.variation.ImprovementDirection;
import org.jfpmonitor.variation.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class SeriesPictureTest {

	private static final int REQUIRED = 0xffb01f14;

	@Test
	void isDrawnAtTwiceTheSizeItIsShownAndStaysSmall() throws IOException {
		byte[] png = drawn(points(170.0, 180.0, null, 175.0, 190.0), Lettering.ofThisMachine());

		BufferedImage picture = decoded(png);
		assertThat(picture.getWidth()).isEqualTo(840);
		assertThat(picture.getHeight()).isEqualTo(400);
		assertThat(png).hasSizeLessThan(60_000);
	}

	@Test
	void showsWhatIsRequiredOfTheLastPeriodAloneToo() throws IOException {
		List<ChartPoint> points = points(170.0, 180.0, 175.0);

		assertThat(pixels(decoded(drawn(points, Lettering.none())), REQUIRED)).isZero();

		assertThat(pixels(decoded(drawn(withTarget(202), Lettering.none())), REQUIRED)).isPositive();
	}

	@Test
	void aMachineWithoutFontsDrawsTheSameWithoutWords() throws IOException {
		BufferedImage picture = decoded(drawn(points(1.0, 2.0), Lettering.none()));

		for (int x = 630; x < picture.getWidth(); x++) {
			for (int y = 0; y < picture.getHeight(); y++) {
				assertThat(picture.getRGB(x, y)).isEqualTo(0xffffffff);
			}
		}
	}

	@ParameterizedTest
	@EnumSource(Unit.class)
	void drawsOneFigureAndALevelLineInEveryUnit(Unit unit) throws IOException {
		for (List<ChartPoint> points : List.of(points(0.0), points(0.0, 0.0, 0.0), points(-3.5, 1e9))) {
			byte[] png = SeriesPicture.png(points, unit, "March 2025", "March 2025", Lettering.ofThisMachine());

			assertThat(decoded(png).getWidth()).isEqualTo(840);
		}
	}

	private static byte[] drawn(List<ChartPoint> points, Lettering lettering) {
		return SeriesPicture.png(points, Unit.COUNT, "January 2025", "March 2025", lettering);
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
