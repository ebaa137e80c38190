package org.jfpmonitor.extract.layout;

import java.math.BigDecimal;
import java.util.List;

import org.jfpmonitor.observation.SmallNumbers;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.MeasureId;
import org.jspecify.annotations.Nullable;

/**
 * How a measure's figure is reckoned from the rows of an organisation and period: either
 * a value, or a numerator over a denominator.
 *
 * @param measure the measure
 * @param unit what the value, or the numerator over the denominator, counts in
 * @param value terms that are added up, or empty
 * @param numerator terms that are added up, or empty
 * @param denominator terms that are added up, or empty
 * @param months take only rows whose period has this many months; 0 for any
 * @param scopes only for these levels; empty for all
 * @param complete how much must be known, or null
 * @param smallNumbers how counts are published, or null where nothing is said of it
 */
public record FigureRule(MeasureId measure, Unit unit, List<Term> value, List<Term> numerator, List<Term> denominator,
		int months, List<String> scopes, @Nullable Completeness complete, @Nullable SmallNumbers smallNumbers) {

	public FigureRule {
		value = List.copyOf(value);
		numerator = List.copyOf(numerator);
		denominator = List.copyOf(denominator);
		scopes = List.copyOf(scopes);
	}

	/** Whether its numbers are withheld or rounded. */
	public boolean isControlled() {
		return this.smallNumbers != null && !this.smallNumbers.isNone();
	}

	/** The same; where nothing is said of small numbers, by these. */
	FigureRule controlledBy(SmallNumbers rule) {
		return (this.smallNumbers != null) ? this : new FigureRule(this.measure, this.unit, this.value, this.numerator,
				this.denominator, this.months, this.scopes, this.complete, rule);
	}

	/**
	 * One part of a sum.
	 *
	 * @param aggregate what is made of the columns' numbers
	 * @param columns the ids of the columns; empty when rows are counted
	 * @param from of a run of columns, only those from this bound on; null for all
	 * @param below of a run of columns, only those below this bound; null for all
	 * @param where which rows count
	 * @param minus whether it is taken away
	 * @param orZero whether no row at all is zero; otherwise there is no figure then
	 */
	public record Term(Aggregate aggregate, List<String> columns, @Nullable Integer from, @Nullable Integer below,
			Conditions where, boolean minus, boolean orZero) {

		public Term {
			columns = List.copyOf(columns);
		}

	}

	/** What is made of many numbers. */
	public enum Aggregate {

		/** Their sum. */
		SUM,
		/** The one number there is; a second one is an error. */
		ONLY,
		/** How many rows there are. */
		COUNT, MEAN, MEDIAN, MIN, MAX;

		/** The word in layout files. */
		public String word() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

	/**
	 * How much of the whole must be known for the figure to be given.
	 *
	 * @param known terms of what is known
	 * @param all terms of everything
	 * @param atLeast the least share, 0 to 1
	 */
	public record Completeness(List<Term> known, List<Term> all, BigDecimal atLeast) {

		public Completeness {
			known = List.copyOf(known);
			all = List.copyOf(all);
		}

	}

}
