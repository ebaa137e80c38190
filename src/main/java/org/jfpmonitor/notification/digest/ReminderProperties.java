package org.jfpmonitor.notification.digest;

import java.time.LocalDate;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether and when owners are reminded.
 *
 * @param reminder whether the first run of a month also tells each owner what is still
 * underperforming or delayed
 * @param reportDue the days by which comments for a report are due; nobody is reminded of
 * any other
 * @param reportReminderDays how many days before such a day owners are told whose comment
 * is not final yet
 */
@ConfigurationProperties("jfp.mail")
public record ReminderProperties(@DefaultValue("false") boolean reminder, @DefaultValue List<LocalDate> reportDue,
		@DefaultValue("14") int reportReminderDays) {

	private static final int MOST_DAYS = 180;

	public ReminderProperties {
		reportDue = List.copyOf(reportDue);
		if (reportReminderDays < 1 || reportReminderDays > MOST_DAYS) {
			throw new IllegalArgumentException("jfp.mail.report-reminder-days: expected 1 to " + MOST_DAYS
					+ " days, found " + reportReminderDays + ". Correct it in application.yaml.");
		}
	}

	/**
	 * The days of reports of which owners are reminded on the day, the day itself too.
	 */
	public List<LocalDate> dueSoon(LocalDate day) {
		return this.reportDue.stream()
			.filter((due) -> !due.isBefore(day) && !due.isAfter(day.plusDays(this.reportReminderDays)))
			.sorted()
			.toList();
	}

}
