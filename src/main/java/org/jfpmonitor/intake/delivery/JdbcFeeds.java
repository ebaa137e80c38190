package org.jfpmonitor.intake.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.calendar.WorkingDays;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.intake.delivery.FeedStanding.Imports;
import org.jfpmonitor.observation.Observations;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads from PostgreSQL how each feed stands. */
@Repository
public class JdbcFeeds implements Feeds {

	private final JdbcClient jdbc;

	private final Observations observations;

	private final Today today;

	JdbcFeeds(JdbcClient jdbc, Observations observations, Today today) {
		this.jdbc = jdbc;
		this.observations = observations;
		this.today = today;
	}

	@Override
	@Transactional(readOnly = true)
	public List<FeedStanding> standings(Plan plan) {
		Map<String, FeedTotals> totals = totals();
		Map<String, Map<RejectCode, Long>> rejects = rejects();
		return plan.feeds()
			.stream()
			.map((feed) -> standing(feed, plan, totals.getOrDefault(feed.id().value(), FeedTotals.NONE),
					rejects.getOrDefault(feed.id().value(), Map.of())))
			.toList();
	}

	private FeedStanding standing(Feed feed, Plan plan, FeedTotals totals, Map<RejectCode, Long> rejects) {
		Period latest = latest(feed, plan, totals);
		LocalDate due = nextDue(feed, plan, latest);
		Map<RejectCode, Long> rejected = new EnumMap<>(RejectCode.class);
		for (RejectCode code : RejectCode.values()) {
			rejected.put(code, rejects.getOrDefault(code, 0L));
		}
		return new FeedStanding(feed, totals.imports(), latest, due,
				due != null && feed.isOverdue(due, this.today.day()), rejected);
	}

	/**
	 * The newest period held of the feed's measures, whichever layout brought it, or that
	 * its reports speak of. The planned figures of another measure come ahead of time and
	 * say nothing of whether the feed is up to date.
	 */
	private @Nullable Period latest(Feed feed, Plan plan, FeedTotals totals) {
		Set<MeasureId> planned = plan.measures()
			.stream()
			.flatMap((measure) -> planned(measure).stream())
			.collect(Collectors.toSet());
		List<MeasureId> measures = plan.measures()
			.stream()
			.filter((measure) -> measure.feed().equals(feed.id()) && !planned.contains(measure.id()))
			.map(Measure::figures)
			.toList();
		return Stream
			.concat(this.observations.latestPeriod(measures, this.today.day()).stream(),
					Stream.ofNullable(totals.reported()))
			.max(Comparator.naturalOrder())
			.orElse(null);
	}

	private static Optional<MeasureId> planned(Measure measure) {
		return Optional.ofNullable(measure.target())
			.map(Target::trajectory)
			.filter(Trajectory.Supplied.class::isInstance)
			.map((trajectory) -> ((Trajectory.Supplied) trajectory).planned());
	}

	/**
	 * When the extract for the period after the latest one is due; for a feed of which
	 * nothing ever came, that for the first period of the plan.
	 */
	private static @Nullable LocalDate nextDue(Feed feed, Plan plan, @Nullable Period latest) {
		if (feed.ended()) {
			return null;
		}
		Period expected = (latest != null) ? feed.cadence().next(feed.cadence().periodOf(latest.lastDay()))
				: feed.cadence().periodOf(plan.duration().start());
		return feed.due(expected, WorkingDays.ofEngland());
	}

	/**
	 * A later arrival of bytes that are published worked, although it changed nothing; a
	 * period that is not over yet, such as that of a planned figure, is none that is
	 * held.
	 */
	private Map<String, FeedTotals> totals() {
		Map<String, FeedTotals> totals = new HashMap<>();
		this.jdbc
			.sql("""
					select counted.*, newest.took_millis, newest.read, newest.used_withheld, newest.rejected, newest.revised,
					       latest.period_start, latest.period_end
					  from (select feed, max(arrival.arrived_at) as last_attempt,
					               max(arrival.arrived_at) filter (where state = 'published') as last_success,
					               max(delivery.arrived_at) filter (where added + revised + reports > 0) as last_change,
					               count(distinct delivery.id) as imports,
					               count(distinct delivery.id) filter (where state = 'refused') as failures
					          from delivery join arrival on arrival.delivery = delivery.id
					         where feed is not null
					         group by feed) counted
					  join lateral (select * from delivery
					                 where feed = counted.feed
					                 order by arrived_at desc, id desc limit 1) newest on true
					  left join lateral (select period_start, period_end
					                       from delivery_period join delivery on delivery.id = delivery_period.delivery
					                      where feed = counted.feed and figures = 0 and held and period_end <= :today
					                      order by period_end desc, period_start limit 1) latest on true
					""")
			.param("today", this.today.day())
			.query((row) -> {
				totals.put(row.getString("feed"), totals(row));
			});
		return totals;
	}

	private Map<String, Map<RejectCode, Long>> rejects() {
		Map<String, Map<RejectCode, Long>> rejects = new HashMap<>();
		this.jdbc.sql("""
				select feed, code, sum(rejects) as rejects
				  from reject_count join delivery on delivery.id = reject_count.delivery
				 where feed is not null
				 group by feed, code
				""").query((row) -> {
			rejects.computeIfAbsent(row.getString("feed"), (feed) -> new EnumMap<>(RejectCode.class))
				.put(RejectCode.coded(row.getString("code")), row.getLong("rejects"));
		});
		return rejects;
	}

	private static FeedTotals totals(ResultSet row) throws SQLException {
		LocalDate start = row.getObject("period_start", LocalDate.class);
		Imports imports = new Imports(instant(row, "last_attempt"), instant(row, "last_success"),
				instant(row, "last_change"), Duration.ofMillis(row.getLong("took_millis")),
				row.getBoolean("used_withheld") ? null : row.getLong("read"), row.getLong("rejected"),
				row.getLong("revised"), row.getLong("imports"), row.getLong("failures"));
		return new FeedTotals(imports,
				(start != null) ? Period.ofClosed(start, row.getObject("period_end", LocalDate.class)) : null);
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
		return (moment != null) ? moment.toInstant() : null;
	}

	/**
	 * What the store knows of one feed.
	 *
	 * @param imports what its extracts came to
	 * @param reported the newest period for which it reported something that is no figure
	 */
	private record FeedTotals(Imports imports, @Nullable Period reported) {

		static final FeedTotals NONE = new FeedTotals(Imports.NONE, null);

	}

}
