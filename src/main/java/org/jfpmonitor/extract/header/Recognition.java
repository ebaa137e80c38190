package org.jfpmonitor.extract.header;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.layout.PeriodRule;
import org.jfpmonitor.extract.spelling.PeriodHeading;
import org.jfpmonitor.extract.spelling.PeriodParser;
import org.jfpmonitor.extract.text.Table;
import org.jfpmonitor.observation.SmallNumbers;

/**
 * Which layout a table is of, and where its header is.
 *
 * @param layout the one layout that fits
 * @param table what was recognised
 * @param headerLine the line or row on which the header starts, counting from 1
 * @param header where the columns are
 * @param preamble the rows above the header
 * @param blocks where the columns are for each period whose heading stands above them
 */
public record Recognition(Layout layout, Table table, long headerLine, Header header, List<String[]> preamble,
		List<PeriodBlock> blocks) {

	/** What stands below the heading of one of its periods. */
	Recognition below(PeriodBlock block) {
		return new Recognition(this.layout, this.table, this.headerLine, block.header(), this.preamble, List.of(block));
	}

	/** Where the columns of the layout are in this file. */
	public FileColumns columns() {
		return new FileColumns(this.layout, this.header, this.table);
	}

	/**
	 * The same table in a file of which another one has small numbers.
	 */
	public Recognition controlledBy(SmallNumbers rule) {
		return new Recognition(this.layout.controlledBy(rule), this.table, this.headerLine, this.header, this.preamble,
				this.blocks);
	}

	/**
	 * Whether a row is a header of the same columns for other periods: it names others
	 * itself, or what stands between does, since the last line that was read.
	 * @param between the rows since that line, in their order
	 */
	public boolean isForOtherPeriods(String[] row, List<String[]> between) {
		if (!this.header.isOfTheSameColumns(row)) {
			return false;
		}
		return this.layout.periods().stream().anyMatch((rule) -> switch (rule.form()) {
			case HEADERS, ABOVE -> !this.header.isRepeatedBy(row) || isTitledOtherwise(between);
			case PREAMBLE -> Preamble.beside(between, rule.label())
				.stream()
				.flatMap((text) -> PeriodParser.parse(text).stream())
				.anyMatch((period) -> Preamble.beside(this.preamble, rule.label())
					.stream()
					.noneMatch((text) -> PeriodParser.parse(text).filter(period::equals).isPresent()));
			default -> false;
		});
	}

	/**
	 * What in a row below the header heads other columns: a period, or the name of a
	 * column, in a place of figures, or another period beside the label; empty for none.
	 * @param row that no figure was read from
	 */
	public Optional<String> headsOthers(String[] row) {
		List<String> folded = filled(Header.folded(row));
		if (this.header.isRepeatedBy(row)
				|| this.preamble.stream().anyMatch((above) -> filled(Header.folded(above)).equals(folded))) {
			return Optional.empty();
		}
		return this.layout.periods().stream().flatMap((rule) -> switch (rule.form()) {
			case HEADERS, ABOVE -> headings(row);
			case PREAMBLE -> rule.label().isEmpty() ? Stream.<String>empty()
					: Preamble.beside(List.<String[]>of(row), rule.label())
						.stream()
						.filter((text) -> isAnotherPeriod(text, rule));
			default -> Stream.<String>empty();
		}).findFirst();
	}

	private boolean isAnotherPeriod(String text, PeriodRule rule) {
		return PeriodParser.parse(text)
			.filter((period) -> Preamble.beside(this.preamble, rule.label())
				.stream()
				.noneMatch((own) -> PeriodParser.parse(own).filter(period::equals).isPresent()))
			.isPresent();
	}

	private Stream<String> headings(String[] row) {
		Set<Integer> ofPeriods = this.blocks.stream()
			.flatMap((block) -> block.own().stream())
			.collect(Collectors.toSet());
		Set<Integer> named = this.header.positions().collect(Collectors.toSet());
		return IntStream.range(0, Math.min(row.length, this.header.width()))
			.filter((at) -> ofPeriods.isEmpty() ? !named.contains(at) : ofPeriods.contains(at))
			.mapToObj((at) -> row[at].strip())
			.filter((text) -> text.codePoints().anyMatch(Character::isLetter))
			.filter((text) -> PeriodHeading.parse(text).isPresent() || this.header.hasName(text));
	}

	/**
	 * The name of a column that a row below the header has in another place, as a header
	 * of another table; empty for none.
	 * @param row that no figure was read from
	 */
	public Optional<String> namesColumnElsewhere(String[] row) {
		return this.header.namedElsewhere(row);
	}

	/** Whether what stands above or in a header says of which periods its columns are. */
	public boolean hasPeriodsByHeader() {
		return this.layout.periods()
			.stream()
			.map(PeriodRule::form)
			.anyMatch((form) -> form.isInHeadings() || form == PeriodRule.Form.PREAMBLE);
	}

	private boolean isTitledOtherwise(List<String[]> between) {
		if (this.preamble.isEmpty()) {
			return false;
		}
		if (between.stream()
			.flatMap(Arrays::stream)
			.filter(HeadingsAbove::isKind)
			.anyMatch((words) -> this.preamble.stream().flatMap(Arrays::stream).noneMatch(words::equals))) {
			return true;
		}
		List<String> above = filled(Header.folded(this.preamble.get(this.preamble.size() - 1)));
		return !above.isEmpty()
				&& (between.isEmpty() || !above.equals(filled(Header.folded(between.get(between.size() - 1)))));
	}

	private static List<String> filled(List<String> names) {
		return IntStream.range(0, names.size())
			.filter((i) -> !names.get(i).isEmpty())
			.mapToObj((i) -> i + names.get(i))
			.toList();
	}

	private boolean isInHeadings() {
		return this.layout.periods().stream().map(PeriodRule::form).anyMatch(PeriodRule.Form::isInHeadings);
	}

	/** Where headings are periods, none of them is one too many. */
	Recognition withoutIdleHeadings() {
		boolean ofPeriods = isInHeadings();
		int asked = this.header.widthAskedFor();
		int width = (ofPeriods || asked == this.header.width()) ? this.header.width() : ShortLines.width(this);
		return (width < this.header.width() && width >= asked) ? new Recognition(this.layout, this.table,
				this.headerLine, this.header.narrowed(width), this.preamble, this.blocks) : this;
	}

}
