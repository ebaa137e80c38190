package org.jfpmonitor.extract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.period.PeriodReader;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.spelling.OtherFigures;
import org.jfpmonitor.extract.spelling.PeriodParser;
import org.jfpmonitor.observation.Observation;

/**
 * The period in the name of a file or sheet, beside those of its figures: where they are
 * apart, one of the two is wrong, as in a template whose month nobody changed.
 */
final class FileNamePeriod {

	private FileNamePeriod() {
	}

	/**
	 * What is odd, in words; empty where the name says nothing of a month or longer, or
	 * where some figure is for it.
	 * @param what has the name: the file, or a sheet of it
	 */
	static Optional<String> warning(String name, String what, List<Observation> figures) {
		List<Period> periods = figures.stream()
			.map((each) -> each.cell().period())
			.distinct()
			.sorted(Comparator.comparing(Period::lastDay))
			.toList();
		// One with many months is named by what it goes up to: AmbSYS-to-Mar-2026.
		boolean ofMonth = periods.size() == 1
				&& periods.get(0).equals(Cadence.MONTHLY.periodOf(periods.get(0).lastDay()));
		if (ofMonth && namesOneDate(name) && OtherFigures.besideMonth(name)) {
			return Optional.of("Expected figures of " + periods.get(0).inWords() + ", found that the name of the "
					+ what + " is about another time: " + Reject.legible(name)
					+ ". Check that they are those of the month.");
		}
		return named(name).filter((named) -> !periods.isEmpty())
			.filter((named) -> periods.stream().noneMatch((each) -> each.encloses(named) || named.encloses(each)))
			.map((named) -> "Expected figures for " + named.inWords() + ", as the name of the " + what
					+ " says, found those for " + periods.get(periods.size() - 1).inWords()
					+ ((periods.size() > 1) ? " and before" : "") + ". Check which of the two is right: "
					+ Reject.legible(name) + ".");
	}

	private static Optional<Period> named(String name) {
		return namesOneDate(name) ? PeriodParser.parse(name).filter((named) -> !named.equals(Period.day(named.start())))
				: Optional.empty();
	}

	private static boolean namesOneDate(String name) {
		return PeriodParser.dates(name).size() == 1 && !PeriodReader.isOfTheFileItself(name);
	}

}
