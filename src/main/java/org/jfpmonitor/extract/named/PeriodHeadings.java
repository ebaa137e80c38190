package org.jfpmonitor.extract.named;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.header.Header;
import org.jfpmonitor.extract.header.HeadingsAbove;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.spelling.PeriodHeading;
import org.jfpmonitor.extract.spelling.PeriodParser;

/**
 * Which columns of a sheet are periods: those whose header names one and says no more, or
 * a month or quarter below the heading of its year. What says more, such as a target, a
 * share or a year to date, is not the figure of the period.
 */
final class PeriodHeadings {

	/** As many headers show what kind they are. */
	private static final int MOST_NAMED = 3;

	private final Header header;

	private final boolean organisationAbove;

	private final Map<Integer, Period> periods = new TreeMap<>();

	private final List<String> warnings = new ArrayList<>();

	private PeriodHeadings(Header header, boolean organisationAbove) {
		this.header = header;
		this.organisationAbove = organisationAbove;
	}

	/**
	 * The periods of the columns that the layout does not name.
	 * @param organisationAbove whether the headings above them are organisations
	 * @throws ExtractRefused when there are none, or when nobody can tell which of them
	 * hold the figures, or of which year one is
	 */
	static PeriodHeadings of(Layout layout, Header header, boolean organisationAbove) {
		PeriodHeadings headings = new PeriodHeadings(header, organisationAbove);
		Set<Integer> named = new HashSet<>();
		layout.columns().values().forEach((column) -> named.addAll(header.positions(column)));
		headings.read(named);
		return headings;
	}

	/** By position. */
	Map<Integer, Period> periods() {
		return this.periods;
	}

	/** Columns that could be taken for periods and are none. */
	List<String> warnings() {
		return List.copyOf(this.warnings);
	}

	private void read(Set<Integer> named) {
		List<String> others = new ArrayList<>();
		Map<String, List<String>> months = new LinkedHashMap<>();
		Map<String, String> alone = new LinkedHashMap<>();
		Map<String, String> above = new LinkedHashMap<>();
		for (int i = 0; i < this.header.width(); i++) {
			if (named.contains(i)) {
				continue;
			}
			String name = this.header.name(i);
			String heading = this.organisationAbove ? "" : this.header.heading(i);
			Optional<Period> own = byItself(name);
			Optional<Period> found = own.or(() -> belowItsYear(name, heading));
			if (found.isPresent()) {
				this.periods.put(i, found.get());
				if (own.isPresent()) {
					HeadingsAbove.refuseAnotherPeriod(name, own.get(), heading);
					above.putIfAbsent(PeriodHeading.saysNoMore(heading) ? "" : heading, name);
				}
				else {
					months.computeIfAbsent(heading, (year) -> new ArrayList<>()).add(name);
				}
			}
			else {
				if (PeriodParser.month(name).isPresent() && PeriodHeading.saysNoMore(name)) {
					alone.putIfAbsent(name, this.header.heading(i));
				}
				warnOrRefuse(name);
				others.add(name);
			}
		}
		months.forEach(HeadingsAbove::refuseSecondYear);
		if (this.periods.isEmpty()) {
			throw new ExtractRefused(List.of("Expected column headers that are periods, found "
					+ (others.isEmpty() ? "none" : others(others)) + ". Save the sheet with headers such as 2025-03-01,"
					+ " 2025-03, Mar 2025, 2024-Q4 or 2024/25, or Mar below a heading such as 2025 or 2024/25."));
		}
		alone.forEach(PeriodHeadings::refuseMonthWithoutYear);
		refuseSeveralKinds(above);
		HeadingsAbove.refuseSeveral(this.header, this.periods.keySet());
	}

	private static Optional<Period> byItself(String header) {
		return PeriodParser.serial(header).map(Period::day).or(() -> PeriodHeading.parse(header));
	}

	private static Optional<Period> belowItsYear(String header, String heading) {
		return heading.isEmpty() ? Optional.empty() : PeriodParser.parse(heading + " " + header)
			.filter((period) -> PeriodHeading.saysNoMore(heading) && PeriodHeading.saysNoMore(header));
	}

	/**
	 * What stands above all of them is a title. Above some it tells them from the others:
	 * a plan from what came of it.
	 * @param above what stands above periods, each with the first of them; empty for
	 * nothing, a year, or a word that changes nothing
	 */
	private static void refuseSeveralKinds(Map<String, String> above) {
		if (above.size() > 1) {
			throw HeadingsAbove.refused(above);
		}
	}

	/** A month beside others, whose year nobody can tell, is not passed over. */
	private static void refuseMonthWithoutYear(String name, String heading) {
		throw new ExtractRefused(
				List.of("Expected a year above each month, such as 2025 or 2024/25, found \"" + Reject.legible(name)
						+ "\" " + (heading.isEmpty() ? "without one" : "below \"" + Reject.legible(heading) + "\"")
						+ ". Write the year there, or beside the month."));
	}

	/** The first few that stand there, as far as they may be shown. */
	private static String others(List<String> names) {
		return names.stream()
			.filter((name) -> !name.isBlank())
			.distinct()
			.limit(MOST_NAMED)
			.map((name) -> "\"" + Reject.legible(name) + "\"")
			.collect(Collectors.joining(", "));
	}

	/**
	 * One month-first date shows that the others, which could be read day first, are not.
	 */
	private void warnOrRefuse(String name) {
		if (PeriodParser.isMonthFirst(name)) {
			throw new ExtractRefused(List.of("Expected column headers that are dates, day first, found \"" + name
					+ "\". Save the sheet with dates such as 2025-03-31."));
		}
		if (!name.isEmpty() && name.chars().anyMatch(Character::isDigit)) {
			this.warnings.add("The column \"" + Reject.legible(name)
					+ "\" was not read: expected a header that is a period such as 2025-03-01.");
		}
	}

}
