package org.jfpmonitor.extract.checks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.FileCheck;
import org.jfpmonitor.extract.number.NumberSigns;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.row.NumberColumn;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.row.RowFilter;
import org.jfpmonitor.extract.spelling.LookupCache;
import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jspecify.annotations.Nullable;

/**
 * Whether total rows equal the sum of the other rows, group by group. Of a group that has
 * a rejected or lost line nobody can tell whether the total or that line is wrong: there
 * a difference is a warning, whatever the layout says. A column that the file lacks is
 * neither added up nor grouped by.
 */
final class TotalsCheck {

	private static final int MOST_GROUPS = 100_000;

	private static final int MOST_NAMED = 3;

	private final FileCheck.TotalLines check;

	private final FileColumns columns;

	/** The ids of those that add up and that the file has. */
	private final List<String> summed;

	private final RowFilter totals;

	private final RowFilter where;

	private final List<Integer> by;

	/** Codes and words are compared whatever their capitals and spaces are. */
	private final LookupCache<String> folded = new LookupCache<>(NormalisedText::value);

	private final NumberColumn[] numbers;

	private final Map<List<String>, TotalsGroup> groups = new HashMap<>();

	private final Set<Period> periodsWithParts = new HashSet<>();

	/** The lines of totals by their period, as long as that has no other line. */
	private final Map<Period, Set<Long>> totalsAlone = new HashMap<>();

	private boolean partOfUnknownPeriod;

	private boolean tooManyGroups;

	private boolean lineLost;

	TotalsCheck(FileCheck.TotalLines check, FileColumns columns) {
		this.check = check;
		this.columns = columns;
		this.summed = check.columns().stream().filter(columns::has).toList();
		this.totals = new RowFilter(check.on(), columns);
		this.where = new RowFilter(check.where(), columns);
		this.by = check.by().stream().filter(columns::has).map(columns::position).toList();
		this.numbers = this.summed.stream()
			.map((id) -> new NumberColumn(columns.column(id), columns.position(id), NumberSigns.POUND))
			.toArray(NumberColumn[]::new);
	}

	static boolean isPossible(FileCheck.TotalLines check, FileColumns columns) {
		return check.columns().stream().anyMatch(columns::has) && columns.canTest(check.on())
				&& columns.canTest(check.where());
	}

	boolean usesNumber(int position) {
		return Arrays.stream(this.numbers).anyMatch((number) -> number.position() == position);
	}

	/**
	 * Takes a row.
	 * @param period what it is for, or null when that cannot be read
	 * @param again whether it was rejected because its like was there before
	 */
	void take(Row row, @Nullable Period period, boolean rejected, boolean again) {
		if (!this.where.matches(row)) {
			return;
		}
		boolean total = this.totals.matches(row);
		takePeriod(row, period, total);
		List<String> key = row.texts(this.by).stream().map(this.folded::get).toList();
		TotalsGroup group = this.groups.get(key);
		if (group == null) {
			if (this.groups.size() >= MOST_GROUPS) {
				this.tooManyGroups = true;
				return;
			}
			group = new TotalsGroup(this.numbers.length, this.check);
			this.groups.put(key, group);
		}
		group.take(row, this.numbers, total, again);
		if (rejected) {
			group.reject();
		}
	}

	private void takePeriod(Row row, @Nullable Period period, boolean total) {
		if (period == null) {
			this.partOfUnknownPeriod |= !total;
		}
		else if (!total) {
			if (this.periodsWithParts.add(period)) {
				this.totalsAlone.remove(period);
			}
		}
		else if (!this.periodsWithParts.contains(period)) {
			this.totalsAlone.computeIfAbsent(period, (each) -> new HashSet<>()).add(row.line());
		}
	}

	/**
	 * The lines of totals that speak for nobody: those for whose period there is no other
	 * line, so that nothing speaks for their being of that period, those of a part, and
	 * those of lines that stand there twice. Where groups are asked and no group has
	 * others, the file is one of totals, which is a way to publish.
	 */
	List<UnfoundedTotal> unfounded() {
		List<UnfoundedTotal> unfounded = new ArrayList<>();
		if (!this.partOfUnknownPeriod && (!this.periodsWithParts.isEmpty() || this.by.isEmpty())) {
			this.totalsAlone.values().stream().flatMap(Set::stream).map(UnfoundedTotal::alone).forEach(unfounded::add);
		}
		this.groups.values()
			.stream()
			.filter((group) -> group.isOfFew() && (this.lineLost || group.mayBeOfPart()))
			.forEach((group) -> group.totals()
				.forEach((line) -> unfounded.add(UnfoundedTotal.ofPart(line, group.parts(), this.check.wholeFrom()))));
		this.groups.values()
			.stream()
			.filter(TotalsGroup::isOfLinesTwice)
			.forEach((group) -> unfounded.add(UnfoundedTotal.ofLinesTwice(group.line())));
		return unfounded;
	}

