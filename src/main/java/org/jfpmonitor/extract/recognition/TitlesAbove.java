package org.jfpmonitor.extract.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.header.Header;
import org.jfpmonitor.extract.header.HeadingsAbove;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.spelling.HeadingWords;
import org.jfpmonitor.extract.spelling.OtherFigures;
import org.jfpmonitor.extract.spelling.PeriodHeading;

/**
 * What a table says of itself, by the name of its sheet, in a title or above its columns:
 * that it holds what was planned, other stretches of time than its lines name, or
 * thousands.
 */
public final class TitlesAbove {

	/** How far above a header the names of its groups stand. */
	private static final int ROWS_OF_GROUPS = 3;

	/** As the sheet of the months of a year so far is called. */
	private static final Pattern MONTHS_SO_FAR = Pattern.compile("(?i).*[0-9].*ytd.*|.*ytd.*[0-9].*");

	/** What a title says before a period that its table is of. */
	private static final Pattern OF_PERIOD = Pattern.compile(
			"(?i)\\s*(?:(?:(?:reporting|data|time|activity) )?(?:period|month|quarter(?! [1-4]))(?: covered| of activity)?|(?:data|figures|activity|performance) (?:for|in)"
					+ "(?: the (?:month|period|quarter)(?: of)?)?|(?=quarter [1-4]|q[1-4]))\\s*:?\\s*(?<period>.*)");

	/** Labels beside which a file says what its numbers are. */
	private static final Pattern SAYING_WHAT = Pattern
		.compile("(?i)\\s*(?:(?:sub-?)?title|(?:data )?(?:basis|type|status|units?)|measures?)\\s*:?\\s*");

	private final Recognition recognition;

	private final Layout layout;

	private final IntPredicate usesNumber;

	private TitlesAbove(Recognition recognition, IntPredicate usesNumber) {
		this.recognition = recognition;
		this.usesNumber = usesNumber;
		this.layout = recognition.layout();
	}

	/**
	 * Looks whether the lines below are what they seem.
	 * @param usesNumber whether numbers of the column at a position are used
	 * @throws ExtractRefused where a title says otherwise, and neither the header nor the
	 * layout has such a word
	 */
	public static void refuseOther(Recognition recognition, IntPredicate usesNumber) {
		TitlesAbove titles = new TitlesAbove(recognition, usesNumber);
		titles.refuse(HeadingWords::isKind, HeadingWords::isPlan, HeadingWords::isSheetOfPlans,
				"figures of what came about, as layout " + recognition.layout().id() + " says nothing of plans",
				"Send what came about");
		if (titles.choosesByHeadings()) {
			return;
		}
		titles.refuse(TitlesAbove::saysOtherFigures, TitlesAbove::saysOtherFigures, TitlesAbove::saysOtherFigures,
				"figures of the periods that the lines name, one by one, in ones and in force, as layout "
						+ recognition.layout().id() + " says nothing else",
				"Send such figures");
	}

	/**
	 * The layout says which of several groups of columns are meant, whatever a title
	 * says.
	 */
	private boolean choosesByHeadings() {
		Header header = this.recognition.header();
		return header.positions().anyMatch((at) -> this.usesNumber.test(at) && !header.heading(at).isEmpty());
	}

	private static boolean saysOtherFigures(String words) {
		return OtherFigures.inTitle(words)
				|| (OtherFigures.inWord(words) && !HeadingWords.isKind(words) && !OtherFigures.denies(words));
	}

	private void refuse(Predicate<String> known, Predicate<String> other, Predicate<String> ofSheet, String expected,
			String advice) {
		if (known.test(this.layout.title()) || known.test(this.layout.id().replace('-', ' '))
				|| this.recognition.header().names().anyMatch(known)) {
			return;
		}
		String sheet = this.recognition.table().name();
		if (this.recognition.table().isSheet() && this.layout.format().sheets().isEmpty() && ofSheet.test(sheet)
				&& !MONTHS_SO_FAR.matcher(sheet).matches()) {
			throw refused(expected, "a sheet named \"" + Reject.legible(sheet) + "\"",
					"Name the sheet that is meant in the layout (sheet: NAME), or send it", "name");
		}
		titles().filter(other).findFirst().ifPresent((title) -> {
			throw refused(expected, "the title \"" + Reject.legible(title) + "\"", advice, "title");
		});
	}

