package org.jfpmonitor.commentary;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.progress.Origin;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds versions to PostgreSQL; what people wrote is never updated or deleted. */
@Repository
class JdbcComments implements Comments {

	private final JdbcClient jdbc;

	JdbcComments(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY, noRollbackFor = CommentClash.class)
	public Comment add(PlanId plan, CommentSubject subject, int basedOn, Comment.Stage state, CommentText text,
			String author, Origin origin) {
		lock();
		Optional<Comment> newest = new Commentary(comments(plan), List.of()).newest(subject);
		if (newest.isPresent() && newest.get().version() != basedOn) {
			throw new CommentClash(basedOn, newest.get());
		}
		Comment added = new Comment(subject, newest.map(Comment::version).orElse(0) + 1, state, text, author, origin);
		insert(plan, added);
		return added;
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean addFromFile(PlanId plan, CommentSubject subject, CommentText text, String author, Origin origin) {
		lock();
		List<Comment> versions = new Commentary(comments(plan), List.of()).versions(subject);
		boolean said = versions.stream()
			.filter((each) -> each.state() == Comment.Stage.FINAL)
			.reduce((earlier, later) -> later)
			.filter((each) -> each.text().equals(text))
			.isPresent();
		if (!said) {
			insert(plan, new Comment(subject, versions.size() + 1, Comment.Stage.FINAL, text, author, origin));
		}
		return !said;
	}

	/**
	 * Two people at once, in one instance or two: the later waits here and then sees the
	 * earlier's version, so that the refusal can show it.
	 */
	private void lock() {
		this.jdbc.sql("lock table comment_version in share row exclusive mode").update();
	}

	private void insert(PlanId plan, Comment comment) {
		CommentSubject subject = comment.subject();
		CommentText text = comment.text();
		Origin origin = comment.origin();
		this.jdbc
			.sql("""
					insert into comment_version
					       (plan, objective, measure, month, version, state, figures, cause, action, action_by, expected,
					        author, delivery, file_name, line, cell, known_at)
					values (:plan, :objective, :measure, :month, :version, :state, :figures, :cause, :action, :actionBy, :expected,
					        :author, :delivery, :fileName, :line, :cell, :knownAt)
					""")
			.param("plan", plan.value())
			.param("objective", subject.objective().value())
			.param("measure", (subject.measure() != null) ? subject.measure().value() : null)
			.param("month", subject.month().atDay(1))
			.param("version", comment.version())
			.param("state", comment.state().code())
			.param("figures", text.figures())
			.param("cause", text.cause())
			.param("action", text.action())
			.param("actionBy", text.actionBy())
			.param("expected", text.expected())
			.param("author", comment.author())
			.param("delivery", (origin.delivery() != null) ? origin.delivery().value() : null)
			.param("fileName", origin.fileName())
			.param("line", origin.place().line())
			.param("cell", origin.place().cell())
			.param("knownAt", origin.knownAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public long annotate(PlanId plan, Annotation annotation) {
		return this.jdbc.sql("""
				insert into annotation (plan, measure, first_day, last_day, words, author, known_at)
				values (:plan, :measure, :first, :last, :words, :author, :knownAt) returning id
				""")
			.param("plan", plan.value())
			.param("measure", annotation.measure().value())
			.param("first", annotation.days().start())
			.param("last", annotation.days().lastDay())
			.param("words", annotation.words())
			.param("author", annotation.author())
			.param("knownAt", annotation.knownAt().atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.single();
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean withdraw(long annotation, Annotation.AnnotationWithdrawal withdrawal) {
		return this.jdbc.sql("""
				insert into annotation_withdrawal (annotation, author, known_at)
				select id, :author, :knownAt from annotation where id = :annotation
				on conflict (annotation) do nothing
				""")
			.param("annotation", annotation)
			.param("author", withdrawal.author())
			.param("knownAt", withdrawal.knownAt().atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

	@Override
	@Transactional(readOnly = true)
	public Commentary commentary(PlanEditions plan, LocalDate asOf) {
		return new Commentary(comments(plan.on(asOf).plan().id()), annotations(plan));
	}

	private List<Comment> comments(PlanId plan) {
		return this.jdbc.sql("select * from comment_version where plan = :plan order by id")
			.param("plan", plan.value())
			.query(JdbcComments::comment)
			.list();
	}

	private static Comment comment(ResultSet row, int number) throws SQLException {
		String measure = row.getString("measure");
		@Nullable Long delivery = row.getObject("delivery", Long.class);
		return new Comment(
				new CommentSubject(ObjectiveCode.of(row.getString("objective")),
						(measure != null) ? MeasureId.of(measure) : null,
						YearMonth.from(row.getObject("month", LocalDate.class))),
				row.getInt("version"), Comment.Stage.coded(row.getString("state")),
				new CommentText(row.getString("figures"), row.getString("cause"), row.getString("action"),
						row.getObject("action_by", LocalDate.class), row.getString("expected")),
				row.getString("author"),
				new Origin((delivery != null) ? DeliveryId.of(delivery) : null, row.getString("file_name"),
						new Place(row.getLong("line"), row.getString("cell")), moment(row, "known_at")));
	}

	private List<Annotation> annotations(PlanEditions plan) {
		return this.jdbc.sql("""
				select annotation.*, withdrawal.author as withdrawn_by, withdrawal.known_at as withdrawn_at
				  from annotation left join annotation_withdrawal withdrawal on withdrawal.annotation = annotation.id
				 where annotation.plan in (:editions)
				 order by annotation.id
				""")
			.param("editions", plan.all().stream().map((each) -> each.plan().id().value()).toList())
			.query((row, number) -> {
				String withdrawnBy = row.getString("withdrawn_by");
				return new Annotation(row.getLong("id"), MeasureId.of(row.getString("measure")),
						Period.ofClosed(row.getObject("first_day", LocalDate.class),
								row.getObject("last_day", LocalDate.class)),
						row.getString("words"), row.getString("author"), moment(row, "known_at"), (withdrawnBy != null)
								? new Annotation.AnnotationWithdrawal(withdrawnBy, moment(row, "withdrawn_at")) : null);
			})
			.list();
	}

	private static Instant moment(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
