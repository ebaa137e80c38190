package org.jfpmonitor.intake.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.plan.Feed;
import org.jspecify.annotations.Nullable;

/**
 * How a feed stands.
 *
 * @param feed which one
 * @param imports what its extracts came to
 * @param latestPeriod the newest period held, or null when none is
 * @param nextDue the day by which the next extract is due, or null once the collection
 * has ended
 * @param overdue whether that day and the grace have passed
 * @param rejected lines refused in all imports, by code; every code is present
 */
public record FeedStanding(Feed feed, Imports imports, @Nullable Period latestPeriod, @Nullable LocalDate nextDue,
		boolean overdue, Map<RejectCode, Long> rejected) {

	public FeedStanding {
		rejected = Map.copyOf(rejected);
	}

	/** Whether the last extract that was published brought nothing new. */
	public boolean broughtNothingNew() {
		return this.imports.lastSuccess != null
				&& (this.imports.lastChange == null || this.imports.lastChange.isBefore(this.imports.lastSuccess));
	}

	/** The one word for it. */
	public Freshness state() {
		if (this.feed.ended()) {
			return Freshness.ENDED;
		}
		if (this.overdue) {
			return Freshness.OVERDUE;
		}
		return (this.imports.lastSuccess == null) ? Freshness.NEVER_ARRIVED : Freshness.UP_TO_DATE;
	}

	/**
	 * What the extracts of a feed came to. Null means that it never happened.
	 *
	 * @param lastAttempt when one last arrived, whatever became of it
	 * @param lastSuccess when one was last published
	 * @param lastChange when one last brought anything new
	 * @param lastDuration how long the last import took
	 * @param lastRead lines read in the last import, or null where that is withheld
	 * @param lastRejected lines refused in the last import
	 * @param lastRevised cells that the last import changed
	 * @param count how many were imported
	 * @param failures how many were refused whole
	 */
	public record Imports(@Nullable Instant lastAttempt, @Nullable Instant lastSuccess, @Nullable Instant lastChange,
			@Nullable Duration lastDuration, @Nullable Long lastRead, long lastRejected, long lastRevised, long count,
			long failures) {

		/** None came yet. */
		public static final Imports NONE = new Imports(null, null, null, null, 0L, 0, 0, 0, 0);

	}

	/** How a feed stands, in a word. */
	public enum Freshness {

		/** The next extract is due and its days of grace have passed too. */
		OVERDUE,
		/** None was ever published, and none is overdue yet. */
		NEVER_ARRIVED,
		/** Nothing is overdue. */
		UP_TO_DATE,
		/** The collection has ended and nothing more is due. */
		ENDED

	}

}
