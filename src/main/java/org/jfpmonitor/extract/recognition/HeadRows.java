package org.jfpmonitor.extract.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.jfpmonitor.extract.header.ColumnSearch;
import org.jfpmonitor.extract.header.Header;
import org.jfpmonitor.extract.header.PeriodBlock;
import org.jfpmonitor.extract.header.PeriodHeadingRows;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.layout.PeriodRule;
import org.jfpmonitor.extract.spelling.PeriodHeading;
import org.jfpmonitor.extract.spelling.PeriodParser;
import org.jfpmonitor.extract.text.Records;
import org.jfpmonitor.extract.text.Table;
import org.jfpmonitor.extract.text.Table.MergedCells;
import org.jfpmonitor.extract.text.TextRecord;
import org.jfpmonitor.extract.text.Unreadable;

import org.springframework.util.function.SingletonSupplier;

/** The first rows of a table, of which one may be its header. */
final class HeadRows {

	static final int ROWS_LOOKED_AT = 60;

	/** No sheet has a heading further right, and far cells make every row wide. */
	private static final int WIDEST = 4096;

	/** How far above a header the names of its groups stand. */
	private static final int ROWS_OF_GROUPS = 3;

	private final List<HeadRow> rows;

	/** Looked for where headings matter: they stand behind all rows. */
	private final Supplier<List<MergedCells>> merged;

	private HeadRows(List<HeadRow> rows, Supplier<List<MergedCells>> merged) {
		this.rows = rows;
		this.merged = merged;
	}

	/**
	 * Reads them.
	 * @throws Unreadable when not even the first can be read
	 */
	static HeadRows of(Table table) {
		List<HeadRow> rows = new ArrayList<>();
		try (Records records = table.open(WIDEST)) {
			while (rows.size() < ROWS_LOOKED_AT && records.hasNext()) {
				TextRecord record = records.next();
				boolean broken = record.condition() == TextRecord.Condition.BROKEN;
				String[] values = broken ? new String[] { "" } : record.fields();
				rows.add(new HeadRow(record.line(), values));
			}
		}
		catch (Unreadable unreadable) {
			if (rows.isEmpty()) {
				throw unreadable;
			}
		}
		return new HeadRows(rows, SingletonSupplier.of(() -> table.mergedCells(rows.get(rows.size() - 1).line())));
	}

	int size() {
		return this.rows.size();
	}

	/** Whether there is nothing in any of them. */
	boolean isBlank() {
		return this.rows.stream().allMatch(HeadRow::isBlank);
	}

	/** The line of the file that the row, counting from 0, starts on. */
	long line(int at) {
		return this.rows.get(at).line();
	}

	/** How many fields the row has. */
	int width(int at) {
		return this.rows.get(at).values().length;
	}

	/** The rows before. */
	List<String[]> above(int at) {
		return this.rows.subList(0, at).stream().map(HeadRow::values).toList();
	}

	/**
	 * Whether the row has names of half of the columns that such a file has: with fewer
	 * it is no header of the layout, nor nearly one. Most rows have not, and this is said
	 * sooner than where each of the columns is.
	 */
	boolean isNear(Layout layout, int at) {
		return ColumnSearch.isNear(layout, this.rows.get(at).named().keySet());
	}

	/**
	 * The row as the header of the layout, whether it is one or not. A heading above
	 * holds up to the next.
	 */
	Header header(Layout layout, int at) {
		return header(layout, at, List.of());
	}

	/** The same; a heading over merged cells holds as far as they go. */
	Header exactHeader(Layout layout, int at) {
		boolean above = IntStream.range(Math.max(0, at - ROWS_OF_GROUPS), at)
			.anyMatch((i) -> !this.rows.get(i).isBlank());
		return header(layout, at,
				(above && (isGrouped(layout) || isOfPeriods(layout))) ? this.merged.get() : List.of());
	}

	private Header header(Layout layout, int at, List<MergedCells> merged) {
		HeadRow row = this.rows.get(at);
		int width = row.values().length;
		boolean ofPeriods = isOfPeriods(layout);
		boolean grouped = isGrouped(layout);
		return Header.of(layout, row.values(), row.named(),
				(ofPeriods || grouped)
						? groups(at, grouped).map((groups) -> groups.headings(groups.folded(), width, merged))
							.orElseGet(() -> Collections.nCopies(width, ""))
						: Collections.nCopies(width, ""),
				ofPeriods ? this.rows.subList(Math.max(0, at - ROWS_OF_GROUPS), at)
					.stream()
					.map((each) -> each.headings(each.shown(), width, merged))
					.toList() : List.of(),
				(position) -> this.rows.subList(at + 1, size()).stream().anyMatch((each) -> each.isFilled(position)));
	}

