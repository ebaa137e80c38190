package org.jfpmonitor.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.disclosure.CountedFigure;
import org.jfpmonitor.extract.disclosure.Withheld;
import org.jfpmonitor.extract.figures.FigureRows;
import org.jfpmonitor.extract.header.PeriodBlock;
import org.jfpmonitor.extract.recognition.Recognition;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.ParseResult;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.row.RowHandler;
import org.jfpmonitor.extract.row.RowOutcome;

/**
 * Hands each row to one handler for each period whose columns stand beside those of the
 * others, and takes what they say together.
 */
final class RowsOfPeriods implements RowHandler {

	private final List<FigureRows> periods;

	private final List<String> names;

	private final List<String> warnings;

	private RowsOfPeriods(List<FigureRows> periods, List<String> names, List<String> warnings) {
		this.periods = periods;
		this.names = names;
		this.warnings = warnings;
	}

	/**
	 * The handler of all parts; the one of the only part where there is but one. A month
	 * that is not over is left out beside others that are.
	 * @param parts each with the columns of one period
	 * @throws ExtractRefused where two are of the same
	 */
	static RowHandler of(List<Recognition> parts, Function<Recognition, FigureRows> handler) {
		List<FigureRows> each = parts.stream().map(handler).toList();
		if (each.size() == 1) {
			return each.get(0);
		}
		List<String> names = parts.stream()
			.flatMap((part) -> part.blocks().stream())
			.map(PeriodBlock::heading)
			.toList();
		refuseTwice(each.stream().map(FigureRows::periodOfTheFile).toList(), names);
		List<Integer> over = IntStream.range(0, each.size())
			.filter((i) -> each.get(i).expectedToBeOver().isEmpty())
			.boxed()
			.toList();
		if (over.isEmpty()) {
			return new RowsOfPeriods(each, names, List.of());
		}
		return new RowsOfPeriods(over.stream().map(each::get).toList(), over.stream().map(names::get).toList(),
				IntStream.range(0, each.size())
					.filter((i) -> !over.contains(i))
					.mapToObj((i) -> "The columns below \"" + Reject.legible(names.get(i))
							+ "\" were not read: expected " + each.get(i).expectedToBeOver().orElseThrow() + ".")
					.toList());
	}

	private static void refuseTwice(List<Period> periods, List<String> names) {
		List<String> faults = IntStream.range(0, periods.size())
			.filter((i) -> periods.indexOf(periods.get(i)) < i)
			.mapToObj((i) -> "Expected one heading for each period, found " + periods.get(i).inWords() + " twice: \""
					+ Reject.legible(names.get(periods.indexOf(periods.get(i)))) + "\" and further right \""
					+ Reject.legible(names.get(i)) + "\". Delete the columns that do not hold the figures.")
			.toList();
		if (!faults.isEmpty()) {
			throw new ExtractRefused(faults);
		}
	}

	/** Refused by one of them is refused, and each reason is said once. */
	@Override
	public RowOutcome take(Row row) {
		LinkedHashSet<Reject> rejects = new LinkedHashSet<>();
		boolean used = false;
		for (RowHandler period : this.periods) {
			RowOutcome outcome = period.take(row);
			used = used || outcome instanceof RowOutcome.Used;
			if (outcome instanceof RowOutcome.Rejected rejected) {
				rejects.addAll(rejected.rejects());
			}
		}
		if (!rejects.isEmpty()) {
			return RowOutcome.rejected(List.copyOf(rejects));
		}
		return used ? RowOutcome.USED : RowOutcome.LEFT_OUT;
	}

	@Override
	public boolean usesNumber(int position) {
		return this.periods.stream().anyMatch((each) -> each.usesNumber(position));
	}

	@Override
	public void lineLost() {
		this.periods.forEach(RowHandler::lineLost);
	}

	@Override
	public String whyNoneUsed() {
		return this.periods.get(0).whyNoneUsed();
	}

	@Override
	public boolean mayBeEmpty() {
		return this.periods.stream().allMatch(RowHandler::mayBeEmpty);
	}

	@Override
	public List<CountedFigure> counted() {
		return this.periods.stream().flatMap((each) -> each.counted().stream()).toList();
	}

	@Override
	public ParseResult finish(Withheld withheld) {
		List<ParseResult> results = this.periods.stream().map((each) -> each.finish(withheld)).toList();
		LocalDate latest = results.stream()
			.map((each) -> each.dating().latest())
			.filter(Objects::nonNull)
			.max(LocalDate::compareTo)
			.orElse(null);
		String status = results.stream()
			.map((each) -> each.dating().status())
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
		return ParseResult
			.ofFigures(all(results, ParseResult::coverages), all(results, ParseResult::observations),
					new ParseResult.Dating(latest, status, null), all(results, ParseResult::sums),
					all(results, ParseResult::unregistered).stream().distinct().toList(),
					Stream.concat(this.warnings.stream(),
							PartWarnings.of(results.stream().map(ParseResult::warnings).toList(), this.names).stream())
						.toList())
			.with(results.stream().flatMap((each) -> each.sameLines().stream()).collect(Collectors.toSet()));
	}

	private static <T> List<T> all(List<ParseResult> results, Function<ParseResult, List<T>> part) {
		return results.stream()
			.flatMap((each) -> part.apply(each).stream())
			.collect(Collectors.toCollection(ArrayList::new));
	}

}
