package org.jfpmonitor.assessment.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.WorkingDays;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Measure;

/**
 * The periods of a measure whose figures are due, beyond their grace, and not held.
 *
 * @param periods oldest first, all newer than the newest period held; never empty
 * @param due the day by which the oldest of them was due
 */
record Overdue(List<Period> periods, LocalDate due) {

	/**
	 * What is overdue of a measure, or empty when nothing is. A period counts when its
	 * last day is on or before {@code asOf} and the grace of its feed has passed on
	 * {@code knownOn}; of an ended feed nothing more is due.
	 * @param newestHeld the newest period of the measure's cadence that is held
	 */
	static Optional<Overdue> of(Measure measure, Feed feed, Period newestHeld, LocalDate asOf, LocalDate knownOn) {
		List<Period> overdue = new ArrayList<>();
		if (!feed.ended()) {
			Period slot = measure.cadence().lastOver(asOf);
			while (slot.lastDay().isAfter(newestHeld.lastDay())) {
				if (!overdue.isEmpty() || feed.isOverdue(due(feed, slot), knownOn)) {
					overdue.add(slot);
				}
				slot = measure.cadence().previous(slot);
			}
		}
		Collections.reverse(overdue);
		return overdue.isEmpty() ? Optional.empty() : Optional.of(new Overdue(overdue, due(feed, overdue.get(0))));
	}

	/** The newest period that is overdue. */
	Period newest() {
		return this.periods.get(this.periods.size() - 1);
	}

	/**
	 * When the figure for the period is due. A feed whose extracts span longer than the
	 * period, such as a quarterly one of monthly figures, brings it with the extract that
	 * the period ends in.
	 */
	private static LocalDate due(Feed feed, Period slot) {
		return feed.due(feed.cadence().periodOf(slot.lastDay()), WorkingDays.ofEngland());
	}

}
