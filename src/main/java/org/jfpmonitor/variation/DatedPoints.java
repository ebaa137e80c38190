package org.jfpmonitor.variation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Points in date order with one row per date, missing values included. */
public record DatedPoints(List<Point> rows) {

	/** Sorts the points; refuses several for one date, naming each such date. */
	public static DatedPoints of(List<Point> points) {
		List<Point> rows = new ArrayList<>(points);
		rows.sort(Comparator.comparing(Point::date));
		for (int i = 1; i < rows.size(); i++) {
			if (rows.get(i).date().equals(rows.get(i - 1).date())) {
				throw new ChartInputException(faults(rows));
			}
		}
		return new DatedPoints(rows);
	}

	double[] values() {
		double[] values = new double[this.rows.size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = this.rows.get(i).valueOrNaN();
		}
		return values;
	}

	private static List<String> faults(List<Point> rows) {
		Map<LocalDate, Integer> rowsOn = new LinkedHashMap<>();
		rows.forEach((point) -> rowsOn.merge(point.date(), 1, Integer::sum));
		rowsOn.values().removeIf((count) -> count == 1);
		return rowsOn.entrySet()
			.stream()
			.map((entry) -> "%s: expected one point for a date, found %d; keep one of them".formatted(entry.getKey(),
					entry.getValue()))
			.toList();
	}

}
