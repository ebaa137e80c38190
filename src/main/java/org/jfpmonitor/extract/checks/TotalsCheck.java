package org.jfpmonitor.extract.checks;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.FileCheck;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.row.NumberColumn;
import org.jfpmonitor.extract.row.NumberField;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.row.RowFilter;
import org.jfpmonitor.extract.row.Sum;

/** Whether total rows equal the sum of the other rows, group by group. */
final class TotalsCheck {

	private static final int MOST_GROUPS = 100_000;

	private static final int MOST_NAMED = 3;

	private final FileCheck.Totals check;

	private final FileColumns columns;

	private final RowFilter totals;

	private final RowFilter where;

	private final List<Integer> by;

	private final NumberColumn[] numbers;

	private final Map<List<String>, Group> groups = new HashMap<>();

	private boolean tooManyGroups;

	TotalsCheck(FileCheck.Totals check, FileColumns columns) {
		this.check = check;
		this.columns = columns;
		this.totals = new RowFilter(check.on(), columns);
		this.where = new RowFilter(check.where(), columns);
		this.by = check.by().stream().map(columns::position).toList();
		this.numbers = check.columns()
			.stream()
			.map((id) -> new NumberColumn(columns.column(id), columns.position(id), null))
			.toArray(NumberColumn[]::new);
	}

	static boolean isPossible(FileCheck.Totals check, FileColumns columns) {
		return columns.hasAll(check.columns()) && columns.hasAll(check.by()) && columns.canTest(check.on())
				&& columns.canTest(check.where());
	}

	boolean usesNumber(int position) {
		return Arrays.stream(this.numbers).anyMatch((number) -> number.position() == position);
	}

	void take(Row row) {
		if (!this.where.matches(row)) {
			return;
		}
		List<String> key = row.texts(this.by);
		Group group = this.groups.get(key);
		if (group == null) {
			if (this.groups.size() >= MOST_GROUPS) {
				this.tooManyGroups = true;
				return;
			}
			group = new Group(this.numbers.length);
			this.groups.put(key, group);
		}
		group.take(row, this.numbers, this.totals.matches(row));
	}

	/** What does not add up; refuses the file for it where the layout says so. */
	List<String> warnings() {
		List<Group> wrong = this.groups.values()
			.stream()
			.filter((group) -> group.isWrong(this.check.within()))
			.sorted(Comparator.comparingLong((group) -> group.line))
			.toList();
		Stream<String> unlooked = this.tooManyGroups
				? Stream.of(String.format(Locale.UK,
						"Only the first %,d groups of lines were compared with their totals.", MOST_GROUPS))
				: Stream.of();
		if (wrong.isEmpty()) {
			return unlooked.toList();
		}
		List<String> messages = wrong.stream().limit(MOST_NAMED).map(this::message).toList();
		String more = (wrong.size() > MOST_NAMED) ? " So it is in " + (wrong.size() - MOST_NAMED) + " more places."
				: "";
		String found = String.join(" ", messages) + more;
		if (this.check.then() == FileCheck.Then.REFUSE) {
			throw new ExtractRefused(List.of(found + " Get the file again; it may be cut off or shifted."));
		}
		return Stream.concat(Stream.of(found), unlooked).toList();
	}

	private String message(Group group) {
		int number = group.differing(this.check.within());
		BigDecimal difference = group.differences[number].value();
		return "Line " + group.line + ", column \"" + this.columns.name(this.check.columns().get(number))
				+ "\": expected the sum of the other lines, found a total that is "
				+ difference.abs().stripTrailingZeros().toPlainString()
				+ ((difference.signum() > 0) ? " more." : " less.");
	}

	/** What one group's totals exceed its parts by, column by column. */
	private static final class Group {

		private final Sum[] differences;

		private long line;

		private boolean hasParts;

		private boolean unsure;

		Group(int columns) {
			this.differences = new Sum[columns];
			Arrays.setAll(this.differences, (i) -> new Sum());
		}

		void take(Row row, NumberColumn[] numbers, boolean total) {
			this.line = total ? row.line() : this.line;
			this.hasParts = this.hasParts || !total;
			for (int i = 0; i < numbers.length; i++) {
				NumberField number = row.number(numbers[i]);
				if (!number.isNumber()) {
					this.unsure = true;
				}
				else if (total) {
					this.differences[i].add(number);
				}
				else {
					this.differences[i].subtract(number);
				}
			}
		}

		boolean isWrong(BigDecimal within) {
			return this.line > 0 && this.hasParts && !this.unsure && differing(within) >= 0;
		}

		/** The number of the first column that differs by more; -1 when none does. */
		int differing(BigDecimal within) {
			for (int i = 0; i < this.differences.length; i++) {
				if (this.differences[i].value().abs().compareTo(within) > 0) {
					return i;
				}
			}
			return -1;
		}

	}

}
