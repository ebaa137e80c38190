package org.jfpmonitor.variation;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;

import org.jfpmonitor.variation.limits.ExactMean;
import org.jfpmonitor.variation.trend.Trend;

/**
 * How long charts take, beside a pass over the same points that calculates only a mean.
 * Not a test: run it by hand and read the ratios, which depend less on the machine than
 * the times do. Every figure is the median processor time of interleaved rounds in one
 * run, so that other work on the machine counts little.
 */
final class ControlChartBenchmark {

	private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

	private static final int SERIES = 1000;

	private static final int ROUNDS = 60;

	private static final int WARM_UP = 40;

	private static final ControlChartSettings SETTINGS = ControlChartSettings
		.improvingBy(ImprovementDirection.INCREASE);

	private ControlChartBenchmark() {
	}

	public static void main(String[] arguments) {
		List<List<Point>> usual = series(36);
		List<Task> tasks = List.of(new Task("bare mean, 36 points", usual, ControlChartBenchmark::bareMean),
				new Task("exact mean", usual, ControlChartBenchmark::exactMean),
				new Task("mean by BigDecimal", usual, ControlChartBenchmark::bigDecimalMean),
				new Task("chart, 36 points", usual, ControlChartBenchmark::chart),
				new Task("trend of the last 12", usual, ControlChartBenchmark::trend),
				new Task("chart, 60 points", series(60), ControlChartBenchmark::chart),
				new Task("chart, 120 points", series(120), ControlChartBenchmark::chart),
				new Task("chart, 240 points", series(240), ControlChartBenchmark::chart));
		double[] medians = medians(tasks);
		System.out.printf(Locale.ROOT, "%d series, median of %d rounds%n", SERIES, ROUNDS);
		for (int i = 0; i < tasks.size(); i++) {
			System.out.printf(Locale.ROOT, "%-22s %8.3f ms   %6.1f x bare mean%n", tasks.get(i).name, medians[i],
					medians[i] / medians[0]);
		}
		System.out.printf(Locale.ROOT, "growth 60 to 120 points: %.2f x, 120 to 240 points: %.2f x (linear is 2)%n",
				medians[6] / medians[5], medians[7] / medians[6]);
	}

	private static double[] medians(List<Task> tasks) {
		double[][] millis = new double[tasks.size()][ROUNDS];
		double seen = 0;
		for (int round = -WARM_UP; round < ROUNDS; round++) {
			for (int i = 0; i < tasks.size(); i++) {
				long start = THREAD.getCurrentThreadCpuTime();
				seen += tasks.get(i).run();
				double took = (THREAD.getCurrentThreadCpuTime() - start) / 1e6;
				if (round >= 0) {
					millis[i][round] = took;
				}
			}
		}
		if (Double.isNaN(seen)) {
			throw new IllegalStateException("a series came out undefined");
		}
		return Arrays.stream(millis).mapToDouble((own) -> Arrays.stream(own).sorted().toArray()[ROUNDS / 2]).toArray();
	}

	private static double bareMean(List<Point> points) {
		double sum = 0;
		for (Point point : points) {
			sum += point.valueOrNaN();
		}
		return sum / points.size();
	}

	private static double exactMean(List<Point> points) {
		return ExactMean.of(DatedPoints.of(points).values(), points.size());
	}

	private static double bigDecimalMean(List<Point> points) {
		BigDecimal sum = BigDecimal.ZERO;
		for (double value : DatedPoints.of(points).values()) {
			sum = sum.add(new BigDecimal(value));
		}
		return sum.divide(BigDecimal.valueOf(points.size()), MathContext.DECIMAL128).doubleValue();
	}

	private static double chart(List<Point> points) {
		ControlChart chart = ControlChart.of(points, SETTINGS);
		return chart.latest().specialCause().flagged() ? 1 : 0;
	}

	private static double trend(List<Point> points) {
		return Trend.theilSen(points).orElseThrow().slopePerDay();
	}

	private static List<List<Point>> series(int periods) {
		Random random = new Random(periods);
		List<List<Point>> all = new ArrayList<>();
		for (int i = 0; i < SERIES; i++) {
			double level = 50 + random.nextGaussian() * 20;
			all.add(MonthlySeries
				.of(random.doubles(periods).map((noise) -> Math.round((level + noise * 10) * 10) / 10.0).toArray()));
		}
		return all;
	}

	private record Task(String name, List<List<Point>> series, ToDoubleFunction<List<Point>> work) {

		double run() {
			double sum = 0;
			for (List<Point> points : this.series) {
				sum += this.work.applyAsDouble(points);
			}
			return sum;
		}

	}

}
