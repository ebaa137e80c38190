package org.jfpmonitor.variation.trend;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.variation.ChartInputException;
import org.jfpmonitor.variation.DatedPoints;
import org.jfpmonitor.variation.Point;

/**
 * A straight line through the last points of a series that single outlying figures do not
 * tilt: the Theil-Sen line. Its slope is the median of the slopes between all pairs of
 * points (H. Theil, "A rank-invariant method of linear and polynomial regression
 * analysis", 1950; P. K. Sen, "Estimates of the regression coefficient based on Kendall's
 * tau", Journal of the American Statistical Association 63, 1968), its height the median
 * of what the slope leaves over (W. J. Conover, "Practical Nonparametric Statistics",
 * 1980).
 *
 * @param origin date of the first value used, from which days are counted
 * @param intercept height of the line on that date, in the unit of the series
 * @param slopePerDay change per calendar day, in the unit of the series
 * @param values number of values used, missing ones left out
 * @param beyondChance true when so many of the pairs of values go the same way that
 * chance alone, without any trend, would do it at most about once in twenty (Mann-Kendall
 * test, each direction by itself); without this a line through mere noise has a slope too
 */
public record Trend(LocalDate origin, double intercept, double slopePerDay, int values, boolean beyondChance) {

	/** The number of rows looked back on unless told otherwise. */
	public static final int LAST_POINTS = 12;

	/** With fewer values than this there is no trend to speak of. */
	public static final int FEWEST_VALUES = 6;

	/**
	 * The trend of the last {@value #LAST_POINTS} points, see
	 * {@link #theilSen(List, int)}.
	 */
	public static Optional<Trend> theilSen(List<Point> points) {
		return theilSen(points, LAST_POINTS);
	}

	/**
	 * The trend of the last rows in date order. Rows with a missing value count as rows
	 * and not as values, so a gap never makes the line reach further back. The line knows
	 * nothing of rebases: pass the points of the current group only.
	 * @param lastPoints number of rows looked at, at least {@value #FEWEST_VALUES}
	 * @return empty when fewer than {@value #FEWEST_VALUES} of these rows have a value
	 * @throws ChartInputException when a date has several points, or too few are looked
	 * at
	 */
	public static Optional<Trend> theilSen(List<Point> points, int lastPoints) {
		if (lastPoints < FEWEST_VALUES) {
			throw new ChartInputException("points of a trend: expected at least %d, found %d; give %1$d or more"
				.formatted(FEWEST_VALUES, lastPoints));
		}
		List<Point> rows = DatedPoints.of(points).rows();
		List<Point> known = rows.subList(Math.max(0, rows.size() - lastPoints), rows.size())
			.stream()
			.filter((point) -> point.value() != null)
			.toList();
		return (known.size() < FEWEST_VALUES) ? Optional.empty() : Optional.of(through(known));
	}

	/**
	 * The height of the line on a date, before, within or after the points, in the unit
	 * of the series. Not cut off at any bound, zero and 100 % included.
	 */
	public double valueOn(LocalDate date) {
		return this.intercept + this.slopePerDay * (date.toEpochDay() - this.origin.toEpochDay());
	}

	private static Trend through(List<Point> points) {
		int count = points.size();
		LocalDate origin = points.get(0).date();
		double[] days = new double[count];
		double[] heights = new double[count];
		for (int i = 0; i < count; i++) {
			days[i] = points.get(i).date().toEpochDay() - origin.toEpochDay();
			heights[i] = points.get(i).valueOrNaN();
		}
		boolean beyondChance = MannKendall.of(heights).beyondChance();
		double slope = median(slopes(days, heights));
		for (int i = 0; i < count; i++) {
			heights[i] -= slope * days[i];
		}
		return new Trend(origin, median(heights), slope, count, beyondChance);
	}

	private static double[] slopes(double[] days, double[] heights) {
		double[] slopes = new double[days.length * (days.length - 1) / 2];
		int next = 0;
		for (int i = 0; i < days.length; i++) {
			for (int j = i + 1; j < days.length; j++) {
				slopes[next++] = (heights[j] - heights[i]) / (days[j] - days[i]);
			}
		}
		return slopes;
	}

	/** The middle number; of an even count, halfway between the middle two. */
	private static double median(double[] numbers) {
		Arrays.sort(numbers);
		int middle = numbers.length / 2;
		if (numbers.length % 2 == 1) {
			return numbers[middle];
		}
		return (numbers[middle - 1] + numbers[middle]) / 2;
	}

}
