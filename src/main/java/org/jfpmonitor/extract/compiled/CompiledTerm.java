package org.jfpmonitor.extract.compiled;

import java.util.Arrays;

import org.jfpmonitor.extract.layout.Conditions;
import org.jfpmonitor.extract.layout.FigureRule.Aggregate;
import org.jfpmonitor.extract.row.NumberColumn;
import org.jfpmonitor.extract.row.RowFilter;

/**
 * One term of a figure made ready for one file.
 *
 * @param number its number among all terms of the file, counted from 0
 * @param figure the number of its figure
 * @param role which sum it belongs to
 * @param aggregate what is made of its numbers
 * @param columns where its numbers are
 * @param ofThings whether its numbers count things, or pounds, so that thousandths in
 * them are odd
 * @param ofPounds whether those are pounds, which have pence
 * @param neverNegative whether its numbers add up to what cannot be negative, so that
 * none of them can be
 * @param conditions which rows count, as the layout says it
 * @param filter which rows count
 * @param minus whether it is taken away
 * @param orZero whether no row is zero
 */
@SuppressWarnings("ArrayRecordComponent")
public record CompiledTerm(int number, int figure, TermRole role, Aggregate aggregate, NumberColumn[] columns,
		boolean ofThings, boolean ofPounds, boolean neverNegative, Conditions conditions, RowFilter filter,
		boolean minus, boolean orZero) {

	/** Whether a number in the column at the position is added or compared. */
	public boolean usesNumber(int position) {
		return this.filter.usesNumber(position)
				|| Arrays.stream(this.columns).anyMatch((column) -> column.position() == position);
	}

	/**
	 * The first column that its numbers are in; the first of all where it only counts.
	 */
	public int position() {
		return (this.columns.length > 0) ? this.columns[0].position() : 0;
	}

	/** Which of a figure's sums a term belongs to. */
	public enum TermRole {

		VALUE, NUMERATOR, DENOMINATOR, KNOWN, ALL

	}

}
