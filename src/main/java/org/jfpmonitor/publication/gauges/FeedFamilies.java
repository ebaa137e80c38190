package org.jfpmonitor.publication.gauges;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.prometheus.metrics.model.snapshots.Labels;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.intake.delivery.FeedStanding;
import org.jfpmonitor.plan.id.FeedId;
import org.jspecify.annotations.Nullable;

/**
 * The families of the feeds, which belong to all plans: a feed is due by the plan that
 * waits for it first.
 */
final class FeedFamilies {

	private final Exposition exposition;

	private final Map<FeedId, FeedStanding> standings = new LinkedHashMap<>();

	FeedFamilies(Exposition exposition) {
		this.exposition = exposition;
	}

	/** The feeds as one of the plans sees them. */
	void take(List<FeedStanding> ofPlan) {
		ofPlan.forEach((each) -> this.standings.merge(each.feed().id(), each, FeedFamilies::first));
	}

	private static FeedStanding first(FeedStanding one, FeedStanding other) {
		Instant due = overdueFrom(one);
		Instant otherDue = overdueFrom(other);
		return (otherDue != null && (due == null || otherDue.isBefore(due))) ? other : one;
	}

	void add() {
		this.standings.values().forEach(this::feed);
	}

	private void feed(FeedStanding standing) {
		Labels labels = Labels.of("feed", standing.feed().id().value());
		this.exposition.info(Family.FEED,
				labels.add("title", standing.feed().title()).add("cadence", standing.feed().cadence().word()));
		this.exposition.time(Family.FEED_ATTEMPT, labels, standing.imports().lastAttempt());
		this.exposition.time(Family.FEED_SUCCESS, labels, standing.imports().lastSuccess());
		this.exposition.time(Family.FEED_CHANGE, labels, standing.imports().lastChange());
		this.exposition.day(Family.FEED_PERIOD_END, labels,
				(standing.latestPeriod() != null) ? standing.latestPeriod().lastDay() : null);
		this.exposition.time(Family.FEED_DUE, labels, overdueFrom(standing));
		lastImport(standing, labels);
		standing.rejected()
			.forEach((code, rows) -> this.exposition.count(Family.FEED_REJECTS, labels.add("reason", code.code()),
					rows));
		this.exposition.count(Family.FEED_IMPORTS, labels, standing.imports().count());
		this.exposition.count(Family.FEED_FAILURES, labels, standing.imports().failures());
	}

	private void lastImport(FeedStanding standing, Labels labels) {
		Duration took = standing.imports().lastDuration();
		if (took != null) {
			this.exposition.number(Family.FEED_DURATION, labels, took.toMillis() / 1000.0);
			Long read = standing.imports().lastRead();
			if (read != null) {
				this.exposition.count(Family.FEED_READ, labels, read);
			}
			this.exposition.count(Family.FEED_REJECTED, labels, standing.imports().lastRejected());
			this.exposition.count(Family.FEED_REVISED, labels, standing.imports().lastRevised());
		}
	}

	/** The first moment at which {@link FeedStanding#overdue()} would be true. */
	private static @Nullable Instant overdueFrom(FeedStanding standing) {
		return (standing.nextDue() != null) ? Today.endOf(standing.nextDue().plusDays(standing.feed().graceDays()))
				: null;
	}

}
