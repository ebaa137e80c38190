package org.jfpmonitor.publication.objective;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.calendar.FinancialYear;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jfpmonitor.plan.target.Trajectory.DatedValue;
import org.jspecify.annotations.Nullable;

/** What the plan promises of a measure, as a board member would say it. */
record TargetWords(Measure measure, Target target) {

	private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

	/** The final value, by when, and whether it is to be kept. */
	String promise() {
		if (this.target.trajectory() instanceof Trajectory.Points points && this.target.basis().restartsInApril()) {
			return yearly(points) + ((this.target.kind() == Target.Kind.MAINTAIN) ? "" : "; " + reached());
		}
		String kept = (this.target.kind() == Target.Kind.MAINTAIN) ? "to be kept from then on" : reached();
		return this.target.finalValue()
			.map((last) -> value(last.value()) + " " + this.measure.direction().bound() + ", from " + day(last) + "; "
					+ kept)
			.orElseGet(() -> this.target.waitsForItsBase()
				.map((relative) -> "By so much better than in " + relative.base().inWords())
				.orElse("As planned for each period") + "; " + kept);
	}

	/** How the required value gets from where it was to the final one. */
	String path() {
		if (this.target.trajectory() instanceof Trajectory.Supplied supplied) {
			return "A planned value for each period comes with the files of its data source, as measure "
					+ supplied.planned();
		}
		if (this.target.trajectory() instanceof Trajectory.Relative relative) {
			return relative(relative);
		}
		List<DatedValue> dated = this.target.trajectory().dated();
		if (this.target.trajectory().isLine()) {
			return "A straight line" + baseline(" from ")
					+ dated.stream()
						.map((each) -> " to " + value(each.value()) + " on " + day(each))
						.collect(Collectors.joining(", then"));
		}
		if (this.target.trajectory() instanceof Trajectory.Points points) {
			Optional<String> alike = this.target.basis().restartsInApril() ? everyYear(points) : Optional.empty();
			return alike.orElseGet(() -> "A planned value for each of %d periods, from %s on %s to %s on %s".formatted(
					dated.size(), value(dated.get(0).value()), day(dated.get(0)),
					value(dated.get(dated.size() - 1).value()), day(dated.get(dated.size() - 1))));
		}
		DatedValue before = this.target.baseline();
		String first = (before != null)
				? "No worse than the baseline, " + value(before.value()) + " on " + day(before) + ", at first; " : "";
		return first + dated.stream()
			.map((each) -> value(each.value()) + " from " + day(each))
			.collect(Collectors.joining("; "));
	}

	/**
	 * What a total that begins again in April is to come to in each year: {@code 300 or
	 * more in each financial year, 2024/25 to 2028/29}, or year by year where they
	 * differ.
	 */
	private String yearly(Trajectory.Points points) {
		SortedMap<FinancialYear, DatedValue> ends = new TreeMap<>();
		points.dated().forEach((each) -> ends.put(FinancialYear.of(each.date()), each));
		boolean whole = ends.entrySet()
			.stream()
			.allMatch((each) -> each.getValue().date().equals(each.getKey().period().lastDay()));
		boolean alike = ends.values()
			.stream()
			.map(DatedValue::value)
			.map(BigDecimal::stripTrailingZeros)
			.distinct()
			.count() == 1;
		String bound = " " + this.measure.direction().bound();
		if (whole && alike && ends.size() > 1) {
			return value(ends.values().iterator().next().value()) + bound + " in each financial year, "
					+ ends.firstKey() + " to " + ends.lastKey();
		}
		return ends.entrySet()
			.stream()
			.map((each) -> value(each.getValue().value()) + bound
					+ (each.getValue().date().equals(each.getKey().period().lastDay()) ? " in " + each.getKey()
							: " by " + day(each.getValue())))
			.collect(Collectors.joining("; "));
	}

	/** The steps of a year, where those of all years are the same. */
	private Optional<String> everyYear(Trajectory.Points points) {
		Map<FinancialYear, String> steps = points.dated()
			.stream()
			.collect(Collectors.groupingBy((each) -> FinancialYear.of(each.date()),
					Collectors.mapping((each) -> value(each.value()) + " by " + DAY_OF_YEAR.format(each.date()),
							Collectors.joining(", "))));
		Set<String> different = Set.copyOf(steps.values());
		return (different.size() == 1 && steps.size() > 1)
				? Optional.of("In each financial year " + different.iterator().next()) : Optional.empty();
	}

	private String relative(Trajectory.Relative relative) {
		DatedValue base = this.target.baseline();
		String improvements = relative.improvements()
			.stream()
			.map((each) -> better(each.value()) + " from " + day(each))
			.collect(Collectors.joining("; "));
		String values = relative.dated()
			.stream()
			.map((each) -> value(each.value()) + (relative.isLine() ? " on " : " from ") + day(each))
			.collect(Collectors.joining("; "));
		return "Better than in " + relative.base().inWords() + " by " + improvements
				+ ((base != null)
						? ". Then it was " + value(base.value()) + ", so "
								+ (relative.isLine() ? "a straight line leads to " : "that is ") + values
						: ". Of that there is no whole figure yet");
	}

	/** A difference of percentages is one of points. */
	private String better(BigDecimal difference) {
		String shown = value(difference);
		return (this.measure.unit() == Unit.PERCENT) ? shown.replace("%", " percentage points") : shown;
	}

	/** Which figure is held against the path. */
	String basis() {
		Basis basis = this.target.basis();
		return switch (basis.span()) {
			case LATEST -> "The latest period";
			case SNAPSHOT -> "The latest figure, taken at one moment";
			case YEAR_TO_DATE -> "The financial year to date" + combined(basis);
			case ROLLING -> "The " + Phrasing.judged(this.measure) + combined(basis);
		};
	}

	static @Nullable TargetWords of(Measure measure) {
		return (measure.target() != null) ? new TargetWords(measure, measure.target()) : null;
	}

	private String reached() {
		int periods = this.target.sustainedFor();
		return (periods == 1) ? "completed once reached" : "completed once held for " + periods + " periods in a row";
	}

	private String combined(Basis basis) {
		return switch (basis.combined()) {
			case RATIO -> ", all cases together";
			case MEAN -> ", averaged";
			case SUM -> ", added up";
		};
	}

	private String baseline(String before) {
		DatedValue baseline = this.target.baseline();
		return (baseline != null) ? before + value(baseline.value()) + " on " + day(baseline) : "";
	}

	private String value(BigDecimal value) {
		Unit unit = this.measure.unit();
		return unit.plannedInWords(value);
	}

	private static String day(DatedValue dated) {
		return Period.day(dated.date()).inWords();
	}

}