	private static boolean isGrouped(Layout layout) {
		return layout.columns().values().stream().anyMatch((column) -> !column.under().isEmpty());
	}

	private static boolean isOfPeriods(Layout layout) {
		return layout.periods().stream().map(PeriodRule::form).anyMatch(PeriodRule.Form::isInHeadings);
	}

	/** The columns of the layout for each period whose heading stands above the row. */
	List<PeriodBlock> blocks(Layout layout, int at) {
		Header whole = exactHeader(layout, at);
		List<Map.Entry<String, Set<Integer>>> found = PeriodHeadingRows.of(layout, whole)
			.map(PeriodHeadingRows::positions)
			.orElse(List.of());
		int first = found.stream().flatMap((each) -> each.getValue().stream()).min(Integer::compare).orElse(0);
		return found.stream().map((each) -> {
			List<HeadRow> rows = new ArrayList<>(this.rows);
			rows.subList(at, size())
				.replaceAll((row) -> row.without((i) -> i >= first && !each.getValue().contains(i)));
			return new PeriodBlock(each.getKey(),
					new HeadRows(rows, this.merged).exactHeader(layout, at).below(each.getKey(), each.getValue()),
					each.getValue());
		}).toList();
	}

	/**
	 * Headings of groups may look like those of columns; the columns' are the lowest of
	 * neighbouring rows that are headers.
	 * @param first the highest of them
	 */
	int lowest(Layout layout, int first) {
		int lowest = first;
		while (lowest + 1 < size() && width(lowest + 1) > 1 && header(layout, lowest + 1).isMatch()) {
			lowest++;
		}
		return lowest;
	}

	/**
	 * A heading that is merged with the cells below it stands in the highest of them, so
	 * the lowest row of a header may lack some of its names: these rows, where this one
	 * has the names above it. Empty where it lacks none.
	 */
	Optional<HeadRows> merged(int at) {
		HeadRow row = this.rows.get(at);
		HeadRow whole = row.filledFrom(this.rows.subList(Math.max(0, at - ROWS_OF_GROUPS), at));
		if (whole == row) {
			return Optional.empty();
		}
		List<HeadRow> merged = new ArrayList<>(this.rows);
		merged.set(at, whole);
		return Optional.of(new HeadRows(merged, this.merged));
	}

	/**
	 * Where headers are periods, the header of a layout may be merged with a row of
	 * months below it: these rows, where that row has the names of the columns from
	 * above. Empty where the row below is no such row.
	 */
	Optional<HeadRows> mergedBelow(Layout layout, int at) {
		boolean ofPeriods = layout.periods().stream().anyMatch((rule) -> rule.form() == PeriodRule.Form.HEADERS);
		if (!ofPeriods || at + 1 >= size() || this.rows.get(at + 1).isBlank()) {
			return Optional.empty();
		}
		Header header = header(layout, at);
		HeadRow below = this.rows.get(at + 1);
		boolean ofMonths = layout.columns()
			.values()
			.stream()
			.flatMap((column) -> header.positions(column).stream())
			.allMatch((position) -> !below.isFilled(position))
				&& Arrays.stream(below.values())
					.allMatch((value) -> value.isBlank() || PeriodParser.month(value).isPresent()
							|| PeriodHeading.parse(value).isPresent());
		return ofMonths ? merged(at + 1).filter((rows) -> rows.header(layout, at + 1).isMatch()) : Optional.empty();
	}

	/**
	 * The row above that holds words or years; spreadsheets leave numbers of columns and
	 * blanks between.
	 * @param grouped whether the layout finds columns by words above them, which years
	 * are not
	 */
	private Optional<HeadRow> groups(int at, boolean grouped) {
		for (int i = at - 1; i >= Math.max(0, at - ROWS_OF_GROUPS); i--) {
			if (this.rows.get(i).hasWords() || (!grouped && this.rows.get(i).isYears())) {
				return Optional.of(this.rows.get(i));
			}
		}
		return Optional.empty();
	}

}
