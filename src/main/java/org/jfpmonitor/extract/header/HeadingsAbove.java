package org.jfpmonitor.extract.header;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.spelling.HeadingWords;
import org.jfpmonitor.extract.spelling.PeriodHeading;
import org.jfpmonitor.extract.spelling.PeriodParser;

/**
 * What stands above periods and may say that they are not what they seem: other kinds of
 * figures, a plan, and other periods.
 */
public final class HeadingsAbove {

	/** As many headers show what kind they are. */
	private static final int MOST_NAMED = 3;

	private HeadingsAbove() {
	}

	/**
	 * Looks at the few rows above a header.
	 * @param positions of the periods, at least one, in their order
	 * @throws ExtractRefused where a row tells some of the periods from others
	 */
	public static void refuseSeveral(Header header, Collection<Integer> positions) {
		for (List<String> row : header.above()) {
			Map<String, String> kinds = kinds(header, row, positions);
			if (kinds.size() > 1 && kinds.keySet().stream().anyMatch(HeadingWords::isKind)) {
				throw refused(kinds);
			}
		}
	}

	/**
	 * Each with the first period below it; what begins left of the periods is a title.
	 */
	private static Map<String, String> kinds(Header header, List<String> row, Collection<Integer> positions) {
		Map<String, String> kinds = new LinkedHashMap<>();
		int first = positions.iterator().next();
		String title = (first > 0) ? row.get(first - 1) : "";
		positions.forEach((position) -> kinds.putIfAbsent(row.get(position).equals(title) ? "" : row.get(position),
				header.name(position)));
		return kinds;
	}

	/**
	 * One of the two is wrong, and nobody knows which.
	 * @param name what the period is called
	 * @param above what stands above it
	 * @throws ExtractRefused where that is a period in which the period does not lie
	 */
	public static void refuseAnotherPeriod(String name, Period period, String above) {
		if (PeriodHeading.parse(above).filter((each) -> !each.encloses(period) && !period.encloses(each)).isPresent()) {
			throw new ExtractRefused(List
				.of("Expected above \"" + Reject.legible(name) + "\" a period that it lies in, or nothing, found \""
						+ Reject.legible(above) + "\". Correct the one that is wrong."));
		}
	}

	/**
	 * Below a year stand its own months, forwards or backwards: of a calendar year from
	 * January, of a financial one from April. Where they begin again, the next year is
	 * missing, or the year is of the other kind.
	 * @param names of the months, from left to right
	 * @throws ExtractRefused where they are of more than that year
	 */
	public static void refuseSecondYear(String year, List<String> names) {
		boolean calendar = PeriodParser.year(year).isPresent();
		List<Integer> months = names.stream()
			.flatMap((name) -> PeriodParser.month(name).stream())
			.map((month) -> calendar ? month : (month + 8) % 12)
			.toList();
		int direction = 0;
		for (int i = 1; i < months.size(); i++) {
			int step = Integer.signum(months.get(i) - months.get(i - 1));
			boolean wraps = months.get(i - 1) - months.get(i) == 11;
			if (wraps || (step != 0 && direction != 0 && step != direction)) {
				throw new ExtractRefused(List.of("Expected the months of one " + (calendar ? "calendar" : "financial")
						+ " year below the heading \"" + Reject.legible(year) + "\", found \""
						+ Reject.legible(names.get(i)) + "\" after \"" + Reject.legible(names.get(i - 1))
						+ "\". Write the next year above those of the next, or the "
						+ (calendar ? "financial year, such as 2024/25," : "calendar year, such as 2025,")
						+ " above all that are of it."));
			}
			direction = (step != 0) ? step : direction;
		}
	}

	/**
	 * Why such a file is refused.
	 * @param kinds what stands above periods, each with the first of them; empty for
	 * nothing that changes what they are
	 */
	public static ExtractRefused refused(Map<String, String> kinds) {
		String found = kinds.entrySet()
			.stream()
			.limit(MOST_NAMED)
			.map((each) -> "\"" + Reject.legible(each.getValue()) + "\" "
					+ (each.getKey().isEmpty() ? "without such a word"
							: "below \"" + Reject.legible(each.getKey()) + "\""))
			.collect(Collectors.joining(" and "));
		return new ExtractRefused(List.of("Expected one kind of figures below the periods, found " + found
				+ ". Delete the columns that do not hold the figures, and the words above those that do."));
	}

}
