package org.jfpmonitor.extract.header;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.layout.Contents;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.layout.Level;
import org.jfpmonitor.extract.layout.PeriodRule;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jfpmonitor.extract.spelling.PeriodHeading;
import org.jfpmonitor.extract.spelling.PeriodParser;
import org.jfpmonitor.extract.text.TextRecord;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jspecify.annotations.Nullable;

/**
 * Sees where below a table another one begins, of which the lines would be read as if
 * they were of the first: with its columns, for its periods, as what came of them and not
 * as what was planned. It is told of each row below the header, in their order. A row
 * that is no data says so where it names kinds of figures, other periods or other columns
 * than the head of the table does; what is below is refused as soon as any of it is used,
 * so that notes at the end refuse nothing.
 */
public final class SecondTable {

	private static final String ADVICE = ". Send what stands below it in a file or sheet of its own, or delete the row"
			+ " if it changes nothing.";

	private final Recognition first;

	private final Header header;

	private final Layout layout;

	/** The columns' names, folded. */
	private final List<String> names;

	/** Whether numbers of the column go into figures. */
	private final boolean[] figures;

	/** Those that are asked for and hold no figures. */
	private final int[] keys;

	private final boolean periodsInHeadings;

	private final Set<Integer> organisations;

	private final Set<Integer> periods;

	private final Set<Integer> measures;

	private final boolean organisationsAbove;

	/** Rather than of reports or estimates. */
	private final boolean ofFigures;

	/** Rows of the head of the table, which may come again, each with its places. */
	private final Set<List<String>> head = new HashSet<>();

	/** With what each of those above the header begins. */
	private final Set<String> firstsAbove = new HashSet<>();

	/** Whether any data was seen, so that what heads the table has ended. */
	private boolean begun;

	private @Nullable ExtractRefused suspicion;

	/**
	 * Nothing is read of the table yet.
	 * @param usesNumber whether a number in the column, counting from 0, goes into
	 * figures
	 */
	public SecondTable(Recognition first, IntPredicate usesNumber) {
		this.first = first;
		this.header = first.header();
		this.layout = first.layout();
		boolean below = this.layout.periods().stream().anyMatch((rule) -> rule.form() == PeriodRule.Form.HEADERS);
		this.periodsInHeadings = this.layout.periods()
			.stream()
			.map(PeriodRule::form)
			.anyMatch(PeriodRule.Form::isInHeadings);
		int width = this.header.width();
		Set<Integer> named = this.header.positions().collect(Collectors.toSet());
		this.names = IntStream.range(0, width).mapToObj((at) -> NormalisedText.header(this.header.name(at))).toList();
		this.figures = new boolean[width];
		for (int at = 0; at < width; at++) {
			this.figures[at] = usesNumber.test(at) || (below && !named.contains(at));
		}
		this.keys = named.stream().mapToInt(Integer::intValue).filter((at) -> !this.figures[at]).toArray();
		this.organisations = positions(organisationColumns());
		this.periods = positions(
				this.layout.periods().stream().flatMap((rule) -> rule.columns().stream()).collect(Collectors.toSet()));
		this.measures = positions(
				(this.layout.contents() instanceof Contents.Named of) ? Set.of(of.rule().measure()) : Set.of());
		this.ofFigures = this.layout.contents() instanceof Contents.Figures
				|| this.layout.contents() instanceof Contents.Named;
		this.organisationsAbove = this.layout.contents() instanceof Contents.Named of && of.rule().organisationAbove();
		first.preamble().forEach((row) -> {
			this.head.add(filled(row));
			this.firstsAbove.add(first(row));
		});
		this.firstsAbove.remove("");
	}

	private Set<String> organisationColumns() {
		if (this.layout.contents() instanceof Contents.Figures of) {
			return of.levels().stream().map(Level::column).filter(Objects::nonNull).collect(Collectors.toSet());
		}
		return (this.layout.contents() instanceof Contents.Named of && of.rule().organisation() != null)
				? Set.of(of.rule().organisation()) : Set.of();
	}

