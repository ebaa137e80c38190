package org.jfpmonitor.publication.comments;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.commentary.Comment;
import org.jfpmonitor.commentary.CommentText;
import org.jfpmonitor.commentary.Commentary;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.page.LondonTime;
import org.jfpmonitor.publication.page.SourceLine;
import org.jspecify.annotations.Nullable;

/**
 * One version of a comment as pages and reports show it.
 *
 * @param parts what it says, the parts that say something
 * @param month the month that it speaks of, in words
 * @param version its number
 * @param isFinal whether everybody may read it
 * @param author who wrote it
 * @param written when, in words
 * @param source where it was read, or null when a person entered it
 */
public record CommentBlock(List<CommentText.CommentField> parts, String month, int version, boolean isFinal,
		String author, String written, @Nullable SourceLine source) {

	public CommentBlock {
		parts = List.copyOf(parts);
	}

	public static CommentBlock of(Comment comment) {
		return new CommentBlock(comment.text().parts(), Period.month(comment.subject().month()).inWords(),
				comment.version(), comment.state() == Comment.Stage.FINAL, comment.author(),
				LondonTime.inWords(comment.origin().knownAt()), SourceLine.of(comment.origin()));
	}

	/** The comment that everybody reads from the viewpoint, or null without one. */
	public static @Nullable CommentBlock shown(Commentary commentary, ObjectiveCode objective,
			@Nullable MeasureId measure, Viewpoint viewpoint) {
		Optional<Comment> shown = commentary.shown(objective, measure, viewpoint.asOf(), viewpoint.knownOn());
		return shown.map(CommentBlock::of).orElse(null);
	}

	/** Its parts as plain text, each but the first after its heading. */
	public String inOneText() {
		return this.parts.stream()
			.map((part) -> part.heading().isEmpty() ? part.text() : part.heading() + ": " + part.text())
			.collect(Collectors.joining("\n\n"));
	}

}
