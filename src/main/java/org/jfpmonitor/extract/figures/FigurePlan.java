package org.jfpmonitor.extract.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.FigureRule;
import org.jfpmonitor.extract.layout.FigureRule.Aggregate;
import org.jfpmonitor.extract.layout.FigureRule.Term;
import org.jfpmonitor.extract.layout.HeaderPattern.Band;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.Warnings;
import org.jfpmonitor.extract.row.ColumnFinder;
import org.jfpmonitor.extract.row.Header;
import org.jfpmonitor.extract.row.Lookalikes;
import org.jfpmonitor.extract.row.Numbers;
import org.jfpmonitor.extract.row.RowTests;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * One figure made ready for one file: its terms know the columns by position.
 *
 * @param number its number among the figures of the file, counted from 0
 * @param rule what the layout says
 * @param measure the measure
 * @param parts all its terms, each with its place
 */
record FigurePlan(int number, FigureRule rule, Measure measure, List<Part> parts) {

	private static final int MOST_FIGURES = Long.SIZE;

	FigurePlan {
		if (number >= MOST_FIGURES) {
			throw new ExtractRefused(List.of("Expected at most " + MOST_FIGURES
					+ " figures in a layout, found more. Split it into two layouts."));
		}
	}

	/** Its bit among the figures of the file. */
	long bit() {
		return 1L << this.number;
	}

	/** Whether it is reckoned at the level. */
	boolean isOf(String scope) {
		return this.rule.scopes().isEmpty() || this.rule.scopes().contains(scope);
	}

	/**
	 * Whether an organisation that has rows, but none that counts, has a figure of zero.
	 */
	boolean isZeroWithoutRows() {
		return this.rule.months() == 0
				&& this.parts.stream().allMatch((part) -> part.orZero() || part.aggregate() == Aggregate.COUNT);
	}

	/** The terms of one of its sums. */
	List<Part> parts(Place place) {
		return this.parts.stream().filter((part) -> part.place() == place).toList();
	}

	/** Which of a figure's sums a term belongs to. */
	enum Place {

		VALUE, NUMERATOR, DENOMINATOR, KNOWN, ALL

	}

	/**
	 * One term made ready.
	 *
	 * @param accumulator its number among all terms of the file, counted from 0
	 * @param place which sum it belongs to
	 * @param aggregate what is made of its numbers
	 * @param slots its numbers
	 * @param tested which rows count
	 * @param minus whether it is taken away
	 * @param orZero whether no row is zero
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Part(int accumulator, Place place, Aggregate aggregate, int[] slots, RowTests.Tested tested, boolean minus,
			boolean orZero) {

	}

	/** Makes the figures of a layout ready for a file. */
	static final class Builder {

		private final ColumnFinder finder;

		private final Numbers numbers;

		private final RowTests tests;

		private final ReadingContext context;

		private final Warnings warnings;

		private final List<FigurePlan> plans = new ArrayList<>();

		private int accumulators;

		Builder(ColumnFinder finder, Numbers numbers, RowTests tests, ReadingContext context, Warnings warnings) {
			this.finder = finder;
			this.numbers = numbers;
			this.tests = tests;
			this.context = context;
			this.warnings = warnings;
		}

		/** Every figure that the file has the columns for; the others are named. */
		List<FigurePlan> build() {
			for (FigureRule rule : this.finder.layout().figures()) {
				Optional<Measure> measure = this.context.plan().measure(rule.measure());
				measure.ifPresent((found) -> build(rule, found));
			}
			return List.copyOf(this.plans);
		}

		private void build(FigureRule rule, Measure measure) {
			int before = this.accumulators;
			try {
				List<Part> parts = new ArrayList<>();
				BigDecimal percentIs = percentIs(rule.unit());
				add(parts, Place.VALUE, rule.value(), percentIs);
				add(parts, Place.NUMERATOR, rule.numerator(), null);
				add(parts, Place.DENOMINATOR, rule.denominator(), null);
				FigureRule.Completeness complete = rule.complete();
				if (complete != null) {
					add(parts, Place.KNOWN, complete.known(), null);
					add(parts, Place.ALL, complete.all(), null);
				}
				this.plans.add(new FigurePlan(this.plans.size(), rule, measure, List.copyOf(parts)));
			}
			catch (Unavailable unavailable) {
				this.accumulators = before;
				this.warnings.add("No figures of " + measure.id() + ": " + unavailable.getMessage() + ".");
			}
		}