	private Set<Integer> positions(Collection<String> columns) {
		return columns.stream()
			.flatMap((id) -> this.header.positions(this.layout.column(id)).stream())
			.collect(Collectors.toSet());
	}

	/**
	 * Takes a row that was read.
	 * @param used whether anything of it was used
	 * @param rejected whether it was rejected: as a line of the first table it may be one
	 * too many
	 * @throws ExtractRefused where it is of another table
	 */
	public void take(TextRecord row, boolean used, boolean rejected) {
		if (this.suspicion != null && (used || (rejected && holdsFigure(row.fields())))) {
			throw this.suspicion;
		}
		if (used) {
			this.begun = true;
		}
		else if (this.suspicion == null) {
			look(row);
		}
	}

	/** Whether the row stood above the header as well, as at page breaks. */
	public boolean isOfItsHead(String[] row) {
		return this.begun && this.firstsAbove.contains(first(row)) && this.head.contains(filled(row));
	}

	private void look(TextRecord row) {
		String[] fields = row.fields();
		boolean ofAnOrganisation = isOfAnOrganisation(fields);
		boolean ofAPeriod = !ofAnOrganisation && isOfAPeriod(fields);
		if (this.begun && (ofAnOrganisation || ofAPeriod)) {
			return;
		}
		if (holdsFigure(fields) && !isOfPeriods(fields) && !namesItsColumn(fields)) {
			this.begun = this.begun || ofAnOrganisation || (ofAPeriod && !isNumbering(fields));
		}
		else if (!this.begun) {
			this.head.add(filled(fields));
		}
		else if (!isOfTheSameColumns(fields) && !this.head.contains(filled(fields))) {
			found(fields).ifPresent((found) -> this.suspicion = new ExtractRefused(
					List.of(this.first.columns().asBeginning(row.line(), 0)
							+ ": expected lines of the table that begins above, found " + found + ADVICE)));
		}
	}

	/** What in a row of no organisation and period heads another table. */
	private Optional<String> found(String[] row) {
		if (namesMeasure(row)) {
			return Optional.empty();
		}
		// In lists of persons, and in reports, such words are everyday values.
		boolean mayHaveTitle = this.ofFigures && (!this.layout.recordLevel() || isTitle(row));
		Optional<String> title = mayHaveTitle
				? cells(row).filter((cell) -> isAnotherTitle(cell, isTitle(row))).findFirst() : Optional.empty();
		return title.isPresent() ? shown(title) : otherColumn(row).map((name) -> "the header of another, with " + name);
	}

	/** One cell, where titles begin. */
	private static boolean isTitle(String[] row) {
		return row.length > 0 && !row[0].isBlank() && cells(row).count() == 1;
	}

	/** A kind of figures, a period, or an organisation above months. */
	private boolean isAnotherTitle(String cell, boolean alone) {
		boolean kind = HeadingsAbove.isKindAlone(cell)
				|| (alone && (this.measures.isEmpty() ? HeadingsAbove.isKind(cell) : HeadingsAbove.endsWithKind(cell)));
		return (kind && isNew(cell)) || (alone && HeadingsAbove.isOtherTime(cell) && isNew(cell))
				|| (this.periods.isEmpty() && isAnotherPeriod(cell))
				|| (this.organisationsAbove && isCode(cell) && isNew(cell));
	}

	/** The headings of a confidential file are shown as little as its lines. */
	private Optional<String> shown(Optional<String> cell) {
		return cell.map((text) -> this.layout.isControlled() ? "other headings" : "\"" + Reject.legible(text) + "\"");
	}

