package org.jfpmonitor.extract.checks;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.FileCheck;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.row.NumberColumn;
import org.jfpmonitor.extract.number.NumberSigns;
import org.jfpmonitor.extract.number.NumberField;
import org.jfpmonitor.extract.row.Rejects;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.row.RowFilter;
import org.jfpmonitor.extract.number.Sum;

/** Whether a column of a line equals the sum of others. */
final class EachLineCheck {

	private final FileCheck.EachLine check;

	private final FileColumns columns;

	private final Rejects rejects;

	private final RowFilter where;

	private final NumberColumn total;

	private final NumberColumn[] parts;

	EachLineCheck(FileCheck.EachLine check, FileColumns columns, Rejects rejects) {
		this.check = check;
		this.columns = columns;
		this.rejects = rejects;
		this.where = new RowFilter(check.where(), columns);
		this.total = new NumberColumn(columns.column(check.total()), columns.position(check.total()),
				NumberSigns.POUND);
		this.parts = check.parts()
			.stream()
			.map(columns::column)
			.flatMap((column) -> columns.header()
				.positions(column)
				.stream()
				.map((position) -> new NumberColumn(column, position, NumberSigns.POUND)))
			.toArray(NumberColumn[]::new);
	}

	/** Whether each column is in the file, or would add nothing. */
	static boolean isPossible(FileCheck.EachLine check, FileColumns columns) {
		return columns.has(check.total()) && columns.canTest(check.where())
				&& check.parts()
					.stream()
					.allMatch((id) -> columns.has(id) || columns.column(id).whenAbsent() == Column.WhenAbsent.NOTHING);
	}

	boolean usesNumber(int position) {
		return this.total.position() == position
				|| Arrays.stream(this.parts).anyMatch((part) -> part.position() == position);
	}

	/** What is wrong; nothing where a number is missing. */
	Optional<Finding> check(Row row) {
		NumberField stated = row.number(this.total);
		if (!stated.isNumber() || !this.where.matches(row)) {
			return Optional.empty();
		}
		Sum sum = new Sum();
		for (NumberColumn part : this.parts) {
			NumberField number = row.number(part);
			if (!number.isNumber()) {
				return Optional.empty();
			}
			sum.add(number);
		}
		BigDecimal parts = sum.value();
		if (parts.subtract(stated.value()).abs().compareTo(this.check.within()) <= 0) {
			return Optional.empty();
		}
		boolean shown = !this.columns.layout().isConfidential();
		String expected = (shown ? parts.toPlainString() + ", " : "") + "the sum of its parts";
		String found = shown ? stated.value().toPlainString() : "another number";
		if (this.check.then() == FileCheck.Then.WARN) {
			return Optional.of(Finding.warning(this.columns.asBeginning(row.line(), this.total.position())
					+ ", column \"" + this.columns.name(this.check.total()) + "\": expected " + expected + ", found "
					+ found + "."));
		}
		return Optional.of(Finding.reject(this.rejects.of(row, RejectCode.TOTAL_DIFFERS,
				this.columns.column(this.check.total()), this.total.position(), found, expected)));
	}

}
