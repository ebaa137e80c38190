package org.jfpmonitor.publication.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.publication.BoardPaper;
import org.jfpmonitor.publication.board.ReportedStatuses;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps published reports in PostgreSQL; none is ever changed or taken away. */
@Repository
public class PublishedReports implements ReportedStatuses {

	private final JdbcClient jdbc;

	private final PlanVersions plans;

	PublishedReports(JdbcClient jdbc, PlanVersions plans) {
		this.jdbc = jdbc;
		this.plans = plans;
	}

	/**
	 * Every report of the plan, the newest first; where it is the only plan, those of
	 * editions that were taken out of the configuration, too.
	 */
	@Transactional(readOnly = true)
	public List<PublishedReport> all(PlanEditions plan) {
		boolean only = this.plans.current().single().isPresent();
		return all().stream().filter((each) -> only || plan.find(each.plan()).isPresent()).toList();
	}

	private List<PublishedReport> all() {
		Map<Long, List<PublishedReport.PublishedLine>> lines = new HashMap<>();
		this.jdbc.sql("select * from published_report_line order by report, place").query((row) -> {
			lines.computeIfAbsent(row.getLong("report"), (none) -> new ArrayList<>())
				.add(new PublishedReport.PublishedLine(ObjectiveCode.of(row.getString("objective")),
						row.getString("title"), status(row.getString("status")), status(row.getString("computed")),
						row.getString("reason"), row.getString("comment"), row.getString("comment_origin"),
						List.of((String[]) row.getArray("measure_comments").getArray())));
		});
		return this.jdbc.sql("""
				select number, plan, as_of, known_on, plan_version, author, published_at, corrects, correction, opening
				  from published_report order by number desc
				""").query((row, place) -> report(row, lines)).list();
	}

	/** The report of the number, if it is one of the plan. */
	@Transactional(readOnly = true)
	public Optional<PublishedReport> find(PlanEditions plan, long number) {
		return all(plan).stream().filter((each) -> each.number() == number).findFirst();
	}

	/** The newest report of the edition on the day, which none corrects. */
	@Transactional(readOnly = true)
	Optional<PublishedReport> ofDay(PlanId plan, LocalDate asOf) {
		return all().stream().filter((each) -> each.plan().equals(plan) && each.asOf().equals(asOf)).findFirst();
	}

	@Override
	@Transactional(readOnly = true)
	public Map<ObjectiveCode, StatusMark> computed(PlanId plan, Collection<PublishedPosition> positions) {
		Map<ObjectiveCode, PublishedPosition> approved = positions.stream()
			.filter(PublishedPosition::isApproved)
			.collect(Collectors.toMap(PublishedPosition::objective, Function.identity()));
		Map<ObjectiveCode, StatusMark> computed = new HashMap<>();
		if (!approved.isEmpty()) {
			this.jdbc.sql("""
					select report.as_of, report.published_at, line.objective, line.computed
					  from published_report report
					  join published_report_line line on line.report = report.number
					 where report.plan = :plan
					 order by report.number desc
					""").param("plan", plan.value()).query((row) -> {
				ObjectiveCode code = ObjectiveCode.of(row.getString("objective"));
				PublishedPosition position = approved.get(code);
				if (position != null && position.asOf().equals(row.getObject("as_of", LocalDate.class))
						&& !publishedAt(row).isAfter(position.origin().knownAt())) {
					computed.putIfAbsent(code, StatusMark.of(status(row.getString("computed"))));
				}
			});
		}
		return computed;
	}

	@Override
	@Transactional(readOnly = true)
	public Map<Instant, ReportApproval> approvals(PlanId plan) {
		Map<Instant, ReportApproval> approvals = new HashMap<>();
		this.jdbc.sql("select number, author, published_at from published_report where plan = :plan")
			.param("plan", plan.value())
			.query((row) -> {
				approvals.put(publishedAt(row), new ReportApproval(row.getLong("number"), row.getString("author")));
			});
		return approvals;
	}

	/** The report itself, as a piece of HTML that was written when it was approved. */
	String content(long number) {
		return this.jdbc.sql("select content from published_report where number = :number")
			.param("number", number)
			.query(String.class)
			.single();
	}

