package org.jfpmonitor.extract.checks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.FileCheck;
import org.jfpmonitor.extract.number.NumberField;
import org.jfpmonitor.extract.number.Sum;
import org.jfpmonitor.extract.row.NumberColumn;
import org.jfpmonitor.extract.row.Row;

/** What one group's totals exceed its parts by, column by column. */
final class TotalsGroup {

	private final FileCheck.TotalLines check;

	private final Sum[] differences;

	/** What the lines come to that were there before; empty where none were. */
	private final List<Sum> again = new ArrayList<>(0);

	/** Columns whose total is not a number. */
	private final BitSet withoutTotal = new BitSet();

	/**
	 * Columns of which some part is unknown: their total is that of the others or more.
	 */
	private final BitSet withUnknownPart = new BitSet();

	/** Of the last total; 0 for none. */
	private long line;

	/** Of the first other line; 0 for none. */
	private long firstPart;

	/** The lines of totals, where it matters which. */
	private final List<Long> totals = new ArrayList<>(0);

	private int parts;

	private boolean hasRejected;

	TotalsGroup(int columns, FileCheck.TotalLines check) {
		this.check = check;
		this.differences = new Sum[columns];
		Arrays.setAll(this.differences, (i) -> new Sum());
	}

	/**
	 * Takes a row.
	 * @param again whether its like was there before, so that it does not count
	 */
	void take(Row row, NumberColumn[] numbers, boolean total, boolean again) {
		if (again && !total) {
			takeAgain(row, numbers);
			return;
		}
		if (total) {
			this.line = row.line();
			if (this.check.wholeFrom() > 1) {
				this.totals.add(row.line());
			}
		}
		else {
			this.parts++;
			this.firstPart = (this.firstPart == 0) ? row.line() : this.firstPart;
		}
		for (int i = 0; i < numbers.length; i++) {
			NumberField number = row.number(numbers[i]);
			if (number.isNumber()) {
				add(i, number, total);
			}
			else if (total) {
				this.withoutTotal.set(i);
			}
			else if (number.marker() != Column.Marker.NOT_APPLICABLE) {
				this.withUnknownPart.set(i);
			}
		}
	}

	private void takeAgain(Row row, NumberColumn[] numbers) {
		for (int i = 0; i < numbers.length; i++) {
			if (this.again.size() == i) {
				this.again.add(new Sum());
			}
			NumberField number = row.number(numbers[i]);
			if (number.isNumber()) {
				this.again.get(i).add(number);
			}
		}
	}

	/**
	 * Whether its total is right only where lines that stand there twice count twice.
	 */
	boolean isOfLinesTwice() {
		return this.line > 0 && isWrong() && !this.again.isEmpty()
				&& IntStream.range(0, this.differences.length)
					.filter((i) -> !this.withoutTotal.get(i) && !this.withUnknownPart.get(i))
					.allMatch((i) -> this.differences[i].value()
						.subtract(this.again.get(i).value())
						.abs()
						.compareTo(this.check.within()) <= 0);
	}

	/** The line of its last total; 0 for none. */
	long line() {
		return this.line;
	}

	/** The first other line; 0 for none. */
	long firstPart() {
		return this.firstPart;
	}

	/** The lines of its totals, where it matters which. */
	List<Long> totals() {
		return List.copyOf(this.totals);
	}

	/** How many other lines it has. */
	int parts() {
		return this.parts;
	}

	/** A line of it was rejected, so that nobody can tell which number is wrong. */
	void reject() {
		this.hasRejected = true;
	}

	boolean hasRejected() {
		return this.hasRejected;
	}

	/** By how much the totals of a column exceed its parts. */
	BigDecimal difference(int column) {
		return this.differences[column].value();
	}

	private void add(int column, NumberField number, boolean total) {
		if (total) {
			this.differences[column].add(number);
		}
		else {
			this.differences[column].subtract(number);
		}
	}

	/** Whether it has a total and as many parts as one that is no cut. */
	boolean isWhole() {
		return this.line > 0 && this.parts >= this.check.partsAtLeast();
	}

	/** Whether its parts are too few for a whole file. */
	boolean isOfFew() {
		return this.parts > 0 && this.parts < this.check.wholeFrom();
	}

	boolean isWrong() {
		return differing() >= 0;
	}

	/** Whether it is whole and each of its columns is known and right. */
	boolean agrees() {
		return isWhole() && !isOfFew() && this.withoutTotal.isEmpty() && this.withUnknownPart.isEmpty()
				&& differing() < 0;
	}

	/**
	 * Whether its totals come to no more than its parts, for all that is known; also
	 * where nothing is.
	 */
	boolean mayBeOfPart() {
		return this.hasRejected || IntStream.range(0, this.differences.length)
			.filter((i) -> !this.withoutTotal.get(i) && !this.withUnknownPart.get(i))
			.allMatch((i) -> this.differences[i].value().compareTo(this.check.within()) <= 0);
	}

	/** The number of the first column that differs by more; -1 when none does. */
	int differing() {
		for (int i = 0; i < this.differences.length; i++) {
			if (!this.withoutTotal.get(i) && excess(i).compareTo(this.check.within()) > 0) {
				return i;
			}
		}
		return -1;
	}

	/** By how much the column's total is wrong, for all that is known. */
	private BigDecimal excess(int column) {
		BigDecimal difference = this.differences[column].value();
		return this.withUnknownPart.get(column) ? difference.negate() : difference.abs();
	}

}