		/**
		 * A share is in percent where percent is the unit, and a ratio where ratios are.
		 */
		private static @Nullable BigDecimal percentIs(Unit unit) {
			return switch (unit) {
				case PERCENT -> BigDecimal.ONE;
				case RATIO -> new BigDecimal("0.01");
				default -> null;
			};
		}

		private void add(List<Part> parts, Place place, List<Term> terms, @Nullable BigDecimal percentIs) {
			for (Term term : terms) {
				if (!this.finder.canTest(term.where())) {
					throw new Unavailable("the file has no column to choose its rows by");
				}
				int[] slots = slots(term, percentIs);
				parts.add(new Part(this.accumulators++, place, term.aggregate(), slots,
						this.tests.ready(term.where(), this.finder), term.minus(), term.orZero()));
			}
		}

		private int[] slots(Term term, @Nullable BigDecimal percentIs) {
			List<Integer> slots = new ArrayList<>();
			for (String id : term.columns()) {
				Column column = this.finder.column(id);
				if (column.isBands()) {
					bands(column, term)
						.forEach((position) -> slots.add(this.numbers.slot(column, position, percentIs)));
				}
				else if (this.finder.has(id)) {
					slots.add(this.numbers.slot(column, this.finder.position(id), percentIs));
				}
				else {
					refuseAbsent(column);
				}
			}
			if (slots.isEmpty() && term.aggregate() != Aggregate.COUNT) {
				throw new Unavailable("the file has none of its columns");
			}
			return slots.stream().mapToInt(Integer::intValue).toArray();
		}

		/** Nothing is added for a column only if the file does not have it at all. */
		private void refuseAbsent(Column column) {
			Optional<String> like = new Lookalikes(this.finder.layout(), this.finder.header()).of(column);
			if (like.isPresent()) {
				throw new Unavailable("the file has no column \"" + column.shown() + "\", but one \"" + like.get()
						+ "\" that layout " + this.finder.layout().id()
						+ " does not know. If that is a new spelling, add it to the layout and import the file again");
			}
			if (column.whenAbsent() != Column.WhenAbsent.NOTHING) {
				throw new Unavailable("the file has no column \"" + column.shown() + "\"");
			}
		}

		/**
		 * The bands asked for must lie side by side, without a gap and without an end too
		 * early.
		 */
		private List<Integer> bands(Column column, Term term) {
			TreeMap<Band, Integer> chosen = new TreeMap<>();
			Header header = this.finder.header();
			for (int position : header.positions(column)) {
				Band band = header.band(column, position);
				boolean low = term.from() != null && band.from() < term.from();
				boolean high = term.below() != null && band.from() >= term.below();
				if (!low && !high && chosen.put(band, position) != null) {
					throw new Unavailable("two columns are the band from " + band.from());
				}
			}
			refuseGaps(chosen, term);
			return List.copyOf(chosen.values());
		}

		private static void refuseGaps(Map<Band, Integer> chosen, Term term) {
			Integer next = (term.from() != null) ? term.from() : Integer.valueOf(0);
			for (Band band : chosen.keySet()) {
				if (next == null || band.from() != next) {
					throw new Unavailable("the file has no band that begins at " + next);
				}
				next = band.to();
			}
			if (chosen.isEmpty() && next != null && next > 0) {
				throw new Unavailable("the file has no band that begins at " + next);
			}
			Integer below = term.below();
			boolean whole = !chosen.isEmpty() && ((below == null) ? next == null : below.equals(next));
			if (!whole) {
				throw new Unavailable(
						"its bands of waiting time do not go " + ((below == null) ? "on without end" : "to " + below));
			}
		}

	}

	/** The file cannot answer a figure. */
	private static final class Unavailable extends RuntimeException {

		private static final long serialVersionUID = 1L;

		Unavailable(String message) {
			super(message);
		}

	}

}
