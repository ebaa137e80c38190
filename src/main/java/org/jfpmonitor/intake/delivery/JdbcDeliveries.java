package org.jfpmonitor.intake.delivery;

import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.extract.result.LineCounts;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.plan.id.FeedId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads deliveries from PostgreSQL. */
@Repository
public class JdbcDeliveries implements Deliveries {

	/** Rejects are read in portions, because there may be millions. */
	private static final int PORTION = 1000;

	private static final String DELIVERY = """
			select delivery.*,
			       array(select period_start from delivery_period
			              where delivery = delivery.id order by period_end, period_start desc) as starts,
			       array(select period_end from delivery_period
			              where delivery = delivery.id order by period_end, period_start desc) as ends
			  from delivery
			""";

	private final JdbcClient jdbc;

	JdbcDeliveries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<Delivery> find(DeliveryId id) {
		return this.jdbc.sql(DELIVERY + "where id = :id")
			.param("id", id.value())
			.query(JdbcDeliveries::delivery)
			.optional();
	}

	@Override
	public Optional<Delivery> find(String sha256) {
		return this.jdbc.sql(DELIVERY + "where sha256 = :sha256 order by attempt desc limit 1")
			.param("sha256", sha256)
			.query(JdbcDeliveries::delivery)
			.optional();
	}

	/** The delivery of these bytes that was made by the given reading of them. */
	public Optional<Delivery> find(String sha256, int attempt) {
		return this.jdbc.sql(DELIVERY + "where sha256 = :sha256 and attempt = :attempt")
			.param("sha256", sha256)
			.param("attempt", attempt)
			.query(JdbcDeliveries::delivery)
			.optional();
	}

	/** How often these bytes were read; 0 for bytes that never came. */
	public int attempts(String sha256) {
		return this.jdbc.sql("select coalesce(max(attempt), 0) from delivery where sha256 = :sha256")
			.param("sha256", sha256)
			.query(Integer.class)
			.single();
	}

	/** Published if any reading of these bytes was. */
	public Delivery.Outcome state(String sha256) {
		return this.jdbc.sql("select exists (select from delivery where sha256 = :sha256 and state = 'published')")
			.param("sha256", sha256)
			.query(Boolean.class)
			.single() ? Delivery.Outcome.PUBLISHED : Delivery.Outcome.REFUSED;
	}

	@Override
	public List<Delivery> newest(LocalDate knownOn, int offset, int limit) {
		return this.jdbc.sql(DELIVERY + """
				where arrived_at < :end
				order by arrived_at desc, id desc
				offset :offset limit :limit
				""")
			.param("end", Today.endOf(knownOn).atOffset(ZoneOffset.UTC))
			.param("offset", offset)
			.param("limit", limit)
			.query(JdbcDeliveries::delivery)
			.list();
	}

	@Override
	public List<Delivery> after(long number) {
		return this.jdbc.sql(DELIVERY + "where id > :number order by id")
			.param("number", number)
			.query(JdbcDeliveries::delivery)
			.list();
	}

	@Override
	public long newestNumber() {
		return this.jdbc.sql("select coalesce(max(id), 0) from delivery").query(Long.class).single();
	}

	@Override
	public long count(LocalDate knownOn) {
		return this.jdbc.sql("select count(*) from delivery where arrived_at < :end")
			.param("end", Today.endOf(knownOn).atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.single();
	}

	@Override
	public List<Arrival> arrivals(DeliveryId id) {
		return this.jdbc.sql("select file_name, arrived_at from arrival where delivery = :id order by arrived_at, id")
			.param("id", id.value())
			.query((row, number) -> new Arrival(row.getString("file_name"),
					row.getObject("arrived_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	@Override
	@Transactional(readOnly = true, noRollbackFor = UncheckedIOException.class)
	public void rejects(DeliveryId id, Consumer<Reject> reader) {
		this.jdbc.sql("select * from reject where delivery = :id order by line, number")
			.withFetchSize(PORTION)
			.param("id", id.value())
			.query((row) -> {
				reader.accept(new Reject(new Place(row.getLong("line"), row.getString("cell")),
						RejectCode.coded(row.getString("code")), row.getString("column_name"), row.getString("found"),
						row.getString("expected")));
			});
	}

	private static Delivery delivery(ResultSet row, int number) throws SQLException {
		@Nullable String feed = row.getString("feed");
		return new Delivery(DeliveryId.of(row.getLong("id")), row.getString("sha256"), row.getString("file_name"),
				(feed != null) ? FeedId.of(feed) : null, row.getString("layout"),
				new Vintage(Vintage.DatedBy.coded(row.getString("dated_by")),
						row.getObject("vintage_day", LocalDate.class), row.getInt("vintage_version")),
				row.getObject("arrived_at", OffsetDateTime.class).toInstant(), row.getString("sender"),
				Delivery.Outcome.coded(row.getString("state")),
				new LineCounts(row.getLong("read"), row.getLong("used"), row.getLong("left_out"),
						row.getLong("rejected"), row.getBoolean("used_withheld")),
				row.getLong("figures"), row.getLong("revised"), periods(row),
				Duration.ofMillis(row.getLong("took_millis")), texts(row, "faults"), texts(row, "warnings"));
	}

	private static List<Period> periods(ResultSet row) throws SQLException {
		Date[] starts = (Date[]) row.getArray("starts").getArray();
		Date[] ends = (Date[]) row.getArray("ends").getArray();
		return IntStream.range(0, starts.length)
			.mapToObj((each) -> Period.ofClosed(starts[each].toLocalDate(), ends[each].toLocalDate()))
			.toList();
	}

	private static List<String> texts(ResultSet row, String column) throws SQLException {
		Array array = row.getArray(column);
		return List.of((String[]) array.getArray());
	}

}
