package org.jfpmonitor.extract.header;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.HeaderPattern;
import org.jfpmonitor.extract.layout.HeaderPattern.Band;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.spelling.NormalisedText;

/**
 * Where the columns of a layout are in one file. Columns are found by name alone, never
 * by position.
 */
public final class Header {

	private final String[] names;

	private final List<String> headings;

	private final List<List<String>> above;

	private final Map<Integer, String> periods;

	private final Map<String, List<Integer>> positions;

	private final List<Column> missing;

	private final int found;

	private final boolean foreign;

	private final List<String> idle;

	/** The first column with a name: enough to tell most rows from the header. */
	private final int first;

	private final String firstName;

	private Header(String[] names, List<String> headings, List<List<String>> above, Map<Integer, String> periods,
			Map<String, List<Integer>> positions, List<Column> missing, int found, boolean foreign, List<String> idle) {
		this.names = names;
		this.headings = headings;
		this.above = above;
		this.periods = periods;
		this.found = found;
		this.positions = positions;
		this.missing = missing;
		this.foreign = foreign;
		this.idle = idle;
		int filled = 0;
		while (filled < names.length - 1 && names[filled].isBlank()) {
			filled++;
		}
		this.first = filled;
		this.firstName = names[filled].strip();
	}

	/**
	 * The row taken as the header of such a file.
	 * @param row as it stands there
	 * @param folded its folded names, each with where it stands, counting from 0
	 * @param headings above each of its columns the folded heading of the group, or empty
	 * @param above what stands above each of its columns, for each of the rows above
	 * @param filled whether the next rows have something at the place, which tells a
	 * column without a name from an empty one
	 */
	public static Header of(Layout layout, String[] row, Map<String, List<Integer>> folded, List<String> headings,
			List<List<String>> above, IntPredicate filled) {
		Map<String, List<Integer>> positions = new HashMap<>();
		List<Column> missing = new ArrayList<>();
		int needed = 0;
		for (Column column : layout.columns().values()) {
			List<Integer> found = ColumnSearch.find(column, folded, headings, filled);
			positions.put(column.id(), found);
			needed += (column.whenAbsent() == Column.WhenAbsent.OTHER_FILE) ? 1 : 0;
			if (found.isEmpty() && column.whenAbsent() == Column.WhenAbsent.OTHER_FILE) {
				missing.add(column);
			}
		}
		boolean foreign = layout.format().notWith().stream().anyMatch(folded::containsKey);
		return new Header(row, headings, above, Map.of(), positions, missing, needed - missing.size(), foreign,
				List.of());
	}

	/** The names of a row as they are compared. */
	public static List<String> folded(String[] row) {
		List<String> folded = new ArrayList<>();
		for (String name : row) {
			folded.add(NormalisedText.header(name));
		}
		return folded;
	}

	/** Whether this is the header of such a file. */
	public boolean isMatch() {
		return this.missing.isEmpty() && !this.foreign;
	}

	/** Columns that such a file has and this row has not. */
	public List<Column> missing() {
		return this.missing;
	}

	/** How many of the columns that such a file has are there. */
	public int found() {
		return this.found;
	}

	/** Where the column is, counting from 0; empty when the file does not have it. */
	public List<Integer> positions(Column column) {
		return this.positions.getOrDefault(column.id(), List.of());
	}

	/**
	 * The name of a column that the layout asks for, where the row names several of them
	 * and this one in another place than here: a header of another table. Empty for none.
	 */
	public Optional<String> namedElsewhere(String[] row) {
		Set<String> asked = positions().map((at) -> NormalisedText.header(this.names[at]))
			.filter((name) -> !name.isEmpty())
			.collect(Collectors.toSet());
		int named = 0;
		String elsewhere = null;
		for (int i = 0; i < row.length; i++) {
			String name = NormalisedText.header(row[i]);
			if (asked.contains(name)) {
				named++;
				boolean here = i < this.names.length && name.equals(NormalisedText.header(this.names[i]));
				elsewhere = (here || elsewhere != null) ? elsewhere : row[i].strip();
			}
		}
		return (named > 1) ? Optional.ofNullable(elsewhere) : Optional.empty();
	}