	private static ExtractRefused refused(String expected, String found, String advice, String where) {
		return new ExtractRefused(List.of("Expected " + expected + ", found " + found + ". " + advice
				+ " in a file of its own. Where the lines below are such figures all the same, change that " + where
				+ "; where what it says is meant, say so in the layout's title."));
	}

	/** Over the whole table, and over columns that are used. */
	private Stream<String> titles() {
		List<String> titles = new ArrayList<>();
		for (String[] row : this.recognition.preamble()) {
			titles.add(alone(row));
			titles.add(beside(row, SAYING_WHAT));
		}
		titles.addAll(aboveColumns());
		return titles.stream().filter((title) -> !title.isEmpty());
	}

	/**
	 * Looks whether a period above columns is another than that of the figures.
	 * @throws ExtractRefused where it is
	 */
	public static void refuseOtherPeriods(Recognition recognition, IntPredicate usesNumber,
			Collection<Period> periods) {
		for (String above : new TitlesAbove(recognition, usesNumber).aboveColumns()) {
			for (Period period : periods) {
				HeadingsAbove.refuseAnotherPeriod(period.inWords(), period, above);
			}
		}
		for (String[] row : recognition.preamble()) {
			TitlesAbove titles = new TitlesAbove(recognition, usesNumber);
			String alone = titles.alone(row);
			String title = alone.isEmpty() ? titles.beside(row, OF_PERIOD) : alone;
			Matcher named = OF_PERIOD.matcher(title);
			boolean another = named.matches() && PeriodHeading.parse(named.group("period"))
				.filter((above) -> !periods.isEmpty()
						&& periods.stream().noneMatch((each) -> each.encloses(above) || above.encloses(each)))
				.isPresent();
			if (another || isAnotherMonth(alone, periods)) {
				throw new ExtractRefused(
						List.of("Expected above the header a period that the figures are for, or nothing, found \""
								+ Reject.legible(title) + "\", while they are for "
								+ periods.iterator().next().inWords() + ". Correct the one that is wrong."));
			}
		}
	}

	/**
	 * Of a file of one month, whose title is one before it and no more; one after it may
	 * be that of the publication.
	 */
	private static boolean isAnotherMonth(String title, Collection<Period> periods) {
		return new HashSet<>(periods).size() == 1 && PeriodHeading.parse(title)
			.filter((above) -> periods.stream()
				.allMatch((each) -> each.isMonth() && above.isMonth() && above.compareTo(each) < 0))
			.isPresent();
	}

	/**
	 * A label and the one cell beside it, as one text; nothing where it is no such label.
	 */
	private String beside(String[] row, Pattern labels) {
		List<Integer> filled = filled(row);
		return (filled.size() == 2 && filled.get(0) <= this.recognition.header().first()
				&& labels.matcher(row[filled.get(0)]).matches())
						? row[filled.get(0)].strip() + " " + row[filled.get(1)].strip() : "";
	}

	private static List<Integer> filled(String[] row) {
		return IntStream.range(0, row.length).filter((at) -> !row[at].isBlank()).boxed().toList();
	}

	/** What stands alone in a row, not right of where the table begins; or nothing. */
	private String alone(String[] row) {
		List<Integer> filled = filled(row);
		return (filled.size() == 1 && filled.get(0) <= this.recognition.header().first()) ? row[filled.get(0)].strip()
				: "";
	}

	/**
	 * What stands above columns of numbers, up to the next that does, in the few rows
	 * above the header; where the layout does not ask for it by itself.
	 */
	private Set<String> aboveColumns() {
		Header header = this.recognition.header();
		List<String[]> rows = this.recognition.preamble();
		List<Integer> numbers = header.positions().filter(this.usesNumber::test).sorted().toList();
		Set<String> above = new LinkedHashSet<>();
		for (String[] row : rows.subList(Math.max(0, rows.size() - ROWS_OF_GROUPS), rows.size())) {
			if (Arrays.stream(row).anyMatch((cell) -> cell.strip().endsWith(":"))) {
				continue; // labels, each with what is said of the whole file beside it
			}
			numbers.stream()
				.filter((at) -> header.heading(at).isEmpty())
				.forEach((at) -> above.add(heading(row, at, numbers.get(0))));
		}
		return above;
	}

	/** The nearest heading to the left, from the first column of numbers on. */
	private static String heading(String[] row, int position, int first) {
		for (int at = Math.min(position, row.length - 1); at >= first; at--) {
			if (!row[at].isBlank()) {
				return row[at].strip();
			}
		}
		return "";
	}

}
