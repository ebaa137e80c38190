package org.jfpmonitor.variation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jfpmonitor.variation.limits.Assurance;
import org.jfpmonitor.variation.limits.ControlLimits;
import org.jspecify.annotations.Nullable;

/**
 * The XmR chart of one series: each point judged against mean and process limits, a
 * summary for every rebase group, and what the latest point says about the whole. Equal
 * to NHSRplotthedots 0.2.2, except that missing values never stop the calculation.
 */
public final class ControlChart {

	private final ControlChartSettings settings;

	private final List<ChartPoint> points;

	private final List<RebaseGroup> groups;

	private final List<LocalDate> unmatchedRebases;

	private ControlChart(ControlChartSettings settings, List<ChartPoint> points, List<RebaseGroup> groups,
			List<LocalDate> unmatchedRebases) {
		this.settings = settings;
		this.points = List.copyOf(points);
		this.groups = List.copyOf(groups);
		this.unmatchedRebases = unmatchedRebases;
	}

	/**
	 * Calculates the chart of these points, given in any order. A date without a row is
	 * unknown to the chart: its neighbours are neighbours; a row without a value keeps
	 * its place, and no range, run or window reaches across it.
	 * @throws ChartInputException when there is no point, or several for one date
	 */
	public static ControlChart of(List<Point> points, ControlChartSettings settings) {
		if (points.isEmpty()) {
			throw new ChartInputException("points: expected at least one, found none; draw no chart without figures");
		}
		DatedPoints dated = DatedPoints.of(points);
		Set<LocalDate> unmatched = new HashSet<>(settings.rebases());
		Calculation calculation = new Calculation(dated, settings);
		int from = 0;
		int number = 0;
		for (int i = 0; i < dated.rows().size(); i++) {
			if (unmatched.remove(dated.rows().get(i).date())) {
				calculation.group(number++, from, i);
				from = i;
			}
		}
		calculation.group(number, from, dated.rows().size());
		return new ControlChart(settings, calculation.points, calculation.groups, unmatched.stream().sorted().toList());
	}

	/**
	 * The same figures where neither way is better and there is no target: what stands
	 * out is a change, neither an improvement nor a concern.
	 */
	public ControlChart neutral() {
		return of(this.points.stream().map((each) -> new Point(each.date(), each.value(), null)).toList(),
				this.settings.neutral());
	}

	/** Every point in date order. */
	public List<ChartPoint> points() {
		return this.points;
	}

	/** One summary for every rebase group, in date order; never empty. */
	public List<RebaseGroup> groups() {
		return this.groups;
	}

	/**
	 * Rebase dates that are no date of the series and so had no effect, in date order.
	 */
	public List<LocalDate> unmatchedRebases() {
		return this.unmatchedRebases;
	}

	/** The row with the latest date; its value may be missing. */
	public ChartPoint latest() {
		return this.points.get(this.points.size() - 1);
	}

	/** What the latest row means; common cause when its value is missing. */
	public PointType variation() {
		return latest().type();
	}

	public VariationIcon variationIcon() {
		return VariationIcon.of(variation(), this.settings.direction());
	}

	/**
	 * The target of the latest row against the limits of the latest group, so that a
	 * target that moves is judged where it stands now. Empty when no row has a target or
	 * neither way is better; {@link Assurance#INCONSISTENT} when only the latest row has
	 * none.
	 */
	public Optional<Assurance> assurance() {
		if (this.settings.direction() == ImprovementDirection.NEUTRAL
				|| this.points.stream().allMatch((point) -> point.target() == null)) {
			return Optional.empty();
		}
		boolean highIsBetter = this.settings.direction() == ImprovementDirection.INCREASE;
		return Optional.of(latest().limits().assuranceOf(latest().target(), highIsBetter));
	}

	/**
	 * The {@link #assurance()}, as far as it may be said: not while the latest limits
	 * rest on too few figures.
	 */
	public Optional<Assurance> establishedAssurance() {
		return hasFewFigures() ? Optional.empty() : assurance();
	}

	/**
	 * Whether the latest limits rest on fewer than 13 figures and are provisional.
	 * Missing values are no figures, although the reference counts them in its groups.
	 */
	public boolean hasFewFigures() {
		int latest = latest().rebaseGroup();
		return this.points.stream()
			.filter((point) -> point.rebaseGroup() == latest && point.value() != null)
			.count() < RebaseGroup.LONG_ENOUGH;
	}

	/**
	 * True when any group has fewer than 13 rows, so that its limits are trial limits.
	 */
	public boolean hasShortGroup() {
		return this.groups.stream().anyMatch(RebaseGroup::shortGroup);
	}

	/** The special cause at the latest row; empty for common cause or a missing value. */
	public Optional<Signal> latestSignal() {
		ChartPoint latest = latest();
		Double value = latest.value();
		if (value == null || !latest.specialCause().flagged()) {
			return Optional.empty();
		}
		return Optional
			.of(new Signal(latest.date(), value, latest.specialCause(), latest.type(), startOfLatestRun().date()));
	}

	private ChartPoint startOfLatestRun() {
		ChartPoint start = latest();
		for (int i = this.points.size() - 2; i >= 0; i--) {
			ChartPoint earlier = this.points.get(i);
			if (earlier.type() != start.type() || earlier.rebaseGroup() != start.rebaseGroup()) {
				break;
			}
			start = earlier;
		}
		return start;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ControlChart chart && this.settings.equals(chart.settings)
				&& this.points.equals(chart.points);
	}

	@Override
	public int hashCode() {
		return 31 * this.settings.hashCode() + this.points.hashCode();
	}

	@Override
	public String toString() {
		return "ControlChart[%s, %s]".formatted(this.settings, this.points);
	}

	/** Collects the rows and summaries of one group after the other. */
	private static final class Calculation {

		private final DatedPoints dated;

		private final double[] values;

		private final ControlChartSettings settings;

		private final List<ChartPoint> points;

		private final List<RebaseGroup> groups = new ArrayList<>();

		Calculation(DatedPoints dated, ControlChartSettings settings) {
			this.dated = dated;
			this.values = dated.values();
			this.settings = settings;
			this.points = new ArrayList<>(this.values.length);
		}

		/** Nothing crosses the border of a group: neither a moving range nor a run. */
		void group(int number, int from, int to) {
			if (from == to) {
				return;
			}
			double[] own = Arrays.copyOfRange(this.values, from, to);
			ControlLimits limits = ControlLimits.of(own, this.settings.baselineRows(), this.settings.screenOutliers());
			SpecialCauseRules rules = new SpecialCauseRules(own, limits);
			boolean shortGroup = own.length < RebaseGroup.LONG_ENOUGH;
			for (int row = 0; row < own.length; row++) {
				Point point = this.dated.rows().get(from + row);
				SpecialCause cause = rules.cause(row);
				this.points.add(new ChartPoint(point.date(), point.value(), point.target(), number, shortGroup, limits,
						rules.side(row), rules.zone(row), cause, cause.typeWhen(this.settings.direction())));
			}
			this.groups.add(RebaseGroup.of(this.points.subList(from, to)));
		}

	}

}