	/**
	 * The lines of totals that come to no more than the other lines, where it matters
	 * which: whoever cuts a file and adds up the rest writes such a line, too.
	 */
	Set<Long> addedUp() {
		return this.groups.values()
			.stream()
			.filter((group) -> group.parts() > 0 && group.mayBeOfPart())
			.flatMap((group) -> group.totals().stream())
			.collect(Collectors.toSet());
	}

	/** A line could not be read, so that nobody knows whose it was. */
	void lineLost() {
		this.lineLost = true;
	}

	/**
	 * What does not add up.
	 * @throws ExtractRefused when the layout refuses a file for it, and no rejected or
	 * lost line can be the reason
	 */
	List<String> warnings() {
		Map<Boolean, List<TotalsGroup>> wrong = this.groups.values()
			.stream()
			.filter((group) -> group.isWhole() && group.isWrong())
			.sorted(Comparator.comparingLong(TotalsGroup::line))
			.collect(Collectors.partitioningBy((group) -> this.lineLost || group.hasRejected()));
		List<TotalsGroup> unexplained = wrong.getOrDefault(false, List.of());
		List<TotalsGroup> unsure = wrong.getOrDefault(true, List.of());
		List<String> warnings = new ArrayList<>(withoutTotal());
		if (!unexplained.isEmpty()) {
			if (this.check.then() == FileCheck.Then.REFUSE) {
				throw new ExtractRefused(
						List.of(message(unexplained) + " Get the file again; lines may be missing, doubled or shifted."
								+ (unexplained.get(0).isOfFew() ? " If you left lines out, leave out the total as well."
										: "")));
			}
			warnings.add(message(unexplained));
		}
		if (!unsure.isEmpty()) {
			warnings.add(message(unsure)
					+ " A line that may belong to the sum was rejected, so the file is not refused for this.");
		}
		if (this.tooManyGroups) {
			warnings.add(String.format(Locale.UK, "Only the first %,d groups of lines were compared with their totals.",
					MOST_GROUPS));
		}
		return warnings;
	}

	/**
	 * Groups that have lines and no total, where others have one: what goes by totals
	 * lacks theirs. One line needs none, unless others of one line have it.
	 * @throws ExtractRefused when the layout refuses a file for it, and no rejected or
	 * lost line can be the reason
	 */
	private List<String> withoutTotal() {
		boolean oneNeedsNone = this.groups.values()
			.stream()
			.noneMatch((group) -> group.line() > 0 && group.parts() == 1);
		List<TotalsGroup> without = this.groups.values()
			.stream()
			.filter((group) -> group.line() == 0 && group.parts() >= this.check.partsAtLeast())
			.filter((group) -> group.parts() > 1 || !oneNeedsNone)
			.sorted(Comparator.comparingLong(TotalsGroup::firstPart))
			.toList();
		if (without.isEmpty() || without.size() == this.groups.size() || !isByOrganisation()) {
			return List.of();
		}
		boolean unsure = this.lineLost || without.stream().anyMatch(TotalsGroup::hasRejected);
		String message = named(without, (group) -> this.columns.asBeginning(group.firstPart(), this.by.get(0))
				+ ": expected a total beside the lines of its group, as others have, found none.");
		if (!unsure && this.check.then() == FileCheck.Then.REFUSE) {
			throw new ExtractRefused(
					List.of(message + " Get the file again; lines may be missing, or spelt otherwise."));
		}
		return List.of(message);
	}

	/** Whether totals are those of organisations, whose figures would be too small. */
	private boolean isByOrganisation() {
		return this.columns.layout().organisationColumns().stream().anyMatch(this.check.by()::contains);
	}

	/** Whether one total of all lines is stated, and each of its columns is their sum. */
	boolean agreesForAll() {
		return this.by.isEmpty() && !this.lineLost && this.groups.values().stream().anyMatch(TotalsGroup::agrees);
	}

	private String message(List<TotalsGroup> wrong) {
		return named(wrong, this::message);
	}

	/** The first few, each in a sentence, and how many more. */
	private static String named(List<TotalsGroup> groups, Function<TotalsGroup, String> inWords) {
		String named = groups.stream().limit(MOST_NAMED).map(inWords).collect(Collectors.joining(" "));
		int more = groups.size() - MOST_NAMED;
		return (more > 0) ? named + " So it is in " + more + " more places." : named;
	}

	private String message(TotalsGroup group) {
		int number = group.differing();
		BigDecimal difference = group.difference(number);
		return this.columns.asBeginning(group.line(), this.numbers[number].position()) + ", column \""
				+ this.columns.name(this.summed.get(number))
				+ "\": expected the sum of the other lines, found a total that is "
				+ (this.columns.layout().isConfidential() ? ""
						: difference.abs().stripTrailingZeros().toPlainString() + " ")
				+ ((difference.signum() > 0) ? "more." : "less.");
	}

}