	/**
	 * The name of a column that the row has in another place, or words where the table
	 * has figures. A line that names its measure may have words there as well; a header
	 * names none.
	 */
	private Optional<String> otherColumn(String[] row) {
		Optional<String> elsewhere = this.header.namedElsewhere(row);
		if (elsewhere.isPresent()) {
			return elsewhere.map((name) -> "\"" + Reject.legible(name) + "\" in another place");
		}
		boolean headsColumns = (!this.layout.recordLevel() && this.ofFigures)
				|| this.header.positions().distinct().filter((at) -> isOwnName(row, at)).count() > 1;
		List<String> words = IntStream.range(0, Math.min(row.length, this.header.width()))
			.filter((at) -> this.figures[at] && !isOwnName(row, at))
			.mapToObj((at) -> row[at].strip())
			.filter((text) -> text.codePoints().anyMatch(Character::isLetterOrDigit))
			.toList();
		return (headsColumns && !areUnits(row, words))
				? shown(words.stream().filter((each) -> !isOwnPeriod(each)).findFirst()) : Optional.empty();
	}

	/** Such as {@code (n),(%)}, {@code a,b,c} or {@code Number,Number}. */
	private boolean areUnits(String[] row, List<String> words) {
		boolean headless = Arrays.stream(this.keys).allMatch((at) -> at >= row.length || row[at].isBlank());
		return cells(row).allMatch((cell) -> cell.length() < 3 || (cell.startsWith("(") && cell.endsWith(")")))
				|| (headless && words.size() > 1 && words.stream().distinct().count() == 1);
	}

	/** A header again, maybe with other names of the same columns. */
	private boolean isOfTheSameColumns(String[] row) {
		if (this.header.isRepeatedBy(row)) {
			return true;
		}
		Set<Integer> asked = this.header.positions().collect(Collectors.toSet());
		return this.layout.columns()
			.values()
			.stream()
			.allMatch((column) -> this.header.positions(column)
				.stream()
				.allMatch((at) -> isOwnName(row, at)
						|| (at < row.length && column.names().contains(NormalisedText.header(row[at])))))
				&& IntStream.range(0, Math.min(row.length, this.header.width()))
					.filter((at) -> !asked.contains(at) && this.figures[at])
					.allMatch((at) -> isOwnName(row, at) || isOwnPeriod(row[at]));
	}

	/** A line that names its measure may have words in place of its figures. */
	private boolean namesMeasure(String[] row) {
		return this.measures.stream()
			.anyMatch((at) -> at < row.length && !row[at].isBlank() && !isOwnName(row, at)
					&& !row[at].strip().endsWith(":") && !isAnotherTitle(row[at].strip(), isTitle(row)));
	}

	private boolean isOwnName(String[] row, int at) {
		return at < row.length && NormalisedText.isHeader(row[at], this.names.get(at));
	}

	/** As a header does, whatever its other columns are called. */
	private boolean namesItsColumn(String[] row) {
		for (int at : this.keys) {
			if (isOwnName(row, at)) {
				return true;
			}
		}
		return false;
	}

	private boolean isOfAnOrganisation(String[] row) {
		return this.organisations.stream()
			.anyMatch((at) -> at < row.length && isCode(row[at].strip()) && isWord(row, at));
	}

	private static boolean isCode(String text) {
		return OrganisationCode.isCode(text) && text.chars().anyMatch(Character::isLetter);
	}

	private boolean isOfAPeriod(String[] row) {
		return this.periods.stream()
			.anyMatch((at) -> at < row.length && row[at].codePoints().anyMatch(Character::isDigit) && isWord(row, at));
	}

	/** Whether it is neither the name of the column nor a word of titles. */
	private boolean isWord(String[] row, int at) {
		return !isOwnName(row, at) && !HeadingsAbove.isKindAlone(row[at]) && !HeadingsAbove.isOtherTime(row[at]);
	}

