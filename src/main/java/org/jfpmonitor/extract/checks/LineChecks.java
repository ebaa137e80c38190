package org.jfpmonitor.extract.checks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.FileCheck;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.result.Rejects;
import org.jfpmonitor.extract.result.Warnings;
import org.jfpmonitor.extract.row.ColumnFinder;
import org.jfpmonitor.extract.row.Numbers;
import org.jfpmonitor.extract.row.RowTests;
import org.jspecify.annotations.Nullable;

/** The checks of a layout that look at single lines, or at lines against each other. */
public final class LineChecks {

	/** So many of them can be added as whole numbers that no file has as many columns. */
	private static final long SMALL = 1L << 40;

	private final ColumnFinder finder;

	private final Numbers numbers;

	private final RowTests tests;

	private final Warnings warnings;

	private final List<Equation> equations = new ArrayList<>();

	private final List<TotalsCheck> totals = new ArrayList<>();

	private final List<UniqueCheck> unique = new ArrayList<>();

	/** Of those checks, the ones whose columns the file has. */
	public LineChecks(List<FileCheck> checks, ColumnFinder finder, Numbers numbers, RowTests tests, Warnings warnings) {
		this.finder = finder;
		this.numbers = numbers;
		this.tests = tests;
		this.warnings = warnings;
		for (FileCheck check : checks) {
			if (check instanceof FileCheck.EachLine each && finder.has(each.total()) && areKnown(each.parts())
					&& finder.canTest(each.where())) {
				this.equations.add(new Equation(each, tests.ready(each.where(), finder), slots(List.of(each.total())),
						slots(each.parts())));
			}
			else if (check instanceof FileCheck.Totals totals && TotalsCheck.isPossible(totals, finder)) {
				this.totals.add(new TotalsCheck(totals, finder, numbers, tests, warnings));
			}
			else if (check instanceof FileCheck.Unique unique && finder.hasAll(unique.key())) {
				this.unique.add(new UniqueCheck(unique, finder, warnings));
			}
		}
	}

	/** Whether each is in the file, or would add nothing. */
	private boolean areKnown(List<String> ids) {
		return ids.stream()
			.allMatch((id) -> this.finder.has(id) || this.finder.column(id).whenAbsent() == Column.WhenAbsent.NOTHING);
	}

	private int[] slots(List<String> ids) {
		List<Integer> slots = new ArrayList<>();
		for (String id : ids) {
			Column column = this.finder.column(id);
			this.finder.header()
				.positions(column)
				.forEach((position) -> slots.add(this.numbers.slot(column, position, null)));
		}
		return slots.stream().mapToInt(Integer::intValue).toArray();
	}

	/** Every row, left out or not, can be a total or a part of one. */
	public void seeTotals(String[] row, long line) {
		for (TotalsCheck check : this.totals) {
			check.see(row, line);
		}
	}

	/**
	 * Whether a row that is used meets the checks that reject lines; what does not is
	 * taken down.
	 */
	public boolean areMet(String[] row, long line, Rejects rejects) {
		boolean met = true;
		for (Equation equation : this.equations) {
			met &= isMet(equation, line, rejects);
		}
		for (UniqueCheck check : this.unique) {
			met &= check.isMet(row, line, rejects);
		}
		return met;
	}

	private boolean isMet(Equation equation, long line, Rejects rejects) {
		if (!this.tests.areMet(equation.where)) {
			return true;
		}
		int total = equation.total[0];
		if (this.numbers.read(total) >= Numbers.MARKED) {
			return true;
		}
		BigDecimal sum = sum(equation.parts);
		if (sum == null) {
			return true;
		}
		if (sum.subtract(this.numbers.exact(total)).abs().compareTo(equation.check.within()) <= 0) {
			return true;
		}
		Column column = this.finder.column(equation.check.total());
		String expected = sum.toPlainString() + ", the sum of its parts";
		if (equation.check.then() == FileCheck.Then.WARN) {
			this.warnings
				.add("Line " + line + ", column \"" + this.finder.header().name(this.finder.position(column.id()))
						+ "\": expected " + expected + ", found " + this.numbers.exact(total).toPlainString() + ".");
			return true;
		}
		rejects.field(line, RejectCode.TOTAL_DIFFERS, column, this.finder.position(column.id()),
				this.numbers.exact(total).toPlainString(), expected);
		return false;
	}

	/** What the numbers come to; null when one of them is none. */
	private @Nullable BigDecimal sum(int[] parts) {
		long small = 0;
		BigDecimal large = BigDecimal.ZERO;
		for (int part : parts) {
			byte state = this.numbers.read(part);
			if (state >= Numbers.MARKED) {
				return null;
			}
			if (state == Numbers.WHOLE && Math.abs(this.numbers.whole(part)) < SMALL) {
				small += this.numbers.whole(part);
			}
			else {
				large = large.add(this.numbers.exact(part));
			}
		}
		return large.add(BigDecimal.valueOf(small));
	}

	/**
	 * After the last row.
	 * @throws ExtractRefused when a check that refuses does not hold
	 */
	public void finish() {
		this.totals.forEach(TotalsCheck::finish);
	}

	@SuppressWarnings("ArrayRecordComponent")
	private record Equation(FileCheck.EachLine check, RowTests.Tested where, int[] total, int[] parts) {

	}

}
