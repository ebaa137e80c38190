package org.jfpmonitor.extract.header;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jfpmonitor.extract.layout.PeriodRule;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.spelling.PeriodHeading;
import org.jfpmonitor.extract.spelling.PeriodParser;
import org.jfpmonitor.extract.text.TextRecord;

/**
 * Sees where below a table another one begins, of which the lines would be read as if
 * they were of the first: for its periods, or with its columns. It is asked about each
 * row below the header, in their order.
 */
public final class SecondTable {

	/** So many rows of titles stand above a header at most. */
	private static final int MOST_BETWEEN = 20;

	private static final String ADVICE = ". Send what stands below it in a file or sheet of its own.";

	private final Recognition first;

	private final Header header;

	private final boolean periodsByHeader;

	/** The rows since the last line that was used, as far as a heading may be away. */
	private final Deque<String[]> between = new ArrayDeque<>();

	/** Nothing is read of the table yet. */
	public SecondTable(Recognition first) {
		this.first = first;
		this.header = first.header();
		this.periodsByHeader = first.hasPeriodsByHeader();
	}

	/**
	 * Before a row is read.
	 * @throws ExtractRefused where it is a header of the same columns for other periods:
	 * it names others itself, or what stands between does, since the last line that was
	 * used
	 */
	public void refuseOtherPeriods(TextRecord row) {
		if (this.periodsByHeader && this.header.isOfTheSameColumns(row.fields())
				&& this.first.layout().periods().stream().anyMatch((rule) -> isOther(row.fields(), rule))) {
			throw refused(row, "the header once, or again for the same periods, found it for others");
		}
	}

	/** After a row was read and is of the table. */
	public void used() {
		this.between.clear();
	}

	/**
	 * After a row was read from which nothing was used.
	 * @throws ExtractRefused where it heads other columns
	 */
	public void refuseHeadings(TextRecord row) {
		if (holdsNoNumber(row.fields())) {
			this.header.namedElsewhere(row.fields()).ifPresent((name) -> {
				throw refused(row,
						"lines of the columns that the table begins with, found the header of another, with \""
								+ Reject.legible(name) + "\" in another place");
			});
		}
		if (this.periodsByHeader) {
			otherHeading(row.fields()).ifPresent((heading) -> {
				throw refused(row,
						"lines of the periods that the table begins with, found " + (this.first.layout().isControlled()
								? "other headings" : "\"" + Reject.legible(heading) + "\""));
			});
			this.between.add(row.fields().clone());
			if (this.between.size() > MOST_BETWEEN) {
				this.between.remove();
			}
		}
	}

	private ExtractRefused refused(TextRecord row, String expected) {
		return new ExtractRefused(
				List.of(this.first.table().place(row.line(), 0).asBeginning() + ": expected " + expected + ADVICE));
	}

	private boolean isOther(String[] row, PeriodRule rule) {
		return switch (rule.form()) {
			case HEADERS, ABOVE -> !this.header.isRepeatedBy(row) || isTitledOtherwise();
			case PREAMBLE -> Preamble.beside(List.copyOf(this.between), rule.label())
				.stream()
				.anyMatch((text) -> isAnotherPeriod(text, rule));
			default -> false;
		};
	}

	private boolean isTitledOtherwise() {
		List<String[]> preamble = this.first.preamble();
		if (preamble.isEmpty()) {
			return false;
		}
		if (this.between.stream()
			.flatMap(Arrays::stream)
			.filter(HeadingsAbove::isKind)
			.anyMatch((words) -> preamble.stream().flatMap(Arrays::stream).noneMatch(words::equals))) {
			return true;
		}
		List<String> above = filled(preamble.get(preamble.size() - 1));
		return !above.isEmpty() && (this.between.isEmpty() || !above.equals(filled(this.between.getLast())));
	}

	private boolean isAnotherPeriod(String text, PeriodRule rule) {
		return PeriodParser.parse(text)
			.filter((period) -> Preamble.beside(this.first.preamble(), rule.label())
				.stream()
				.noneMatch((own) -> PeriodParser.parse(own).filter(period::equals).isPresent()))
			.isPresent();
	}

	/**
	 * A period, or the name of a column, in a place of figures, or another period beside
	 * the label.
	 */
	private Optional<String> otherHeading(String[] row) {
		List<String> filled = filled(row);
		if (this.header.isRepeatedBy(row)
				|| this.first.preamble().stream().anyMatch((above) -> filled(above).equals(filled))) {
			return Optional.empty();
		}
		return this.first.layout().periods().stream().flatMap((rule) -> switch (rule.form()) {
			case HEADERS, ABOVE -> headings(row);
			case PREAMBLE -> rule.label().isEmpty() ? Stream.<String>empty()
					: Preamble.beside(List.<String[]>of(row), rule.label())
						.stream()
						.filter((text) -> isAnotherPeriod(text, rule));
			default -> Stream.<String>empty();
		}).findFirst();
	}

	private Stream<String> headings(String[] row) {
		Set<Integer> ofPeriods = this.first.blocks()
			.stream()
			.flatMap((block) -> block.own().stream())
			.collect(Collectors.toSet());
		Set<Integer> named = this.header.positions().collect(Collectors.toSet());
		return IntStream.range(0, Math.min(row.length, this.header.width()))
			.filter((at) -> ofPeriods.isEmpty() ? !named.contains(at) : ofPeriods.contains(at))
			.mapToObj((at) -> row[at].strip())
			.filter((text) -> text.codePoints().anyMatch(Character::isLetter))
			.filter((text) -> PeriodHeading.parse(text).isPresent() || this.header.hasName(text));
	}

	/** As a header; nearly every line has one, near its beginning. */
	private static boolean holdsNoNumber(String[] fields) {
		for (String field : fields) {
			if (!field.isEmpty() && Character.isDigit(field.charAt(0))) {
				return false;
			}
		}
		return true;
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
