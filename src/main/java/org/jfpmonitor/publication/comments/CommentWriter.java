package org.jfpmonitor.publication.comments;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;

import org.jfpmonitor.audit.Action;
import org.jfpmonitor.audit.AuditTrail;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.commentary.Comment;
import org.jfpmonitor.commentary.CommentSubject;
import org.jfpmonitor.commentary.CommentText;
import org.jfpmonitor.commentary.Comments;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.progress.Origin;
import org.jfpmonitor.publication.Entry;
import org.jfpmonitor.publication.page.Visitor;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes a comment from a page or from a program: from editors about every objective, from
 * owners about their own. The author is who signed in.
 */
@Component
public class CommentWriter {

	private final Comments comments;

	private final AuditTrail trail;

	private final Today today;

	private final TransactionOperations transactions;

	CommentWriter(Comments comments, AuditTrail trail, Today today, TransactionOperations transactions) {
		this.comments = comments;
		this.trail = trail;
		this.today = today;
		this.transactions = transactions;
	}

	/**
	 * Adds a version.
	 * @throws AccessDeniedException unless the visitor may write about the objective
	 * @throws org.jfpmonitor.publication.RefusedEntry naming every fault of what was sent
	 * @throws org.jfpmonitor.commentary.CommentClash when another version was added since
	 * the one that the writer had before them
	 */
	public Comment write(WantedComment wanted, PlanEditions editions, Visitor visitor) {
		Plan plan = plan(wanted.month(), editions);
		Optional<Objective> objective = plan.objectives()
			.stream()
			.filter((each) -> each.code().value().equals(wanted.objective()))
			.findFirst();
		if (!visitor.writesFor(objective.map(Objective::owner).orElse(null))) {
			throw new AccessDeniedException("Comments are taken from editors and from the owner of the objective");
		}
		Entry entry = new Entry();
		entry.expect(objective.isPresent(), "objective", "the code of an objective of the plan", wanted.objective(),
				"Choose an objective of the plan");
		MeasureId measure = measure(wanted.measure(), objective, entry);
		Optional<YearMonth> month = month(wanted.month(), plan, entry);
		Optional<Comment.Stage> state = state(wanted.state(), entry);
		int basedOn = (wanted.version() != null) ? wanted.version() : 0;
		CommentText text = text(wanted, month, state.filter((each) -> each == Comment.Stage.FINAL).isPresent(), entry);
		entry.refuseFaults();
		CommentSubject subject = new CommentSubject(objective.orElseThrow().code(), measure, month.orElseThrow());
		String author = visitor.signedIn();
		return Objects.requireNonNull(this.transactions.execute((transaction) -> {
			Comment added = this.comments.add(plan.id(), subject, basedOn, state.orElseThrow(), text, author,
					new Origin(null, null, Place.line(0), this.today.now()));
			this.trail.add(Action.COMMENT, author, inWords(added) + ", plan " + plan.id());
			return added;
		}));
	}

	/**
	 * The edition in force at the end of the month sent; today's where none was, or none
	 * that is a month, which is said of the month.
	 */
	private Plan plan(@Nullable String month, PlanEditions editions) {
		return editions.on(month(month).map(YearMonth::atEndOfMonth).orElse(this.today.day())).plan();
	}

	private static String inWords(Comment comment) {
		CommentSubject subject = comment.subject();
		return "Objective %s%s, %s: version %d, %s".formatted(subject.objective(),
				(subject.measure() != null) ? ", measure " + subject.measure() : "",
				Period.month(subject.month()).inWords(), comment.version(), comment.state().code());
	}

	private static @Nullable MeasureId measure(@Nullable String sent, Optional<Objective> objective, Entry entry) {
		if (sent == null || sent.isBlank()) {
			return null;
		}
		Optional<MeasureId> measure = objective.stream()
			.flatMap((each) -> each.measures().stream())
			.map(Measure::id)
			.filter((each) -> each.value().equals(sent))
			.findFirst();
		entry.expect(measure.isPresent(), "measure", "a measure by which the objective is judged, or nothing", sent,
				"Choose a measure of the objective");
		return measure.orElse(null);
	}

