package org.jfpmonitor.schedule;

import java.time.Instant;
import java.time.LocalDate;

import org.jfpmonitor.intake.ImportOrder;
import org.jspecify.annotations.Nullable;

/**
 * One run as it was begun.
 *
 * @param id its number
 * @param kind what made it start
 * @param day the day it is for
 * @param quiet whether nobody is told of what changed
 * @param startedAt when it was begun; counts as the arrival of what lies in the inbox
 * @param assessed how many of its files were in the store when it recorded its
 * assessment; null when it has recorded none
 */
record RunEntry(long id, RunKind kind, LocalDate day, boolean quiet, Instant startedAt, @Nullable Long assessed) {

	/** What the job is asked to do. */
	ImportOrder order() {
		return new ImportOrder(this.id, this.kind.takesTheInbox(), this.startedAt);
	}

	/** Whether it is replayed as of a moment of the past, which is then also its end. */
	boolean isReplayed() {
		return this.kind == RunKind.DEMONSTRATION;
	}

	/**
	 * The day as of which it assesses: its own, but today when it was begun on an earlier
	 * day and what it found is news.
	 */
	LocalDate assessedAsOf(LocalDate today) {
		boolean late = !this.quiet && !isReplayed() && this.day.isBefore(today);
		return late ? today : this.day;
	}

}