	/**
	 * The report as a document that was written when it was approved; empty when there is
	 * no such report or document.
	 */
	public Optional<byte[]> document(long number, BoardPaper.Format format) {
		return this.jdbc
			.sql("select content from published_report_document where report = :number and format = :format")
			.param("number", number)
			.param("format", word(format))
			.query((row, place) -> row.getBytes("content"))
			.optional();
	}

	/**
	 * Nobody publishes while the caller's transaction lasts: whoever comes second waits
	 * here, and then sees the first's report.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	void lock() {
		this.jdbc.sql("lock table published_report in share row exclusive mode").update();
	}

	/** The number that the next report gets. */
	@Transactional(propagation = Propagation.MANDATORY)
	long nextNumber() {
		return this.jdbc.sql("select coalesce(max(number), 0) + 1 from published_report").query(Long.class).single();
	}

	/** Adds a report, inside the caller's transaction. */
	@Transactional(propagation = Propagation.MANDATORY)
	void add(PublishedReport report, PlanVersion version, String content, Map<BoardPaper.Format, byte[]> documents) {
		this.jdbc.sql("""
				insert into published_report
				       (number, plan, as_of, known_on, plan_version, plan_fingerprint, corrects, correction, author,
				        published_at, opening, content)
				values (:number, :plan, :asOf, :knownOn, :planVersion, :fingerprint, :corrects, :correction, :author,
				        :publishedAt, :opening, :content)
				""")
			.param("number", report.number())
			.param("plan", version.plan().id().value())
			.param("asOf", report.asOf())
			.param("knownOn", report.knownOn())
			.param("planVersion", report.planVersion())
			.param("fingerprint", version.fingerprint())
			.param("corrects", report.corrects())
			.param("correction", report.correction())
			.param("author", report.author())
			.param("publishedAt", report.publishedAt().atOffset(ZoneOffset.UTC))
			.param("opening", String.join("\n", report.opening()))
			.param("content", content)
			.update();
		for (int place = 0; place < report.lines().size(); place++) {
			PublishedReport.PublishedLine line = report.lines().get(place);
			this.jdbc
				.sql("""
						insert into published_report_line (report, place, objective, title, status, computed, reason, comment,
						                                   comment_origin, measure_comments)
						values (:report, :place, :objective, :title, :status, :computed, :reason, :comment,
						        :commentOrigin, :measureComments)
						""")
				.param("report", report.number())
				.param("place", place)
				.param("objective", line.objective().value())
				.param("title", line.title())
				.param("status", code(line.status()))
				.param("computed", code(line.computed()))
				.param("reason", line.reason())
				.param("comment", line.comment())
				.param("commentOrigin", line.commentOrigin())
				.param("measureComments", line.measureComments().toArray(String[]::new))
				.update();
		}
		documents.forEach((format, document) -> add(report.number(), format, document));
	}

	private void add(long report, BoardPaper.Format format, byte[] document) {
		this.jdbc
			.sql("insert into published_report_document (report, format, content) values (:report, :format, :content)")
			.param("report", report)
			.param("format", word(format))
			.param("content", document)
			.update();
	}

	private static String word(BoardPaper.Format format) {
		return format.name().toLowerCase(Locale.ROOT);
	}

	private static PublishedReport report(ResultSet row, Map<Long, List<PublishedReport.PublishedLine>> lines)
			throws SQLException {
		long number = row.getLong("number");
		return new PublishedReport(number, PlanId.of(row.getString("plan")), row.getObject("as_of", LocalDate.class),
				row.getObject("known_on", LocalDate.class), row.getInt("plan_version"), row.getString("author"),
				publishedAt(row), row.getObject("corrects", Long.class), row.getString("correction"),
				row.getString("opening").lines().toList(), lines.getOrDefault(number, List.of()));
	}

	private static Instant publishedAt(ResultSet row) throws SQLException {
		return row.getObject("published_at", OffsetDateTime.class).toInstant();
	}

	private static @Nullable Status status(@Nullable String code) {
		return Status.coded(code).orElse(null);
	}

	private static @Nullable String code(@Nullable Status status) {
		return (status != null) ? status.code() : null;
	}

}
