package org.jfpmonitor.extract.header;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.text.Records;
import org.jfpmonitor.extract.text.Table;
import org.jfpmonitor.extract.text.TextForm;
import org.jfpmonitor.extract.text.TextRecord;
import org.jfpmonitor.extract.text.TextTable;
import org.jfpmonitor.extract.text.Unreadable;
import org.jspecify.annotations.Nullable;

/** Looks among the first rows of tables for the header of any layout. */
final class HeaderSearch {

	static final int ROWS_LOOKED_AT = 60;

	/** No sheet has a heading further right, and far cells make every row wide. */
	private static final int WIDEST = 4096;

	/** How far above a header the names of its groups stand. */
	private static final int ROWS_OF_GROUPS = 3;

	private final List<Recognition> matches = new ArrayList<>();

	private final ClosestLayout nearest;

	private final List<Unreadable> failures = new ArrayList<>();

	private boolean anything;

	/**
	 * Nothing is looked at yet.
	 * @param only whether there is but one layout, of which everything that lacks is of
	 * interest
	 */
	HeaderSearch(boolean only) {
		this.nearest = new ClosestLayout(only);
	}

	/** Looks into a text, if it can be read with this between its fields. */
	void look(TextTable text, List<Layout> layouts) {
		try {
			look(text, layouts, (layout) -> withEncoding(text, layout));
		}
		catch (Unreadable failure) {
			this.failures.add(failure);
		}
	}

	/**
	 * Looks into a table.
	 * @param layouts those that it may be of
	 * @param as how the table is read by a layout that fits
	 */
	void look(Table table, List<Layout> layouts, Function<Layout, Table> as) {
		List<HeadRow> head = head(table);
		this.anything = this.anything || head.stream().anyMatch((row) -> !row.isBlank());
		layouts.forEach((layout) -> match(layout, head, as.apply(layout)));
		if (this.matches.isEmpty()) {
			layouts.forEach((layout) -> matchMerged(layout, head, as.apply(layout)));
		}
	}

	private static Table withEncoding(TextTable text, Layout layout) {
		String encoding = layout.encoding();
		return (encoding != null)
				? new TextTable(text.source(), new TextForm(Charset.forName(encoding), text.form().delimiter())) : text;
	}

	private static List<HeadRow> head(Table table) {
		List<HeadRow> rows = new ArrayList<>();
		try (Records records = table.open(WIDEST)) {
			while (rows.size() < ROWS_LOOKED_AT && records.hasNext()) {
				TextRecord record = records.next();
				boolean broken = record.condition() == TextRecord.Condition.BROKEN;
				String[] values = broken ? new String[] { "" } : record.fields();
				rows.add(HeadRow.of(record.line(), values));
			}
		}
		catch (Unreadable unreadable) {
			if (rows.isEmpty()) {
				throw unreadable;
			}
		}
		return rows;
	}

	private void match(Layout layout, List<HeadRow> head, Table table) {
		for (int i = 0; i < head.size(); i++) {
			if (head.get(i).values().length < 2) {
				continue;
			}
			Header header = header(layout, head, i);
			if (header.isMatch()) {
				int lowest = lowest(layout, head, i);
				this.matches.add(new Recognition(layout, table, head.get(lowest).line(), header(layout, head, lowest),
						head.subList(0, lowest).stream().map(HeadRow::values).toList()));
				return;
			}
			this.nearest.see(layout, header, table, head.get(i).line());
		}
	}

	/**
	 * A heading that is merged with the cells below it stands in the highest of them; so
	 * the lowest row of a header may lack some of its names.
	 */
	private void matchMerged(Layout layout, List<HeadRow> head, Table table) {
		for (int i = 1; i < head.size(); i++) {
			HeadRow whole = head.get(i).filledFrom(head.subList(Math.max(0, i - ROWS_OF_GROUPS), i));
			if (whole.equals(head.get(i))) {
				continue;
			}
			List<HeadRow> rows = new ArrayList<>(head);
			rows.set(i, whole);
			Header header = header(layout, rows, i);
			if (header.isMatch()) {
				this.matches.add(new Recognition(layout, table, whole.line(), header,
						head.subList(0, i).stream().map(HeadRow::values).toList()));
				return;
			}
		}
	}

	/** Headings of groups may look like those of columns; the columns' are the lowest. */
	private static int lowest(Layout layout, List<HeadRow> head, int first) {
		int lowest = first;
		while (lowest + 1 < head.size() && head.get(lowest + 1).values().length > 1
				&& header(layout, head, lowest + 1).isMatch()) {
			lowest++;
		}
		return lowest;
	}

	private static Header header(Layout layout, List<HeadRow> head, int at) {
		String[] row = head.get(at).values();
		return Header.of(layout, row, head.get(at).folded(), Header.headings(groups(head, at), row.length),
				head.subList(at + 1, head.size()).stream().map(HeadRow::values).toList());
	}

