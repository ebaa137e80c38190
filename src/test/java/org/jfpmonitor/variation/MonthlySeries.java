package org.jfpmonitor.variation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Points for tests: one a month from January 2020 on; NaN stands for a missing value. */
public final class MonthlySeries {

	private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

	private MonthlySeries() {
	}

	public static LocalDate month(int index) {
		return FIRST.plusMonths(index);
	}

	public static List<Point> of(double... values) {
		List<Point> points = new ArrayList<>();
		for (double value : values) {
			LocalDate date = month(points.size());
			points.add(Double.isNaN(value) ? Point.missing(date) : Point.of(date, value));
		}
		return points;
	}

	/** Values written with blanks between them; a question mark is a missing value. */
	public static double[] values(String written) {
		return Arrays.stream(written.trim().split("\\s+"))
			.mapToDouble((value) -> value.equals("?") ? Double.NaN : Double.parseDouble(value))
			.toArray();
	}

	static double[] concat(double[] first, double[] second) {
		double[] both = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, both, first.length, second.length);
		return both;
	}

	public static double[] map(double[] values, DoubleUnaryOperator change) {
		return Arrays.stream(values).map(change).toArray();
	}

}