	/** Where any column that the layout asks for is, counting from 0. */
	public Stream<Integer> positions() {
		return this.positions.values().stream().flatMap(List::stream);
	}

	/** Whether the file has the column. */
	boolean has(Column column) {
		return !positions(column).isEmpty();
	}

	/** Where the one column is, counting from 0; the first of several alike. */
	int position(Column column) {
		return positions(column).get(0);
	}

	/** The band that the column at the position stands for. */
	public Band band(Column column, int position) {
		return ColumnSearch.band(column, NormalisedText.header(this.names[position])).orElseThrow();
	}

	/** The column's name as the file spells it, on one line. */
	public String name(int position) {
		return this.names[position].replaceAll("\\s+", " ").strip();
	}

	/** Those of all columns as the file spells them, each on one line. */
	public Stream<String> names() {
		return IntStream.range(0, this.names.length).mapToObj(this::name);
	}

	/** Where the first column with a name is, counting from 0. */
	public int first() {
		return this.first;
	}

	/**
	 * The name with the heading that it stands below, where the file has it once for each
	 * period.
	 */
	public String wholeName(int position) {
		String heading = this.periods.getOrDefault(position, "");
		return heading.isEmpty() ? name(position) : name(position) + " (" + heading + ")";
	}

	/** The same header, of which some columns stand below the heading of a period. */
	public Header below(String heading, Set<Integer> positions) {
		return new Header(this.names, this.headings, this.above,
				positions.stream().collect(Collectors.toMap((position) -> position, (position) -> heading)),
				this.positions, this.missing, this.found, this.foreign, this.idle);
	}

	/** The folded heading of the group that the column belongs to; empty for none. */
	public String heading(int position) {
		return this.headings.get(position);
	}

	/**
	 * What stands above each column and holds up to the next that stands there, for each
	 * of the few rows above this one, the highest first.
	 */
	public List<List<String>> above() {
		return this.above;
	}

	/**
	 * How many columns have a name, or are asked for without one; what stands further
	 * right is nothing.
	 */
	public int width() {
		int width = this.names.length;
		while (width > 0 && this.names[width - 1].isBlank()) {
			width--;
		}
		return Math.max(width, widthAskedFor());
	}

	/**
	 * The same header without its last names, below which no line has a field.
	 * @param width how many columns stay; all that the layout asks for are among them
	 */
	public Header narrowed(int width) {
		List<String> idle = IntStream.range(width, width()).mapToObj(this::name).toList();
		return new Header(Arrays.copyOf(this.names, width), this.headings.subList(0, width),
				this.above.stream().map((row) -> row.subList(0, width)).toList(), this.periods, this.positions,
				this.missing, this.found, this.foreign, idle);
	}

	/** Names at its end below which no line has a field. */
	public List<String> idle() {
		return this.idle;
	}

	/** How many columns there are up to the last one that the layout asks for. */
	public int widthAskedFor() {
		return positions().mapToInt((at) -> at + 1).max().orElse(0);
	}

	/** Lengths are compared first, because nearly all fields differ in theirs. */
	private static boolean mayBe(String field, String name) {
		int length = field.length();
		if (length < name.length() || (length > name.length() && !Character.isWhitespace(field.charAt(0))
				&& !Character.isWhitespace(field.charAt(length - 1)))) {
			return false;
		}
		return field.strip().equalsIgnoreCase(name);
	}

	/** Whether the row repeats the header, as stacked tables do. */
	public boolean isRepeatedBy(String[] row) {
		if (row.length <= this.first || !mayBe(row[this.first], this.firstName)) {
			return false;
		}
		for (int i = 0; i < Math.min(row.length, this.names.length); i++) {
			if (!NormalisedText.isHeader(row[i], NormalisedText.header(this.names[i]))) {
				return false;
			}
		}
		return true;
	}

}
