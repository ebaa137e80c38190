package org.jfpmonitor.intake.delivery;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.intake.run.ImportOrder;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.plan.id.FeedId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Writes deliveries and arrivals to PostgreSQL, inside the caller's transaction; nothing
 * here updates or deletes.
 */
@Repository
public class DeliveryLog {

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	DeliveryLog(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/**
	 * The number that the next delivery will have. One import runs at a time, so nobody
	 * else is given it; should that fail, the primary key refuses the second.
	 */
	public DeliveryId nextNumber() {
		return DeliveryId.of(this.jdbc.sql("select coalesce(max(id), 0) + 1 from delivery").query(Long.class).single());
	}

	/** The deliveries that earlier readings of the same bytes made. */
	public List<DeliveryId> earlierReadings(ImportOrder order) {
		return this.jdbc.sql("select id from delivery where sha256 = :sha256 and attempt < :attempt order by id")
			.param("sha256", order.sha256())
			.param("attempt", order.attempt())
			.query(Long.class)
			.list()
			.stream()
			.map(DeliveryId::of)
			.toList();
	}

	/** Takes rejects of the delivery as they are found. */
	public RejectLog rejectsOf(DeliveryId delivery) {
		return new RejectLog(this.batches, delivery);
	}

	/** Adds the delivery with its periods, its counts of rejects and its arrival. */
	public void add(Entry entry, RejectLog rejects) {
		rejects.flush();
		addDelivery(entry);
		addPeriods(entry);
		addRejectCounts(entry.id(), rejects.counts());
		addArrival(entry.id(), entry.order(), entry.sighting());
	}

	/**
	 * Adds an arrival of bytes that are known; the same arrival again, after a crash, is
	 * not added twice.
	 * @param sighting which file of the inbox it is; null for a file from elsewhere
	 */
	public void addArrival(DeliveryId delivery, ImportOrder order, @Nullable String sighting) {
		this.jdbc.sql("""
				insert into arrival (delivery, file_name, arrived_at, sighting)
				values (:delivery, :fileName, :arrivedAt, :sighting)
				on conflict do nothing
				""")
			.param("delivery", delivery.value())
			.param("fileName", order.fileName())
			.param("arrivedAt", order.arrivedAt().atOffset(ZoneOffset.UTC))
			.param("sighting", sighting)
			.update();
	}

	private void addDelivery(Entry entry) {
		FeedId feed = entry.feed();
		this.jdbc
			.sql("""
					insert into delivery
					       (id, sha256, attempt, file_name, feed, layout, layout_fingerprint, vintage_day, vintage_version,
					        dated_by, arrived_at, state, read, used, left_out, rejected, figures, added, revised, reports,
					        took_millis, faults, warnings)
					values (:id, :sha256, :attempt, :fileName, :feed, :layout, :layoutFingerprint, :vintageDay,
					        :vintageVersion, :datedBy, :arrivedAt, :state, :read, :used, :leftOut, :rejected, :figures, :added,
					        :revised, :reports, :tookMillis, :faults, :warnings)
					""")
			.param("id", entry.id().value())
			.param("sha256", entry.order().sha256())
			.param("attempt", entry.order().attempt())
			.param("fileName", entry.order().fileName())
			.param("feed", (feed != null) ? feed.value() : null)
			.param("layout", entry.layout())
			.param("layoutFingerprint", entry.layoutFingerprint())
			.param("vintageDay", entry.vintage().day())
			.param("vintageVersion", entry.vintage().version())
			.param("datedBy", entry.vintage().datedBy().name())
			.param("arrivedAt", entry.order().arrivedAt().atOffset(ZoneOffset.UTC))
			.param("state", entry.faults().isEmpty() ? "PUBLISHED" : "REFUSED")
			.param("read", entry.lines().read())
			.param("used", entry.lines().used())
			.param("leftOut", entry.lines().leftOut())
			.param("rejected", entry.lines().rejected())
			.param("figures", entry.news().figures())
			.param("added", entry.news().added())
			.param("revised", entry.news().revised())
			.param("reports", entry.news().reports())
			.param("tookMillis", entry.took().toMillis())
			.param("faults", texts(entry.faults()))
			.param("warnings", texts(entry.warnings()))
			.update();
	}

	private void addPeriods(Entry entry) {
		this.batches.batchUpdate("""
				insert into delivery_period (delivery, period_start, period_end, held) values (?, ?, ?, ?)
				""",
				entry.periods()
					.entrySet()
					.stream()
					.map((each) -> new Object[] { entry.id().value(), each.getKey().start(), each.getKey().lastDay(),
							each.getValue() })
					.toList());
	}

	private void addRejectCounts(DeliveryId delivery, Map<RejectCode, Long> counts) {
		this.batches.batchUpdate("insert into reject_count (delivery, code, rejects) values (?, ?, ?)",
				counts.entrySet()
					.stream()
					.map((each) -> new Object[] { delivery.value(), each.getKey().name(), each.getValue() })
					.toList());
	}

	private static SqlArrayValue texts(Collection<String> texts) {
		return new SqlArrayValue("text", (Object[]) texts.stream().map(StoredText::of).toArray(String[]::new));
	}

	/**
	 * A delivery as it is written down.
	 *
	 * @param id its number
	 * @param order what was to be imported
	 * @param sighting which file of the inbox it was, or null for one from elsewhere
	 * @param feed its feed, or null
	 * @param layout its layout, or null
	 * @param layoutFingerprint the layout as it was then, or null
	 * @param vintage how new the file says it is
	 * @param lines what became of its lines
	 * @param news what it brought
	 * @param periods the periods it speaks for, with whether it brought anything for them
	 * @param took how long reading and publishing took
	 * @param faults why it was refused whole; empty when it was published
	 * @param warnings what its checks found besides
	 */
	public record Entry(DeliveryId id, ImportOrder order, @Nullable String sighting, @Nullable FeedId feed,
			@Nullable String layout, @Nullable String layoutFingerprint, Vintage vintage, ExtractRefused.Counts lines,
			News news, SortedMap<Period, Boolean> periods, Duration took, List<String> faults, List<String> warnings) {

	}

	/**
	 * What a delivery brought.
	 *
	 * @param figures cells published
	 * @param added cells that had no figure before
	 * @param revised cells whose figure differs from the one before
	 * @param reports milestone reports, positions and overrides that say anything new
	 */
	public record News(long figures, long added, long revised, long reports) {

		public static final News NONE = new News(0, 0, 0, 0);

	}

}
