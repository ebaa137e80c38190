package org.jfpmonitor.extract.header;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.layout.PeriodRule;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.spelling.PeriodHeading;
import org.jfpmonitor.extract.spelling.PeriodParser;

/**
 * The rows above a header that name the periods of the columns below them.
 *
 * @param periods above each column a period, or a month
 * @param years above each column the year of the month; empty where the periods name
 * their own
 */
public record PeriodHeadingRows(List<String> periods, List<String> years) {

	public PeriodHeadingRows {
		periods = List.copyOf(periods);
		years = List.copyOf(years);
	}

	/** Whether the layout has its periods above the columns. */
	public static boolean areAskedFor(Layout layout) {
		return layout.periods().stream().anyMatch((rule) -> rule.form() == PeriodRule.Form.ABOVE);
	}

	/**
	 * The nearest row that names periods, or months below their year; empty where none
	 * does, or none is asked for.
	 */
	public static Optional<PeriodHeadingRows> of(Layout layout, Header header) {
		List<List<String>> rows = areAskedFor(layout) ? header.above() : List.of();
		for (int i = rows.size() - 1; i >= 0; i--) {
			if (isOfPeriods(rows.get(i))) {
				return Optional.of(new PeriodHeadingRows(rows.get(i), List.of()));
			}
			for (int j = i - 1; j >= 0; j--) {
				PeriodHeadingRows both = new PeriodHeadingRows(rows.get(i), rows.get(j));
				if (isOfPeriods(both.headings())) {
					return Optional.of(both);
				}
			}
		}
		return Optional.empty();
	}

	private static boolean isOfPeriods(List<String> row) {
		return row.stream().anyMatch((heading) -> PeriodHeading.parse(heading).isPresent());
	}

	/** Above each column, as far as both rows say which period. */
	public List<String> headings() {
		return this.years.isEmpty() ? this.periods : IntStream.range(0, this.periods.size())
			.mapToObj(
					(at) -> isBelowItsYear(at) ? this.years.get(at) + " " + this.periods.get(at) : this.periods.get(at))
			.toList();
	}

	private boolean isBelowItsYear(int at) {
		return PeriodParser.month(this.periods.get(at)).isPresent()
				&& PeriodHeading.parse(this.years.get(at) + " " + this.periods.get(at)).isPresent();
	}

	/** Where each heading that is a period holds, counting from 0, in their order. */
	public List<Map.Entry<String, Set<Integer>>> positions() {
		List<String> headings = headings();
		List<Map.Entry<String, Set<Integer>>> found = new ArrayList<>();
		String before = "";
		for (int i = 0; i < headings.size(); i++) {
			String heading = headings.get(i);
			if (PeriodHeading.parse(heading).isPresent()) {
				if (!heading.equals(before)) {
					found.add(Map.entry(heading, new HashSet<>()));
				}
				found.get(found.size() - 1).getValue().add(i);
			}
			before = heading;
		}
		return found;
	}

	/**
	 * Looks at the months below each year.
	 * @throws ExtractRefused where they are of more than that year
	 */
	public void refuseSecondYear() {
		Map<String, List<String>> months = new LinkedHashMap<>();
		for (int at = 0; at < this.years.size(); at++) {
			if (isBelowItsYear(at)) {
				List<String> ofYear = months.computeIfAbsent(this.years.get(at), (year) -> new ArrayList<>());
				if (ofYear.isEmpty() || !ofYear.get(ofYear.size() - 1).equals(this.periods.get(at))) {
					ofYear.add(this.periods.get(at));
				}
			}
		}
		months.forEach(HeadingsAbove::refuseSecondYear);
	}

}
