package org.jfpmonitor.extract.checks;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.FileCheck;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.row.Rejects;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.row.RowOutcome;
import org.jspecify.annotations.Nullable;

/** The checks of a layout that look at single lines, or at lines against each other. */
public final class LineChecks {

	private static final Set<RejectCode> OF_ONE_FIELD = EnumSet.of(RejectCode.NOT_A_NUMBER, RejectCode.MISSING_VALUE,
			RejectCode.OUT_OF_RANGE);

	private final List<EachLineCheck> eachLine = new ArrayList<>();

	private final List<UniqueCheck> unique = new ArrayList<>();

	private final List<TotalsCheck> totals = new ArrayList<>();

	private final List<LinesForEachCheck> forEach = new ArrayList<>();

	/** Of those checks, the ones whose columns the file has. */
	public LineChecks(List<FileCheck> checks, FileColumns columns, Rejects rejects) {
		for (FileCheck check : checks) {
			if (check instanceof FileCheck.EachLine each && EachLineCheck.isPossible(each, columns)) {
				this.eachLine.add(new EachLineCheck(each, columns, rejects));
			}
			else if (check instanceof FileCheck.TotalLines sums && TotalsCheck.isPossible(sums, columns)) {
				this.totals.add(new TotalsCheck(sums, columns));
			}
			else if (check instanceof FileCheck.LinesForEach each && LinesForEachCheck.isPossible(each, columns)) {
				this.forEach.add(new LinesForEachCheck(each, columns));
			}
			else if (check instanceof FileCheck.Unique key && columns.hasAll(key.key())) {
				this.unique.add(new UniqueCheck(key, columns, rejects));
			}
		}
	}

	/**
	 * Takes every row, whatever became of it: it can be a total or a part of one. One
	 * that was rejected makes the total that it belongs to unsure, unless only the
	 * numbers of single fields are wrong with it: then its other columns still count.
	 * @param period what the row is for, or null when that cannot be read
	 */
	public void takeForTotals(Row row, RowOutcome outcome, @Nullable Period period) {
		boolean unsure = outcome instanceof RowOutcome.Rejected rejected
				&& !rejected.rejects().stream().allMatch((each) -> OF_ONE_FIELD.contains(each.code()));
		boolean again = outcome instanceof RowOutcome.Rejected rejected
				&& rejected.rejects().stream().anyMatch((each) -> each.code() == RejectCode.DUPLICATE_KEY);
		this.totals.forEach((check) -> check.take(row, period, unsure, again));
		this.forEach.forEach((check) -> check.take(row));
	}

	/** A line could not be read, so that every total is unsure. */
	public void lineLost() {
		this.totals.forEach(TotalsCheck::lineLost);
	}

	/** Takes a row that is to be used, and says what is wrong with it. */
	public List<Finding> take(Row row) {
		if (this.eachLine.isEmpty() && this.unique.isEmpty()) {
			return List.of();
		}
		List<Finding> findings = new ArrayList<>();
		this.eachLine.forEach((check) -> check.check(row).ifPresent(findings::add));
		this.unique.forEach((check) -> check.take(row).ifPresent(findings::add));
		return findings;
	}

	/** Whether a check adds up numbers of the column at the position. */
	public boolean usesNumber(int position) {
		return this.eachLine.stream().anyMatch((check) -> check.usesNumber(position))
				|| this.totals.stream().anyMatch((check) -> check.usesNumber(position));
	}

	/**
	 * After the last row: whether a total of all lines is stated and equals their sum.
	 */
	public boolean totalAgrees() {
		return this.totals.stream().anyMatch(TotalsCheck::agreesForAll);
	}

	/**
	 * After the last row: the lines of totals that nothing speaks for, by their number.
	 */
	public Map<Long, UnfoundedTotal> unfoundedTotals() {
		return this.totals.stream()
			.flatMap((check) -> check.unfounded().stream())
			.collect(Collectors.toMap(UnfoundedTotal::line, Function.identity(), (first, second) -> first));
	}

	/**
	 * After the last row: the lines of totals that come to no more than the other lines,
	 * of which a layout says how many a whole file has.
	 */
	public Set<Long> addedUp() {
		return this.totals.stream().flatMap((check) -> check.addedUp().stream()).collect(Collectors.toSet());
	}

	/**
	 * After the last row: what does not add up.
	 * @throws ExtractRefused when a check that refuses does not hold
	 */
	public List<String> warnings() {
		return Stream
			.concat(this.forEach.stream().flatMap((check) -> check.warnings().stream()),
					this.totals.stream().flatMap((check) -> check.warnings().stream()))
			.toList();
	}

}
