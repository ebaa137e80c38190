package org.jfpmonitor.extract.header;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.layout.PeriodRule;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.text.Records;
import org.jfpmonitor.extract.text.SourceFile;
import org.jfpmonitor.extract.text.TextForm;
import org.jfpmonitor.extract.text.TextRecord;
import org.jfpmonitor.extract.text.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * Which layout a file is of. The header is looked for among the first rows, whatever
 * stands between the fields.
 *
 * @param layout the one layout that fits
 * @param form how its text is written
 * @param headerLine the line on which the header starts, counting from 1
 * @param header where the columns are
 * @param preamble the rows above the header
 */
public record Recognition(Layout layout, TextForm form, long headerLine, Header header, List<String[]> preamble) {

	private static final int ROWS_LOOKED_AT = 60;

	private static final char[] DELIMITERS = { ',', ';', '\t', '|' };

	/** Where the columns of the layout are in this file. */
	public FileColumns columns() {
		return new FileColumns(this.layout, this.header);
	}

	/**
	 * Recognises the file.
	 * @throws ExtractRefused when no layout fits, or several do
	 * @throws Unreadable when it is not CSV
	 */
	public static Recognition of(SourceFile source, List<Layout> layouts) {
		List<Recognition> matches = new ArrayList<>();
		ClosestLayout nearest = new ClosestLayout();
		Unreadable failure = null;
		boolean anything = false;
		for (char delimiter : DELIMITERS) {
			try {
				List<HeadRow> head = head(source, new TextForm(null, delimiter));
				anything = anything || head.stream().anyMatch((row) -> !isBlank(row.values()));
				layouts.stream()
					.filter((layout) -> layout.delimiter() == null || layout.delimiter() == delimiter)
					.forEach((layout) -> match(layout, head, delimiter, matches, nearest));
			}
			catch (Unreadable unreadable) {
				failure = (failure != null) ? failure : unreadable;
			}
		}
		if (matches.size() == 1) {
			return matches.get(0).withoutIdleHeadings(source);
		}
		if (matches.isEmpty() && failure != null && nearest.header == null) {
			throw failure;
		}
		throw new ExtractRefused(List.of(fault(source.name(), matches, nearest, anything, layouts.size())));
	}

	/** Where headers are periods, none of them is one too many. */
	private Recognition withoutIdleHeadings(SourceFile source) {
		boolean ofPeriods = this.layout.periods().stream().anyMatch((rule) -> rule.form() == PeriodRule.Form.HEADERS);
		int asked = this.header.widthAskedFor();
		int width = (ofPeriods || asked == this.header.width()) ? this.header.width() : ShortLines.width(source, this);
		return (width < this.header.width() && width >= asked)
				? new Recognition(this.layout, this.form, this.headerLine, this.header.narrowed(width), this.preamble)
				: this;
	}

	private static List<HeadRow> head(SourceFile source, TextForm form) {
		List<HeadRow> rows = new ArrayList<>();
		try (Records records = Records.open(source, form)) {
			while (rows.size() < ROWS_LOOKED_AT && records.hasNext()) {
				TextRecord record = records.next();
				boolean broken = record.condition() == TextRecord.Condition.BROKEN;
				String[] values = broken ? new String[] { "" } : record.fields();
				rows.add(new HeadRow(record.line(), values, Header.folded(values)));
			}
		}
		catch (Unreadable unreadable) {
			if (rows.isEmpty()) {
				throw unreadable;
			}
		}
		return rows;
	}

	private static void match(Layout layout, List<HeadRow> head, char delimiter, List<Recognition> matches,
			ClosestLayout nearest) {
		for (int i = 0; i < head.size(); i++) {
			if (head.get(i).values().length < 2) {
				continue;
			}
			Header header = header(layout, head, i);
			if (header.isMatch()) {
				int lowest = lowest(layout, head, i);
				String encoding = layout.encoding();
				TextForm form = new TextForm((encoding != null) ? java.nio.charset.Charset.forName(encoding) : null,
						delimiter);
				matches.add(new Recognition(layout, form, head.get(lowest).line(), header(layout, head, lowest),
						head.subList(0, lowest).stream().map(HeadRow::values).toList()));
				return;
			}
			nearest.see(layout, header, head.get(i).line());
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
		for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
			if (head.get(i).folded().stream().anyMatch((text) -> !text.matches("[0-9]*"))) {
				return head.get(i).folded();
			}
		}
		return List.of();
	}

	private static String fault(String name, List<Recognition> matches, ClosestLayout nearest, boolean anything,
			int layouts) {
		if (matches.size() > 1) {
			String all = matches.stream().map((match) -> match.layout().id()).collect(Collectors.joining(" and "));
			return "Expected a file of one layout, found that " + name + " fits " + all
					+ ". Tell them apart with not-with: in config/layouts.";
		}
		if (!anything) {
			return "Expected a CSV file with a header and data, found only blank lines in " + name
					+ ". Get the file again.";
		}
		if (nearest.isNear() || (layouts == 1 && nearest.header != null)) {
			return nearest.inWords(name);
		}
		return "Expected the header of a known layout among the first " + ROWS_LOOKED_AT + " rows, found none of the "
				+ layouts + " layouts in " + name
				+ ". Check that the file is the one meant, or add a layout (docs/adding-a-layout.md).";
	}

	private static boolean isBlank(String[] row) {
		for (String value : row) {
			if (!value.isBlank()) {
				return false;
			}
		}
		return true;
	}

	@SuppressWarnings("ArrayRecordComponent")
	private record HeadRow(long line, String[] values, List<String> folded) {

	}

	/** The layout of which the fewest columns are missing, for the message. */
	private static final class ClosestLayout {

		private static final Comparator<Header> BEST = Comparator.comparingDouble(ClosestLayout::share);

		private @Nullable Layout layout;

		private @Nullable Header header;

		private long line;

		void see(Layout seen, Header candidate, long atLine) {
			if (!candidate.missing().isEmpty() && (this.header == null || BEST.compare(candidate, this.header) > 0)) {
				this.layout = seen;
				this.header = candidate;
				this.line = atLine;
			}
		}

		private static double share(Header header) {
			return (double) header.found() / (header.found() + header.missing().size());
		}

		/** A file with the same words about other numbers is about something else. */
		boolean isNear() {
			return this.header != null && this.layout != null && share(this.header) >= 0.5
					&& this.header.missing()
						.stream()
						.noneMatch(new Lookalikes(this.layout, this.header)::isOfOtherNumbers);
		}

		String inWords(String name) {
			if (this.header == null || this.layout == null) {
				throw new IllegalStateException("Nothing was seen");
			}
			Lookalikes lookalikes = new Lookalikes(this.layout, this.header);
			String missing = this.header.missing()
				.stream()
				.map((column) -> "\"" + column.shown() + "\""
						+ lookalikes.of(column).map((like) -> " (is it \"" + like + "\"?)").orElse(""))
				.collect(Collectors.joining(", "));
			return "Line " + this.line + ": expected the columns of layout " + this.layout.id() + ", found in " + name
					+ " a header without " + missing
					+ ". Get the file again, or add the new spelling to config/layouts.";
		}

	}

}
