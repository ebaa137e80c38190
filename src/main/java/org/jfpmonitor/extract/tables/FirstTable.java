package org.jfpmonitor.extract.tables;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.header.Header;
import org.jfpmonitor.extract.layout.Contents;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.layout.Level;
import org.jfpmonitor.extract.layout.PeriodRule;
import org.jfpmonitor.extract.recognition.Recognition;
import org.jfpmonitor.extract.spelling.HeadingWords;
import org.jfpmonitor.extract.spelling.LookupCache;
import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jfpmonitor.extract.spelling.PeriodHeading;
import org.jfpmonitor.extract.spelling.PeriodParser;
import org.jfpmonitor.organisation.OrganisationCode;

/**
 * What the table that a file begins with has in which column, and whether a row below its
 * header fits that.
 */
final class FirstTable {

	private final Recognition recognition;

	private final Header header;

	private final Layout layout;

	/** The columns' names, folded. */
	private final List<String> names;

	/** Whether numbers of the column go into figures. */
	private final boolean[] figures;

	/** Those that are asked for and hold no figures. */
	private final int[] keys;

	private final boolean periodsInHeadings;

	/** Where organisations stand, and whether a text there is the code of one. */
	private final Map<Integer, LookupCache<Boolean>> organisations;

	private final Set<Integer> periods;

	/**
	 * The table of a header.
	 * @param usesNumber whether a number in the column, counting from 0, goes into
	 * figures
	 */
	FirstTable(Recognition recognition, IntPredicate usesNumber) {
		this.recognition = recognition;
		this.header = recognition.header();
		this.layout = recognition.layout();
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
		this.organisations = positions(organisationColumns()).stream()
			.collect(Collectors.toMap((at) -> at,
					(at) -> new LookupCache<>((text) -> isCode(text.strip()) && isWord(text, at))));
		this.periods = positions(
				this.layout.periods().stream().flatMap((rule) -> rule.columns().stream()).collect(Collectors.toSet()));
	}

	private Set<String> organisationColumns() {
		if (this.layout.contents() instanceof Contents.Figures of) {
			return of.levels().stream().map(Level::column).filter(Objects::nonNull).collect(Collectors.toSet());
		}
		return (this.layout.contents() instanceof Contents.Named of && of.rule().organisation() != null)
				? Set.of(of.rule().organisation()) : Set.of();
	}

	/** Where the columns are, counting from 0. */
	Set<Integer> positions(Collection<String> columns) {
		return columns.stream()
			.flatMap((id) -> this.header.positions(this.layout.column(id)).stream())
			.collect(Collectors.toSet());
	}

	/** Whether the layout finds no period in a column. */
	boolean isWithoutPeriods() {
		return this.periods.isEmpty();
	}

	/** Whether the row names more than one of the columns that are asked for. */
	boolean isNamedBy(String[] row) {
		return this.header.positions().distinct().filter((at) -> isOwnName(row, at)).count() > 1;
	}

	/** Whether the row has nothing in the columns that hold no figures. */
	boolean isOfFiguresAlone(String[] row) {
		return Arrays.stream(this.keys).allMatch((at) -> at >= row.length || row[at].isBlank());
	}

	/** The words that the row has where figures stand, and not the names of columns. */
	List<String> words(String[] row) {
		return IntStream.range(0, Math.min(row.length, this.header.width()))
			.filter((at) -> this.figures[at] && !isOwnName(row, at))
			.mapToObj((at) -> row[at].strip())
			.filter((text) -> text.codePoints().anyMatch(Character::isLetterOrDigit))
			.toList();
	}

	/** What a header says in place of the names of columns that hold no figures. */
	List<String> otherNames(String[] row) {
		return this.layout.columns()
			.values()
			.stream()
			.flatMap((column) -> this.header.positions(column)
				.stream()
				.filter((at) -> at < row.length && !this.figures[at] && !isOwnName(row, at)
						&& !column.names().contains(NormalisedText.header(row[at])))
				.map((at) -> row[at].strip()))
			.filter((text) -> text.codePoints().anyMatch(Character::isLetter))
			.distinct()
			.toList();
	}

	/** A header again, maybe with other names of the same columns. */
	boolean isOfTheSameColumns(String[] row) {
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

	boolean isOwnName(String[] row, int at) {
		return at < row.length && NormalisedText.isHeader(row[at], this.names.get(at));
	}

	/** As a header does, whatever its other columns are called. */
	boolean namesItsColumn(String[] row) {
		for (int at : this.keys) {
			if (isOwnName(row, at)) {
				return true;
			}
		}
		return false;
	}

	boolean isOfAnOrganisation(String[] row) {
		return this.organisations.entrySet()
			.stream()
			.anyMatch((each) -> each.getKey() < row.length && each.getValue().get(row[each.getKey()]));
	}

	static boolean isCode(String text) {
		return OrganisationCode.isCode(text) && text.chars().anyMatch(Character::isLetter);
	}

	boolean isOfAPeriod(String[] row) {
		return this.periods.stream()
			.anyMatch((at) -> at < row.length && row[at].codePoints().anyMatch(Character::isDigit)
					&& isWord(row[at], at));
	}

	/** Whether it is neither the name of the column nor a word of titles. */
	private boolean isWord(String text, int at) {
		return !NormalisedText.isHeader(text, this.names.get(at)) && !HeadingWords.isKindAlone(text)
				&& !HeadingWords.isOtherTime(text);
	}

	/**
	 * Another one than those that head the table. A day beside other words is one on
	 * which something was printed.
	 */
	boolean isAnotherPeriod(String text) {
		Optional<Period> period = period(text)
			.filter((each) -> !isDay(each) || isOfDays() || PeriodHeading.saysNoMore(text));
		boolean isOne = period.isPresent() || PeriodParser.year(text).isPresent()
				|| (!isNumber(text) && PeriodHeading.saysNoMore(text)
						&& (PeriodParser.month(text).isPresent() || PeriodParser.quarter(text).isPresent()));
		return isOne && isNew(text) && headings().flatMap((own) -> period(own).stream())
			.noneMatch((own) -> period.filter(own::encloses).isPresent());
	}

	boolean isOwnPeriod(String text) {
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
	boolean isNew(String text) {
		return headings().noneMatch((own) -> NormalisedText.header(own).equals(NormalisedText.header(text)));
	}

	/** The day on which something was printed is the period of nothing. */
	private boolean isOfDays() {
		return headings().anyMatch((own) -> PeriodParser.parse(own).filter(FirstTable::isDay).isPresent());
	}

	private static boolean isDay(Period period) {
		return period.equals(Period.day(period.start()));
	}

	private Stream<String> headings() {
		return Stream.concat(this.recognition.preamble().stream().flatMap(Arrays::stream),
				Stream.concat(IntStream.range(0, this.header.width()).mapToObj(this.header::name),
						this.header.above().stream().flatMap(List::stream)))
			.filter((text) -> !text.isBlank());
	}

	boolean holdsFigure(String[] row) {
		for (int at = 0; at < Math.min(row.length, this.figures.length); at++) {
			if (this.figures[at] && isNumber(row[at])) {
				return true;
			}
		}
		return false;
	}

	/** Below headings that are periods, numbers that are periods alone are headings. */
	boolean isOfPeriods(String[] row) {
		return this.periodsInHeadings
				&& cells(row).allMatch((cell) -> PeriodParser.year(cell).isPresent() || period(cell).isPresent());
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

	/** What stands in a row, from left to right. */
	static Stream<String> cells(String[] row) {
		return Arrays.stream(row).map(String::strip).filter((cell) -> !cell.isEmpty());
	}

}
