package org.jfpmonitor.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.MilestoneId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds reports to PostgreSQL; what people said is never updated or deleted. */
@Repository
class JdbcProgressReports implements ProgressReports {

	private final JdbcClient jdbc;

	private final NamedParameterJdbcTemplate batches;

	JdbcProgressReports(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void recordMilestones(PlanId plan, List<MilestoneReport> reports) {
		this.batches.batchUpdate(
				"""
						insert into milestone_report
						       (plan, milestone, as_of, forecast, achieved, withdrawn, comment, delivery, file_name, line, cell,
						        known_at)
						values (:plan, :milestone, :asOf, :forecast, :achieved, :withdrawn, :comment, :delivery, :fileName, :line, :cell, :knownAt)
						""",
				reports.stream()
					.map((each) -> from(plan, each.origin()).addValue("milestone", each.milestone().value())
						.addValue("asOf", each.asOf())
						.addValue("forecast", each.forecast())
						.addValue("achieved", each.achieved())
						.addValue("withdrawn", each.withdrawn())
						.addValue("comment", each.comment()))
					.toArray(SqlParameterSource[]::new));
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void recordPositions(PlanId plan, List<PublishedPosition> positions) {
		this.batches.batchUpdate(
				"""
						insert into published_position
						       (plan, objective, as_of, status, comment, reason, delivery, file_name, line, cell, known_at)
						values (:plan, :objective, :asOf, :status, :comment, :reason, :delivery, :fileName, :line, :cell, :knownAt)
						""",
				positions.stream()
					.map((each) -> from(plan, each.origin()).addValue("objective", each.objective().value())
						.addValue("asOf", each.asOf())
						.addValue("status", (each.status() != null) ? each.status().code() : null)
						.addValue("comment", each.comment())
						.addValue("reason", each.reason()))
					.toArray(SqlParameterSource[]::new));
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = OverlappingOverride.class)
	public void recordOverride(PlanId plan, StatusOverride override) {
		lockOverrides();
		for (StatusOverride existing : overrides(plan).values()) {
			if (existing.saysTheSameAs(override)
					&& (existing.revocations().isEmpty() || isFromAFile(override.origin()))) {
				return;
			}
			Optional<StatusOverride> inForce = existing.inForce();
			if (existing.objective().equals(override.objective()) && inForce.filter(override::overlaps).isPresent()) {
				throw new OverlappingOverride(override, inForce.get());
			}
		}
		this.jdbc
			.sql("""
					insert into status_override
					       (plan, objective, status, reason, author, valid_from, valid_until, held, delivery, file_name, line,
					        cell, known_at)
					values (:plan, :objective, :status, :reason, :author, :from, :until, daterange(:from, :until, '[]'), :delivery,
					        :fileName, :line, :cell, :knownAt)
					""")
			.paramSource(from(plan, override.origin()).addValue("objective", override.objective().value())
				.addValue("status", override.status().code())
				.addValue("reason", override.reason())
				.addValue("author", override.author())
				.addValue("from", override.from())
				.addValue("until", override.until()))
			.update();
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = NoSuchOverride.class)
	public boolean recordRevocation(PlanId plan, ObjectiveCode objective, Revocation revocation) {
		lockOverrides();
		Map<Long, StatusOverride> overrides = overrides(plan);
		if (isFromAFile(revocation.origin()) && overrides.values()
			.stream()
			.filter((each) -> each.objective().equals(objective))
			.flatMap((each) -> each.revocations().stream())
			.anyMatch(revocation::saysTheSameAs)) {
			return false;
		}
		long revoked = overrides.entrySet()
			.stream()
			.filter((each) -> each.getValue().objective().equals(objective)
					&& each.getValue().isInForceOn(revocation.from()))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElseThrow(() -> noSuchOverride(objective, revocation.from(), overrides.values()));
		this.jdbc.sql("""
				insert into override_revocation
				       (override, from_day, reason, author, delivery, file_name, line, cell, known_at)
				values (:override, :from, :reason, :author, :delivery, :fileName, :line, :cell, :knownAt)
				""")
			.paramSource(from(plan, revocation.origin()).addValue("override", revoked)
				.addValue("from", revocation.from())
				.addValue("reason", revocation.reason())
				.addValue("author", revocation.author()))
			.update();
		this.jdbc.sql("update status_override set held = held * daterange(null, :from) where id = :override")
			.param("from", revocation.from())
			.param("override", revoked)
			.update();
		return true;
	}

	/** None of these rows is ever removed. */
	@Override
	public String fingerprint() {
		return this.jdbc
			.sql("""
					select concat_ws(' ', (select count(*) from milestone_report), (select count(*) from published_position),
					                 (select count(*) from status_override), (select count(*) from override_revocation))
					""")
			.query(String.class)
			.single();
	}

	@Override
	@Transactional(readOnly = true)
	public ReportLedger ledger(PlanId plan) {
		return new ReportLedger(milestones(plan), positions(plan), List.copyOf(overrides(plan).values()));
	}

	/** Says who was faster, where somebody has ended what would hold on the day. */
	private static NoSuchOverride noSuchOverride(ObjectiveCode objective, LocalDate day,
			Collection<StatusOverride> overrides) {
		return overrides.stream()
			.filter((each) -> each.objective().equals(objective) && each.holdsOn(day))
			.flatMap((each) -> each.revocations().stream())
			.filter((each) -> !each.from().isAfter(day))
			.max(Comparator.comparing((each) -> each.origin().knownAt()))
			.map((ended) -> new NoSuchOverride(objective, ended))
			.orElseGet(() -> new NoSuchOverride(objective, day));
	}

	/** Files repeat what they said before; a person who says it again means it. */
	private static boolean isFromAFile(Origin origin) {
		return origin.delivery() != null;
	}

	/**
	 * Two people at once, in one instance or two: the later waits here and then sees the
	 * earlier's override, so that the refusal can name it. The exclusion constraint of
	 * the table would refuse it too, but spoil the transaction.
	 */
	private void lockOverrides() {
		this.jdbc.sql("lock table status_override in share row exclusive mode").update();
	}

	private List<MilestoneReport> milestones(PlanId plan) {
		return this.jdbc.sql("select * from milestone_report where plan = :plan order by id")
			.param("plan", plan.value())
			.query((row, number) -> new MilestoneReport(MilestoneId.of(row.getString("milestone")),
					row.getObject("as_of", LocalDate.class), row.getObject("forecast", LocalDate.class),
					row.getObject("achieved", LocalDate.class), row.getBoolean("withdrawn"), row.getString("comment"),
					origin(row)))
			.list();
	}

	private List<PublishedPosition> positions(PlanId plan) {
		return this.jdbc.sql("select * from published_position where plan = :plan order by id")
			.param("plan", plan.value())
			.query((row, number) -> new PublishedPosition(ObjectiveCode.of(row.getString("objective")),
					row.getObject("as_of", LocalDate.class), (row.getString("status") != null) ? status(row) : null,
					row.getString("comment"), row.getString("reason"), origin(row)))
			.list();
	}

	private static Status status(ResultSet row) throws SQLException {
		String code = row.getString("status");
		return Status.coded(code).orElseThrow(() -> new IllegalStateException("There is no status " + code));
	}

	/** Every override of the edition by its number, in the order they were set. */
	private Map<Long, StatusOverride> overrides(PlanId plan) {
		Map<Long, List<Revocation>> revocations = new HashMap<>();
		this.jdbc.sql("select * from override_revocation order by id").query((row) -> {
			revocations.computeIfAbsent(row.getLong("override"), (each) -> new ArrayList<>())
				.add(new Revocation(row.getObject("from_day", LocalDate.class), row.getString("reason"),
						row.getString("author"), origin(row)));
		});
		Map<Long, StatusOverride> overrides = new LinkedHashMap<>();
		this.jdbc.sql("select * from status_override where plan = :plan order by id")
			.param("plan", plan.value())
			.query((row) -> {
				long id = row.getLong("id");
				overrides.put(id, new StatusOverride(ObjectiveCode.of(row.getString("objective")), status(row),
						row.getString("reason"), row.getString("author"), row.getObject("valid_from", LocalDate.class),
						row.getObject("valid_until", LocalDate.class), origin(row),
						revocations.getOrDefault(id, List.of())));
			});
		return overrides;
	}

	private static MapSqlParameterSource from(PlanId plan, Origin origin) {
		DeliveryId delivery = origin.delivery();
		return new MapSqlParameterSource("delivery", (delivery != null) ? delivery.value() : null)
			.addValue("plan", plan.value())
			.addValue("fileName", origin.fileName())
			.addValue("line", origin.place().line())
			.addValue("cell", origin.place().cell())
			.addValue("knownAt", origin.knownAt().atZone(Today.LONDON).toOffsetDateTime());
	}

	private static Origin origin(ResultSet row) throws SQLException {
		@Nullable Long delivery = row.getObject("delivery", Long.class);
		return new Origin((delivery != null) ? DeliveryId.of(delivery) : null, row.getString("file_name"),
				new Place(row.getLong("line"), row.getString("cell")),
				row.getObject("known_at", OffsetDateTime.class).toInstant());
	}

}