	/**
	 * The row above that holds words; spreadsheets leave numbers of columns and blanks
	 * between.
	 */
	private static List<String> groups(List<HeadRow> head, int at) {
		for (int i = at - 1; i >= Math.max(0, at - ROWS_OF_GROUPS); i--) {
			if (head.get(i).words()) {
				return head.get(i).folded();
			}
		}
		return List.of();
	}

	/** Every layout that fits. */
	List<Recognition> matches() {
		return this.matches;
	}

	/** The ids of the layouts that fit. */
	String layouts() {
		return this.matches.stream().map((match) -> match.layout().id()).collect(Collectors.joining(" and "));
	}

	/** Whether there was anything but blank lines. */
	boolean foundAnything() {
		return this.anything;
	}

	/** Why nothing could be read; empty where something could. */
	Optional<Unreadable> failure() {
		return this.nearest.isSeen() ? Optional.empty() : this.failures.stream().findFirst();
	}

	/** Where a header is most of one that a layout expects, and what it lacks. */
	Optional<String> nearMiss(String name) {
		return this.nearest.isNear() ? Optional.of(this.nearest.inWords(name)) : Optional.empty();
	}

	/** The same for a table beside others that are read. */
	Optional<String> lack() {
		return this.nearest.isNear() ? Optional.of(this.nearest.lack()) : Optional.empty();
	}

	@SuppressWarnings("ArrayRecordComponent")
	private record HeadRow(long line, String[] values, List<String> folded, boolean words) {

		private static final Predicate<String> DIGITS = Pattern.compile("[0-9]*").asMatchPredicate();

		static HeadRow of(long line, String[] values) {
			List<String> folded = Header.folded(values);
			return new HeadRow(line, values, folded, !folded.stream().allMatch(DIGITS));
		}

		boolean isBlank() {
			return filled() == 0;
		}

		private long filled() {
			return Arrays.stream(this.values).filter((value) -> !value.isBlank()).count();
		}

		/**
		 * The row with the nearest words above in place of its blanks; itself where it
		 * has no names of its own, or no blanks with words above.
		 */
		HeadRow filledFrom(List<HeadRow> above) {
			if (filled() < 2) {
				return this;
			}
			String[] whole = this.values.clone();
			for (HeadRow row : above) {
				for (int i = 0; i < Math.min(whole.length, row.values.length); i++) {
					whole[i] = (this.values[i].isBlank() && !row.values[i].isBlank()) ? row.values[i] : whole[i];
				}
			}
			return Arrays.equals(whole, this.values) ? this : of(this.line, whole);
		}

	}

	/** The layout of which the fewest columns are missing, for the message. */
	private static final class ClosestLayout {

		private static final Comparator<Header> BEST = Comparator.comparingDouble(ClosestLayout::share);

		private @Nullable Layout layout;

		private @Nullable Header header;

		private @Nullable Table table;

		private long line;

		private final boolean only;

		ClosestLayout(boolean only) {
			this.only = only;
		}

		void see(Layout seen, Header candidate, Table inTable, long atLine) {
			if (!candidate.missing().isEmpty() && (this.header == null || BEST.compare(candidate, this.header) > 0)) {
				this.layout = seen;
				this.header = candidate;
				this.table = inTable;
				this.line = atLine;
			}
		}

		private static double share(Header header) {
			return (double) header.found() / (header.found() + header.missing().size());
		}

		boolean isSeen() {
			return this.header != null;
		}

		/** A file with the same words about other numbers is about something else. */
		boolean isNear() {
			return this.header != null && this.layout != null && (this.only || share(this.header) >= 0.5)
					&& this.header.missing()
						.stream()
						.noneMatch(new Lookalikes(this.layout, this.header)::isOfOtherNumbers);
		}

		String inWords(String name) {
			return seenIn().place(this.line, 0).asBeginning() + ": expected the columns of layout " + seen().id()
					+ ", found in " + name + " a header without " + missing()
					+ ". Get the file again, or add the new spelling to config/layouts.";
		}

		String lack() {
			return "row " + this.line + " lacks " + missing() + " of layout " + seen().id();
		}

		private Layout seen() {
			return Objects.requireNonNull(this.layout);
		}

		private Table seenIn() {
			return Objects.requireNonNull(this.table);
		}

		private String missing() {
			Header found = Objects.requireNonNull(this.header);
			Lookalikes lookalikes = new Lookalikes(seen(), found);
			return found.missing()
				.stream()
				.map((column) -> "\"" + column.shown() + "\""
						+ lookalikes.of(column).map((like) -> " (is it \"" + like + "\"?)").orElse(""))
				.collect(Collectors.joining(", "));
		}

	}

}
