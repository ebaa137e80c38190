package org.jfpmonitor.commentary;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jspecify.annotations.Nullable;

/**
 * Everything that people wrote about one edition of the plan, with its whole history,
 * answering as of a day and as known on a day.
 *
 * @param comments every version of every comment
 * @param annotations every annotation of the plan, withdrawn ones too
 */
public record Commentary(List<Comment> comments, List<Annotation> annotations) {

	private static final Comparator<Comment> IN_ORDER = Comparator
		.<Comment, LocalDate>comparing((each) -> each.subject().asOf())
		.thenComparing(Comment::version);

	public Commentary {
		comments = List.copyOf(comments);
		annotations = List.copyOf(annotations);
	}

	/**
	 * The comment that everybody reads: the newest final version, known by the end of
	 * {@code knownOn}, for the newest month that had ended by {@code asOf}.
	 * @param measure the one measure, or null for the objective as a whole
	 */
	public Optional<Comment> shown(ObjectiveCode objective, @Nullable MeasureId measure, LocalDate asOf,
			LocalDate knownOn) {
		return this.comments.stream()
			.filter(of(objective).and((each) -> isOf(measure, each) && each.state() == Comment.Stage.FINAL
					&& !each.subject().asOf().isAfter(asOf) && each.origin().isKnownOn(knownOn)))
			.max(IN_ORDER);
	}

	/** Every version of a comment, the oldest first. */
	public List<Comment> versions(CommentSubject subject) {
		return this.comments.stream().filter((each) -> each.subject().equals(subject)).sorted(IN_ORDER).toList();
	}

	/** The newest version of a comment, a draft too. */
	public Optional<Comment> newest(CommentSubject subject) {
		return this.comments.stream().filter((each) -> each.subject().equals(subject)).max(IN_ORDER);
	}

	/**
	 * Every final version about the objective or a measure of it that was known by the
	 * end of the day, the newest month first, and of each the newest version first.
	 */
	public List<Comment> history(ObjectiveCode objective, LocalDate knownOn) {
		return this.comments.stream()
			.filter(of(objective)
				.and((each) -> each.state() == Comment.Stage.FINAL && each.origin().isKnownOn(knownOn)))
			.sorted(IN_ORDER.reversed())
			.toList();
	}

	/** Every annotation that held by what was known at the end of the day. */
	public List<Annotation> annotations(LocalDate knownOn) {
		return this.annotations.stream()
			.filter((each) -> each.knownAt().isBefore(Today.endOf(knownOn)))
			.filter((each) -> each.withdrawn() == null || !each.withdrawn().knownAt().isBefore(Today.endOf(knownOn)))
			.toList();
	}

	/**
	 * The annotations of the measure that held by what was known at the end of the day,
	 * in the order of their days.
	 */
	public List<Annotation> annotations(MeasureId measure, LocalDate knownOn) {
		return annotations(knownOn).stream()
			.filter((each) -> each.measure().equals(measure))
			.sorted(Comparator.comparing((Annotation each) -> each.days().start()).thenComparing(Annotation::number))
			.toList();
	}

	private static Predicate<Comment> of(ObjectiveCode objective) {
		return (each) -> each.subject().objective().equals(objective);
	}

	private static boolean isOf(@Nullable MeasureId measure, Comment comment) {
		MeasureId found = comment.subject().measure();
		return (measure != null) ? measure.equals(found) : found == null;
	}

}
