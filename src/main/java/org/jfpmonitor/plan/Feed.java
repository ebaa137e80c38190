package org.jfpmonitor.plan;

import org.jfpmonitor.calendar.Cadence;
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

}
