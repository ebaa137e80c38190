package org.jfpmonitor.publication.objective;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

import org.jfpmonitor.assessment.words.Phrasing;
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

	/** The final value, by when, and whether it is to be kept. */
	String promise() {
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
		if (this.target.trajectory() instanceof Trajectory.Points) {
			return "A planned value for each of %d periods, from %s on %s to %s on %s".formatted(dated.size(),
					value(dated.get(0).value()), day(dated.get(0)), value(dated.get(dated.size() - 1).value()),
					day(dated.get(dated.size() - 1)));
		}
		DatedValue before = this.target.baseline();
		String first = (before != null)
				? "No worse than the baseline, " + value(before.value()) + " on " + day(before) + ", at first; " : "";
		return first + dated.stream()
			.map((each) -> value(each.value()) + " from " + day(each))
			.collect(Collectors.joining("; "));
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
		return unit.inWords(value);
	}

	private static String day(DatedValue dated) {
		return Period.day(dated.date()).inWords();
	}

}
