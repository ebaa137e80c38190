package org.jfpmonitor.intake.delivery;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jfpmonitor.progress.Sender;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.progress.PlainText;

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
	public List<DeliveryId> earlierReadings(ReceivedFile file) {
		return this.jdbc.sql("select id from delivery where sha256 = :sha256 and attempt < :attempt order by id")
			.param("sha256", file.sha256())
			.param("attempt", file.attempt())
			.query(Long.class)
			.list()
			.stream()
			.map(DeliveryId::of)
			.toList();
	}

	/**
	 * Whether lines of the delivery were refused because its sender may not say such
	 * things, and another one has sent its bytes since who may.
	 */
	public boolean mayBeSaidNow(Delivery earlier, Sender sender) {
		return sender.speaksForOrganisation() && sender.name() != null && !sender.name().equals(earlier.sender())
				&& this.jdbc.sql("select exists (select from reject_count where delivery = :delivery and code = :code)")
					.param("delivery", earlier.id().value())
					.param("code", RejectCode.NOT_PERMITTED.code())
					.query(Boolean.class)
					.single();
	}

	/** The layout by which the delivery was read; empty when there is none. */
	public String layoutOf(DeliveryId delivery) {
		return this.jdbc.sql("select layout from delivery where id = :id and layout is not null")
			.param("id", delivery.value())
			.query(String.class)
			.optional()
			.orElse("");
	}

	/** Takes rejects of the delivery as they are found. */
	public RejectLog rejectsOf(DeliveryId delivery) {
		return new RejectLog(this.batches, delivery);
	}

	/** Adds the delivery with its periods, its counts of rejects and its arrival. */
	public void add(NewDelivery delivery, RejectLog rejects) {
		rejects.flush();
		addDelivery(delivery);
		addPeriods(delivery);
		addRejectCounts(delivery.id(), rejects.counts());
		addArrival(delivery.id(), delivery.file());
	}

	/**
	 * Adds an arrival of bytes that are known; the same arrival again, after a crash, is
	 * not added twice.
	 */
	public void addArrival(DeliveryId delivery, ReceivedFile file) {
		this.jdbc.sql("""
				insert into arrival (delivery, file_name, arrived_at, stamp)
				values (:delivery, :fileName, :arrivedAt, :stamp)
				on conflict do nothing
				""")
			.param("delivery", delivery.value())
			.param("fileName", file.fileName())
			.param("arrivedAt", file.arrivedAt().atOffset(ZoneOffset.UTC))
			.param("stamp", file.stamp())
			.update();
	}

	private void addDelivery(NewDelivery delivery) {
		FeedId feed = delivery.feed();
		this.jdbc
			.sql("""
					insert into delivery
					       (id, sha256, attempt, file_name, feed, layout, layout_fingerprint, vintage_day, vintage_version,
					        dated_by, arrived_at, sender, state, read, used, used_withheld, left_out, rejected, figures, added, revised, reports,
					        took_millis, faults, warnings)
					values (:id, :sha256, :attempt, :fileName, :feed, :layout, :layoutFingerprint, :vintageDay,
					        :vintageVersion, :datedBy, :arrivedAt, :sender, :state, :read, :used, :usedWithheld, :leftOut, :rejected, :figures, :added,
					        :revised, :reports, :tookMillis, :faults, :warnings)
					""")
			.param("id", delivery.id().value())
			.param("sha256", delivery.file().sha256())
			.param("attempt", delivery.file().attempt())
			.param("fileName", delivery.file().fileName())
			.param("feed", (feed != null) ? feed.value() : null)
			.param("layout", delivery.layout())
			.param("layoutFingerprint", delivery.layoutFingerprint())
			.param("vintageDay", delivery.vintage().day())
			.param("vintageVersion", delivery.vintage().version())
			.param("datedBy", delivery.vintage().datedBy().code())
			.param("arrivedAt", delivery.file().arrivedAt().atOffset(ZoneOffset.UTC))
			.param("sender", delivery.file().sender().name())
			.param("state",
					(delivery.faults().isEmpty() ? Delivery.Outcome.PUBLISHED : Delivery.Outcome.REFUSED).code())
			.param("read", delivery.lines().read())
			.param("used", delivery.lines().used())
			.param("usedWithheld", delivery.lines().rounded())
			.param("leftOut", delivery.lines().leftOut())
			.param("rejected", delivery.lines().rejected())
			.param("figures", delivery.news().figures())
			.param("added", delivery.news().added())
			.param("revised", delivery.news().revised())
			.param("reports", delivery.news().reports())
			.param("tookMillis", delivery.took().toMillis())
			.param("faults", texts(delivery.faults()))
			.param("warnings", texts(delivery.warnings()))
			.update();
	}

	private void addPeriods(NewDelivery delivery) {
		this.batches.batchUpdate("""
				insert into delivery_period (delivery, period_start, period_end, held) values (?, ?, ?, ?)
				""",
				delivery.periods()
					.entrySet()
					.stream()
					.map((each) -> new Object[] { delivery.id().value(), each.getKey().start(), each.getKey().lastDay(),
							each.getValue() })
					.toList());
	}

	private void addRejectCounts(DeliveryId delivery, Map<RejectCode, Long> counts) {
		this.batches.batchUpdate("insert into reject_count (delivery, code, rejects) values (?, ?, ?)",
				counts.entrySet()
					.stream()
					.map((each) -> new Object[] { delivery.value(), each.getKey().code(), each.getValue() })
					.toList());
	}

	private static SqlArrayValue texts(Collection<String> texts) {
		return new SqlArrayValue("text", (Object[]) texts.stream().map(PlainText::writable).toArray(String[]::new));
	}

}
