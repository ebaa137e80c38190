package org.jfpmonitor.extract.checks;

import java.time.LocalDate;
import java.util.Optional;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;

/**
 * A period that was not over when its file arrived: what was counted by then is no whole.
 */
public final class UnfinishedPeriod {

	private UnfinishedPeriod() {
	}

	/**
	 * What a line should have said whose period lies ahead: it begins after the day of
	 * arrival, or the day that it is named by, such as that of a snapshot, does.
	 * @param written the period as it is written, such as one day of a month
	 * @param period the period that this stands for
	 * @param arrivedOn the day on which the file arrived
	 */
	public static Optional<String> expectedToHaveBegun(Period written, Period period, LocalDate arrivedOn) {
		if (period.start().isAfter(arrivedOn)) {
			return Optional.of("a period that has begun by " + Period.day(arrivedOn).inWords());
		}
		boolean isDay = written.equals(Period.day(written.start()));
		return (isDay && written.start().isAfter(arrivedOn))
				? Optional.of("a day no later than " + Period.day(arrivedOn).inWords() + ", the day of arrival")
				: Optional.empty();
	}

	/**
	 * What a line for the period should have said; empty when it was over at the end of
	 * the day, a day or week even before it, or had begun and the measure counts what
	 * there is on one day of it.
	 * @param arrivedOn the day on which the file arrived
	 */
	public static Optional<String> expected(Measure measure, Period period, LocalDate arrivedOn) {
		if (period.start().isAfter(arrivedOn)) {
			return Optional.of("a period that has begun by " + Period.day(arrivedOn).inWords());
		}
		if (period.lastDay().isAfter(arrivedOn) && !isSnapshot(measure)) {
			return Optional.of("a period that is over by " + Period.day(arrivedOn).inWords() + ", the day of arrival; "
					+ period.inWords() + " is not, so its figure is no whole yet");
		}
		if (period.lastDay().equals(arrivedOn) && isShort(measure.cadence()) && !isSnapshot(measure)) {
			return Optional.of("a period that ended before " + Period.day(arrivedOn).inWords()
					+ ", the day of arrival; a day or week that ends on it goes on until midnight, so its figure is no"
					+ " whole yet");
		}
		return Optional.empty();
	}

	/**
	 * Of a day or a week, its last day is too much to leave out; of a month it may be.
	 */
	private static boolean isShort(Cadence cadence) {
		return cadence == Cadence.DAILY || cadence == Cadence.WEEKLY;
	}

	/** Whether its figures count what there is on one day of their period. */
	public static boolean isSnapshot(Measure measure) {
		Target target = measure.target();
		return target != null && target.basis().span() == Basis.Span.SNAPSHOT;
	}

}
