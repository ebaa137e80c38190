package org.jfpmonitor.publication.api;

import java.time.Instant;
import java.time.LocalDate;

import org.jfpmonitor.commentary.Comment;
import org.jfpmonitor.commentary.CommentText;
import org.jspecify.annotations.Nullable;

/**
 * One version of a comment. A null {@code measure} means the objective as a whole;
 * {@code month} is written as {@code 2025-04}, {@code state} is draft or final.
 */
record CommentJson(String objective, @Nullable String measure, String month, int version, String state, String figures,
		String cause, String action, @Nullable LocalDate actionBy, String expected, String author, Instant writtenAt) {

	static CommentJson of(Comment comment) {
		CommentText text = comment.text();
		return new CommentJson(comment.subject().objective().value(),
				(comment.subject().measure() != null) ? comment.subject().measure().value() : null,
				comment.subject().month().toString(), comment.version(), comment.state().code(), text.figures(),
				text.cause(), text.action(), text.actionBy(), text.expected(), comment.author(),
				comment.origin().knownAt());
	}

}
