package org.jfpmonitor.plan;

import java.time.LocalDate;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.WorkingDays;
import org.jfpmonitor.plan.id.EmailAddress;
import org.jfpmonitor.plan.id.FeedId;
import org.jspecify.annotations.Nullable;

/**
 * A regular supply of extracts.
 *
 * @param id its name in files and labels
 * @param title its name for people
 * @param cadence how often it comes
 * @param lagDays how many days after the end of a period its extract is due
 * @param graceDays how many days late an extract may be before figures count as overdue
 * @param owner who is told of refused or overdue extracts, or null for the office
 * @param ended true when the collection has ended and nothing more is due
 */
public record Feed(FeedId id, String title, Cadence cadence, int lagDays, int graceDays, @Nullable EmailAddress owner,
		boolean ended) {

	/**
	 * The day by which the extract for the period is due: its last day plus the lag,
	 * moved to the next working day when nobody works on that day.
	 */
	public LocalDate due(Period period, WorkingDays workingDays) {
		return workingDays.sameOrNext(period.lastDay().plusDays(this.lagDays));
	}

	/**
	 * Whether an extract due on the day is overdue today: the grace has passed, its last
	 * day included.
	 */
	public boolean isOverdue(LocalDate due, LocalDate today) {
		return today.isAfter(due.plusDays(this.graceDays));
	}

}