	private Optional<YearMonth> month(@Nullable String sent, Plan plan, Entry entry) {
		YearMonth newest = CommentSubject.newestMonth(this.today.day());
		Optional<YearMonth> month = month(sent).filter((each) -> !each.isAfter(newest));
		entry.expect(month.isPresent(), "month", "a month that has ended, such as " + newest, sent,
				"Choose a month that has ended");
		month.ifPresent(
				(each) -> entry.expect(isOf(plan, each), "month", "a month of the plan, which runs " + days(plan), sent,
						"Choose a month of the plan, which runs " + days(plan)));
		return month;
	}

	/** Whether the plan speaks of a day of the month. */
	public static boolean isOf(Plan plan, YearMonth month) {
		return !month.atEndOfMonth().isBefore(plan.duration().start())
				&& !month.atDay(1).isAfter(plan.duration().lastDay());
	}

	/** From when to when the plan runs, in words. */
	static String days(Plan plan) {
		return "from " + Period.day(plan.duration().start()).inWords() + " to "
				+ Period.day(plan.duration().lastDay()).inWords();
	}

	/** The month in the text, such as {@code 2025-04}; empty when it is none. */
	static Optional<YearMonth> month(@Nullable String text) {
		if (text == null || !text.matches("[0-9]{4}-[0-9]{2}")) {
			return Optional.empty();
		}
		try {
			return Optional.of(YearMonth.parse(text));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static Optional<Comment.Stage> state(@Nullable String sent, Entry entry) {
		Optional<Comment.Stage> state = Optional.ofNullable(sent)
			.filter((each) -> each.equals("draft") || each.equals("final"))
			.map((each) -> each.equals("final") ? Comment.Stage.FINAL : Comment.Stage.DRAFT);
		entry.expect(state.isPresent(), "state", "draft or final", sent, "Save it as a draft or make it final");
		return state;
	}

	/** Field by field, in the order of the form. */
	private CommentText text(WantedComment wanted, Optional<YearMonth> month, boolean isFinal, Entry entry) {
		String figures = entry.text("figures", wanted.figures(), CommentText.LONGEST, "What the figures say");
		entry.expect(!isFinal || !figures.isEmpty(), "figures", "what the figures say", null,
				"Enter what the figures say before you make the comment final");
		String cause = entry.text("cause", wanted.cause(), CommentText.LONGEST, "Cause");
		String action = entry.text("action", wanted.action(), CommentText.LONGEST, "Action");
		boolean dated = wanted.actionBy() != null && !wanted.actionBy().isBlank();
		entry.expect(!isFinal || !dated || !action.isEmpty(), "action", "the action that has this date", null,
				"Enter the action that is done by this date");
		LocalDate now = this.today.day();
		Optional<LocalDate> actionBy = entry.day("actionBy", wanted.actionBy(), now.plusMonths(3),
				"The date of the action");
		actionBy.ifPresent((day) -> entry.expect(Math.abs(day.getYear() - now.getYear()) <= 20, "actionBy",
				"a day within twenty years of today", wanted.actionBy(),
				"The date of the action must be within twenty years of today"));
		Optional<LocalDate> earliest = month.map((each) -> each.atDay(1));
		if (earliest.isPresent() && actionBy.isPresent()) {
			entry.expect(!actionBy.get().isBefore(earliest.get()), "actionBy", "a day on or after " + earliest.get(),
					wanted.actionBy(), "The date of the action must be on or after "
							+ Period.day(earliest.get()).inWords() + ", when the month of the comment begins");
		}
		entry.expect(!isFinal || dated || action.isEmpty(), "actionBy", "the day by which the action is done", null,
				"Enter the date by which the action is done");
		String expected = entry.text("expected", wanted.expected(), CommentText.LONGEST, "What is expected next");
		return new CommentText(figures, cause, action, actionBy.orElse(null), expected);
	}

	/**
	 * A comment as it was sent.
	 *
	 * @param objective the code of the objective
	 * @param measure the one measure that it speaks of; absent for the objective as a
	 * whole
	 * @param month the month that it speaks of, such as {@code 2025-04}; one that has
	 * ended
	 * @param state {@code draft}, which only those see who may write it, or {@code final}
	 * @param version the version that the writer had before them; 0 or absent for none
	 * @param figures what the figures say
	 * @param cause why
	 * @param action what is done about it
	 * @param actionBy by when
	 * @param expected what is expected next
	 */
	public record WantedComment(@Nullable String objective, @Nullable String measure, @Nullable String month,
			@Nullable String state, @Nullable Integer version, @Nullable String figures, @Nullable String cause,
			@Nullable String action, @Nullable String actionBy, @Nullable String expected) {

	}

}
