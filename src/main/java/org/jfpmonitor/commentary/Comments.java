package org.jfpmonitor.commentary;

import java.time.LocalDate;

import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.progress.Origin;

/**
 * The store of what people write. Only adds. A comment is about an objective of one
 * edition of a plan; an annotation is about a measure of a plan, in all its editions.
 */
public interface Comments {

	/**
	 * Adds a version of a comment, inside the caller's transaction, which can go on when
	 * it is refused.
	 * @param basedOn the number of the version that the writer had before them, 0 for
	 * none
	 * @return the version as it was added
	 * @throws CommentClash when another one was added since
	 */
	Comment add(PlanId plan, CommentSubject subject, int basedOn, Comment.Stage state, CommentText text, String author,
			Origin origin);

	/**
	 * Adds what a file says as the newest version, final, inside the caller's
	 * transaction. What the newest final version says already adds nothing.
	 * @return whether anything was added
	 */
	boolean addFromFile(PlanId plan, CommentSubject subject, CommentText text, String author, Origin origin);

	/**
	 * Adds an annotation, inside the caller's transaction.
	 * @param plan the edition in force
	 * @param annotation whose number is given by the store
	 * @return its number
	 */
	long annotate(PlanId plan, Annotation annotation);

	/**
	 * Takes an annotation back, inside the caller's transaction.
	 * @return whether it was there and nobody had taken it back
	 */
	boolean withdraw(long annotation, Annotation.AnnotationWithdrawal withdrawal);

	/**
	 * Everything written about the edition in force on the day, with its whole history,
	 * and all annotations of the plan.
	 */
	Commentary commentary(PlanEditions plan, LocalDate asOf);

}
