package org.jfpmonitor.extract.checks;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.FileCheck;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.Warnings;
import org.jfpmonitor.extract.row.ColumnFinder;
import org.jfpmonitor.extract.row.Numbers;
import org.jfpmonitor.extract.row.RowTests;
import org.jspecify.annotations.Nullable;

/** Whether total rows equal the sum of the other rows, group by group. */
final class TotalsCheck {

	private static final int MOST_GROUPS = 100_000;

	private static final int MOST_NAMED = 3;

	private final FileCheck.Totals check;

	private final ColumnFinder finder;

	private final Numbers numbers;

	private final RowTests tests;

	private final Warnings warnings;

	private final RowTests.Tested on;

	private final RowTests.Tested where;

	private final int[] by;

	private final int[] slots;

	private final Map<String, Group> groups = new HashMap<>();

	private final String[] lastKey;

	private @Nullable Group lastGroup;

	TotalsCheck(FileCheck.Totals check, ColumnFinder finder, Numbers numbers, RowTests tests, Warnings warnings) {
		this.check = check;
		this.finder = finder;
		this.numbers = numbers;
		this.tests = tests;
		this.warnings = warnings;
		this.on = tests.ready(check.on(), finder);
		this.where = tests.ready(check.where(), finder);
		this.by = check.by().stream().mapToInt(finder::position).toArray();
		this.lastKey = new String[this.by.length];
		this.slots = check.columns()
			.stream()
			.mapToInt((id) -> numbers.slot(finder.column(id), finder.position(id), null))
			.toArray();
	}

	static boolean isPossible(FileCheck.Totals check, ColumnFinder finder) {
		return finder.hasAll(check.columns()) && finder.hasAll(check.by()) && finder.canTest(check.on())
				&& finder.canTest(check.where());
	}

	void see(String[] row, long line) {
		if (!this.tests.areMet(this.where)) {
			return;
		}
		Group group = group(row);
		if (group == null) {
			return;
		}
		boolean total = this.tests.areMet(this.on);
		if (total) {
			group.line = line;
		}
		else {
			group.hasParts = true;
		}
		for (int i = 0; i < this.slots.length; i++) {
			add(group, i, total);
		}
	}

	private void add(Group group, int column, boolean total) {
		int slot = this.slots[column];
		switch (this.numbers.read(slot)) {
			case Numbers.WHOLE -> group.whole[column] += total ? this.numbers.whole(slot) : -this.numbers.whole(slot);
			case Numbers.EXACT -> {
				BigDecimal number = this.numbers.exact(slot);
				BigDecimal before = (group.rest[column] != null) ? group.rest[column] : BigDecimal.ZERO;
				group.rest[column] = total ? before.add(number) : before.subtract(number);
			}
			default -> group.unsure = true;
		}
	}

	private @Nullable Group group(String[] row) {
		Group last = this.lastGroup;
		if (last != null && isLast(row)) {
			return last;
		}
		StringBuilder key = new StringBuilder();
		for (int i = 0; i < this.by.length; i++) {
			this.lastKey[i] = row[this.by[i]];
			key.append(row[this.by[i]]).append('\0');
		}
		Group group = this.groups.get(key.toString());
		if (group == null && this.groups.size() < MOST_GROUPS) {
			group = new Group(this.slots.length);
			this.groups.put(key.toString(), group);
		}
		this.lastGroup = group;
		return group;
	}

	private boolean isLast(String[] row) {
		for (int i = 0; i < this.by.length; i++) {
			if (!row[this.by[i]].equals(this.lastKey[i])) {
				return false;
			}
		}
		return true;
	}

	void finish() {
		List<Map.Entry<String, Group>> wrong = this.groups.entrySet()
			.stream()
			.filter((entry) -> isWrong(entry.getValue()))
			.sorted(Map.Entry.comparingByValue((one, other) -> Long.compare(one.line, other.line)))
			.toList();
		if (wrong.isEmpty()) {
			return;
		}
		List<String> messages = wrong.stream().limit(MOST_NAMED).map((entry) -> message(entry.getValue())).toList();
		String more = (wrong.size() > MOST_NAMED) ? " So it is in " + (wrong.size() - MOST_NAMED) + " more places."
				: "";
		String found = String.join(" ", messages) + more;
		if (this.check.then() == FileCheck.Then.REFUSE) {
			throw new ExtractRefused(List.of(found + " Get the file again; it may be cut off or shifted."));
		}
		this.warnings.add(found);
	}

	private boolean isWrong(Group group) {
		return group.line > 0 && group.hasParts && !group.unsure && differing(group) >= 0;
	}

	private int differing(Group group) {
		for (int i = 0; i < this.slots.length; i++) {
			if (group.difference(i).abs().compareTo(this.check.within()) > 0) {
				return i;
			}
		}
		return -1;
	}

	private String message(Group group) {
		int i = differing(group);
		BigDecimal difference = group.difference(i);
		Column column = this.finder.column(this.check.columns().get(i));
		return "Line " + group.line + ", column \"" + this.finder.header().name(this.finder.position(column.id()))
				+ "\": expected the sum of the other lines, found a total that is "
				+ difference.abs().stripTrailingZeros().toPlainString()
				+ ((difference.signum() > 0) ? " more." : " less.");
	}

	/** What one group's totals exceed its parts by, column by column. */
	private static final class Group {

		private final long[] whole;

		private final @Nullable BigDecimal[] rest;

		private long line;

		private boolean hasParts;

		private boolean unsure;

		Group(int columns) {
			this.whole = new long[columns];
			this.rest = new BigDecimal[columns];
		}

		BigDecimal difference(int column) {
			BigDecimal difference = BigDecimal.valueOf(this.whole[column]);
			BigDecimal more = this.rest[column];
			return (more != null) ? difference.add(more) : difference;
		}

	}

}
