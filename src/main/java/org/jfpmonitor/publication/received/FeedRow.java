package org.jfpmonitor.publication.received;

import java.time.Instant;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.intake.delivery.FeedStanding;
import org.jfpmonitor.publication.page.LondonTime;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * How one feed stands, as a page shows it.
 *
 * @param id its name in files
 * @param title its name for people
 * @param cadence how often it comes
 * @param state how it stands
 * @param lastArrived when an extract last arrived, in words
 * @param lastPublished when one was last published, in words
 * @param nothingNew true when the last extract was published and brought nothing new
 * @param latestPeriod the newest period held, in words
 * @param nextDue the day the next extract is due, in words
 * @param imports extracts imported
 * @param failures extracts refused whole
 * @param rejected lines refused in all
 */
record FeedRow(String id, String title, String cadence, FeedMark state, String lastArrived, String lastPublished,
		boolean nothingNew, String latestPeriod, String nextDue, String imports, String failures, String rejected) {

	static FeedRow of(FeedStanding standing) {
		long rejected = standing.rejected().values().stream().mapToLong(Long::longValue).sum();
		return new FeedRow(standing.feed().id().value(), standing.feed().title(), standing.feed().cadence().word(),
				FeedMark.valueOf(standing.state().name()), moment(standing.imports().lastAttempt()),
				moment(standing.imports().lastSuccess()), standing.broughtNothingNew(),
				(standing.latestPeriod() != null) ? standing.latestPeriod().inWords() : "None yet",
				(standing.nextDue() != null) ? Period.day(standing.nextDue()).inWords() : "Nothing more is due",
				DeliveryRow.number(standing.imports().count()), DeliveryRow.number(standing.imports().failures()),
				DeliveryRow.number(rejected));
	}

	private static String moment(@Nullable Instant moment) {
		return (moment != null) ? LondonTime.inWords(moment) : "Never";
	}

	/** How a feed stands. */
	enum FeedMark {

		OVERDUE("Overdue", "red", StatusMark.UNDERPERFORMANCE.shape()),
		NEVER_ARRIVED("Never arrived", "yellow", StatusMark.NOT_ASSESSED.shape()),
		UP_TO_DATE("Up to date", "green", StatusMark.ON_TRACK.shape()),
		ENDED("Ended", "grey", StatusMark.NO_LONGER_APPLICABLE.shape());

		private final String words;

		private final String colour;

		private final String shape;

		FeedMark(String words, String colour, String shape) {
			this.words = words;
			this.colour = colour;
			this.shape = shape;
		}

		public String words() {
			return this.words;
		}

		public String colour() {
			return this.colour;
		}

		public String shape() {
			return this.shape;
		}

	}

}
