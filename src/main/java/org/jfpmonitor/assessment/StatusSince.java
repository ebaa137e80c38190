package org.jfpmonitor.assessment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jfpmonitor.assessment.Assessments.MonthEnd;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;

/**
 * Since when figures and milestones put an objective in the status that they put it in
 * now, without a break, by its month ends as they are known now.
 *
 * @param month the month of the first of those month ends; the month of the day itself
 * where the last month end had another status
 * @param orBefore whether that is the oldest month end looked at and the edition judges
 * an earlier one, so that it may have been so for longer
 */
public record StatusSince(YearMonth month, boolean orBefore) {

	/** How many month ends are looked at. */
	private static final int MONTHS = 12;

	/** The last 12 month ends on or before the day, oldest first. */
	public static List<LocalDate> monthEnds(LocalDate day) {
		YearMonth month = YearMonth.from(day);
		YearMonth last = month.atEndOfMonth().equals(day) ? month : month.minusMonths(1);
		return IntStream.rangeClosed(1 - MONTHS, 0).mapToObj((back) -> last.plusMonths(back).atEndOfMonth()).toList();
	}

	/**
	 * Since when the status is what it is on the day; empty when there is none.
	 * @param computed the status on the day, or empty when it could not be assessed
	 * @param monthEnds one a month, oldest first, the last of them the newest on or
	 * before the day; fewer than 12 where the edition of the plan began since
	 * @param begins the first day that the edition judges
	 */
	static Optional<StatusSince> of(ObjectiveCode objective, Optional<Status> computed, LocalDate day,
			List<MonthEnd> monthEnds, LocalDate begins) {
		return computed.map((status) -> {
			int first = monthEnds.size();
			while (first > 0 && monthEnds.get(first - 1).computed().get(objective) == status) {
				first--;
			}
			LocalDate since = (first < monthEnds.size()) ? monthEnds.get(first).day() : day;
			return new StatusSince(YearMonth.from(since),
					first == 0 && !monthEnds.isEmpty() && !since.withDayOfMonth(1).minusDays(1).isBefore(begins));
		});
	}

	/** {@code January 2025}, or {@code May 2024 or before}. */
	public String inWords() {
		return Period.month(this.month).inWords() + (this.orBefore ? " or before" : "");
	}

}
