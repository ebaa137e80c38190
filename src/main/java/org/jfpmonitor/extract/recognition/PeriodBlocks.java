package org.jfpmonitor.extract.recognition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.header.Header;
import org.jfpmonitor.extract.header.HeadingsAbove;
import org.jfpmonitor.extract.header.PeriodBlock;
import org.jfpmonitor.extract.header.PeriodHeadingRows;
import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.spelling.PeriodHeading;
import org.jfpmonitor.extract.spelling.PeriodParser;
import org.jfpmonitor.extract.text.Records;
import org.jfpmonitor.extract.text.TextRecord;
import org.jfpmonitor.extract.text.Unreadable;

/**
 * The same columns once for each period, whose heading stands above them: a table for
 * each period, beside each other.
 */
public final class PeriodBlocks {

	private final Recognition recognition;

	private final List<PeriodBlock> filled;

	private PeriodBlocks(Recognition recognition, List<PeriodBlock> filled) {
		this.recognition = recognition;
		this.filled = filled;
	}

	/**
	 * What is read of the table: itself, or each of its periods below whose heading
	 * anything stands; a sheet made for a year has months that are still to come.
	 * @throws ExtractRefused when there is none, when nobody can tell which of them hold
	 * the figures of a period, or when one lacks a column
	 */
	public static List<Recognition> of(Recognition recognition) {
		if (!PeriodHeadingRows.areAskedFor(recognition.layout())) {
			return List.of(recognition);
		}
		PeriodBlocks blocks = new PeriodBlocks(recognition, filled(recognition));
		blocks.refuseNone();
		blocks.refuseMonthsWithoutYear();
		blocks.refuseOtherPeriodsAbove();
		PeriodHeadingRows.of(recognition.layout(), recognition.header()).ifPresent(PeriodHeadingRows::refuseSecondYear);
		blocks.refuseLacking();
		HeadingsAbove.refuseSeveral(recognition.header(),
				recognition.blocks()
					.stream()
					.flatMap(PeriodBlocks::read)
					.collect(Collectors.toCollection(TreeSet::new)));
		return blocks.filled.stream().map(recognition::below).toList();
	}

	/** Where columns that the layout asks for stand below the heading. */
	private static Stream<Integer> read(PeriodBlock block) {
		return block.header().positions().filter(block.own()::contains);
	}

	/** What stands right of the first period and below no period is not read. */
	public static List<String> notRead(Recognition recognition) {
		if (!PeriodHeadingRows.areAskedFor(recognition.layout())) {
			return List.of();
		}
		Map<String, List<String>> below = others(recognition);
		List<String> warnings = new ArrayList<>();
		below.getOrDefault("", List.of())
			.stream()
			.map((name) -> "The column \"" + Reject.legible(name)
					+ "\" was not read: expected a heading above it that is a period such as March 2025, found none.")
			.forEach(warnings::add);
		below.keySet()
			.stream()
			.filter((heading) -> !heading.isEmpty())
			.map((heading) -> "The columns below \"" + Reject.legible(heading)
					+ "\" were not read: expected a heading that is a period such as March 2025.")
			.forEach(warnings::add);
		return warnings;
	}

	/** Headings right of the first period that are none, with the columns below. */
	private static Map<String, List<String>> others(Recognition recognition) {
		Header header = recognition.header();
		List<String> headings = PeriodHeadingRows.of(recognition.layout(), header)
			.map(PeriodHeadingRows::headings)
			.orElse(List.of());
		Map<String, List<String>> others = new LinkedHashMap<>();
		boolean right = false;
		for (int i = 0; i < headings.size(); i++) {
			boolean period = PeriodHeading.parse(headings.get(i)).isPresent();
			right = right || period;
			if (right && !period && !(headings.get(i).isEmpty() && header.name(i).isEmpty())) {
				others.computeIfAbsent(headings.get(i), (heading) -> new ArrayList<>()).add(header.name(i));
			}
		}
		return others;
	}

	private static List<PeriodBlock> filled(Recognition recognition) {
		Set<Integer> filled = new HashSet<>();
		try (Records records = recognition.table().open()) {
			while (records.hasNext()) {
				TextRecord record = records.next();
				if (record.line() <= recognition.headerLine() || record.condition() == TextRecord.Condition.BROKEN
						|| record.isBlank() || recognition.header().isRepeatedBy(record.fields())) {
					continue;
				}
				for (int i = 0; i < record.fields().length; i++) {
					if (!record.fields()[i].isBlank()) {
						filled.add(i);
					}
				}
			}
		}
		catch (Unreadable saidWhenItIsRead) {
			return recognition.blocks();
		}
		return recognition.blocks()
			.stream()
			.filter((block) -> block.own().stream().anyMatch(filled::contains))
			.toList();
	}

	private void refuseNone() {
		if (this.recognition.blocks().isEmpty()) {
			throw new ExtractRefused(List.of("Expected above the columns headings that are periods such as March 2025,"
					+ " found none. Write month and year above the first column of each period."));
		}
		if (this.filled.isEmpty()) {
			throw new ExtractRefused(List
				.of("Expected figures below the headings of periods, found none. Fill them in, and send the file then."));
		}
	}

	private void refuseMonthsWithoutYear() {
		List<String> months = others(this.recognition).keySet()
			.stream()
			.filter((heading) -> PeriodParser.month(heading).isPresent() && PeriodHeading.saysNoMore(heading))
			.map((heading) -> "Expected a month with its year above its columns, such as March 2025, found \""
					+ Reject.legible(heading) + "\". Write the year beside it.")
			.toList();
		if (!months.isEmpty()) {
			throw new ExtractRefused(months);
		}
	}

	private void refuseOtherPeriodsAbove() {
		Header header = this.recognition.header();
		for (PeriodBlock block : this.recognition.blocks()) {
			Period period = PeriodHeading.parse(block.heading()).orElseThrow();
			int first = Collections.min(block.own());
			header.above().forEach((row) -> HeadingsAbove.refuseAnotherPeriod(block.heading(), period, row.get(first)));
		}
	}

	private void refuseLacking() {
		List<String> faults = this.filled.stream()
			.filter((block) -> !block.header().isMatch())
			.map((block) -> "Expected below \"" + Reject.legible(block.heading()) + "\", or left of all periods, the "
					+ ((block.header().missing().size() == 1) ? "column " : "columns ")
					+ block.header()
						.missing()
						.stream()
						.map(Column::shown)
						.map((name) -> "\"" + name + "\"")
						.collect(Collectors.joining(" and "))
					+ ", found none. Add what is missing, or delete the columns of that period.")
			.toList();
		if (!faults.isEmpty()) {
			throw new ExtractRefused(faults);
		}
	}

	/** The heading below which the one period of the table stands; empty for none. */
	public static Optional<String> heading(Recognition recognition) {
		return (PeriodHeadingRows.areAskedFor(recognition.layout()) && recognition.blocks().size() == 1)
				? Optional.of(recognition.blocks().get(0).heading()) : Optional.empty();
	}

}