	/**
	 * Another one than those that head the table. A day beside other words is one on
	 * which something was printed.
	 */
	private boolean isAnotherPeriod(String text) {
		Optional<Period> period = period(text)
			.filter((each) -> !isDay(each) || isOfDays() || PeriodHeading.saysNoMore(text));
		boolean isOne = period.isPresent() || PeriodParser.year(text).isPresent()
				|| (!isNumber(text) && PeriodHeading.saysNoMore(text)
						&& (PeriodParser.month(text).isPresent() || PeriodParser.quarter(text).isPresent()));
		return isOne && isNew(text) && headings().flatMap((own) -> period(own).stream())
			.noneMatch((own) -> period.filter(own::encloses).isPresent());
	}

	private boolean isOwnPeriod(String text) {
		Optional<Period> period = period(text);
		return period.isPresent() && headings().anyMatch((own) -> period(own).equals(period));
	}

	/** Also behind a label, as a number of a spreadsheet, or of a financial year. */
	private static Optional<Period> period(String text) {
		return PeriodParser.parse(text)
			.or(() -> PeriodParser.parse(text.substring(text.indexOf(':') + 1).strip()))
			.or(() -> PeriodParser.serial(text).map(Period::day))
			.or(() -> text.toUpperCase(Locale.ROOT).startsWith("FY") ? PeriodParser.parse(text.substring(2).strip())
					: Optional.empty());
	}

	/** Whether the head of the table does not say the same. */
	private boolean isNew(String text) {
		return headings().noneMatch((own) -> NormalisedText.header(own).equals(NormalisedText.header(text)));
	}

	/** The day on which something was printed is the period of nothing. */
	private boolean isOfDays() {
		return headings().anyMatch((own) -> PeriodParser.parse(own).filter(SecondTable::isDay).isPresent());
	}

	private static boolean isDay(Period period) {
		return period.equals(Period.day(period.start()));
	}

	private Stream<String> headings() {
		return Stream.concat(this.first.preamble().stream().flatMap(Arrays::stream),
				Stream.concat(IntStream.range(0, this.header.width()).mapToObj(this.header::name),
						this.header.above().stream().flatMap(List::stream)))
			.filter((text) -> !text.isBlank());
	}

	private boolean holdsFigure(String[] row) {
		for (int at = 0; at < Math.min(row.length, this.figures.length); at++) {
			if (this.figures[at] && isNumber(row[at])) {
				return true;
			}
		}
		return false;
	}

	/** Below headings that are periods, numbers that are periods alone are headings. */
	private boolean isOfPeriods(String[] row) {
		return this.periodsInHeadings
				&& cells(row).allMatch((cell) -> PeriodParser.year(cell).isPresent() || period(cell).isPresent());
	}

	/** Spreadsheets number their columns below the header. */
	private static boolean isNumbering(String[] row) {
		List<String> cells = cells(row).toList();
		return IntStream.range(1, cells.size()).allMatch((i) -> isNext(cells.get(i - 1), cells.get(i)));
	}

	private static boolean isNext(String one, String other) {
		return one.matches("[0-9]{1,3}") && other.equals(String.valueOf(Integer.parseInt(one) + 1));
	}

	private static boolean isNumber(String text) {
		boolean any = false;
		for (int i = 0; i < text.length(); i++) {
			char at = text.charAt(i);
			if (Character.isDigit(at)) {
				any = true;
			}
			else if (",.:%£() ".indexOf(at) < 0 && !((at == '-' || at == '+') && !any) && !Character.isWhitespace(at)) {
				return false;
			}
		}
		return any;
	}

	/** With what the row begins; empty for a row without anything. */
	private static String first(String[] row) {
		for (String cell : row) {
			if (!cell.isBlank()) {
				return cell.strip();
			}
		}
		return "";
	}

	private static Stream<String> cells(String[] row) {
		return Arrays.stream(row).map(String::strip).filter((cell) -> !cell.isEmpty());
	}

	/** What stands in a row, each with its place. */
	private static List<String> filled(String[] row) {
		List<String> names = Header.folded(row);
		return IntStream.range(0, names.size())
			.filter((i) -> !names.get(i).isEmpty())
			.mapToObj((i) -> i + names.get(i))
			.toList();
	}

}
