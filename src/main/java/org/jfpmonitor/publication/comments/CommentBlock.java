package org.jfpmonitor.publication.comments;

import java.time.LocalDate;
import java.util.ArrayList;
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
public record CommentBlock(List<CommentPart> parts, String month, int version, boolean isFinal, String author,
		String written, @Nullable SourceLine source) {

	public CommentBlock {
		parts = List.copyOf(parts);
	}

	public static CommentBlock of(Comment comment) {
		return new CommentBlock(parts(comment.text()), Period.month(comment.subject().month()).inWords(),
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

	private static List<CommentPart> parts(CommentText text) {
		List<CommentPart> parts = new ArrayList<>();
		add(parts, "", text.figures());
		add(parts, "Cause", text.cause());
		LocalDate by = text.actionBy();
		add(parts, (by != null) ? "Action, by " + Period.day(by).inWords() : "Action", text.action());
		add(parts, "Expected next", text.expected());
		return parts;
	}

	private static void add(List<CommentPart> parts, String heading, String text) {
		if (!text.isBlank()) {
			parts.add(new CommentPart(heading, text, TextBlock.of(text)));
		}
	}

	/**
	 * One part of what it says.
	 *
	 * @param heading what it is, or empty for what the figures say
	 * @param text as it was written
	 * @param blocks its paragraphs and lists
	 */
	public record CommentPart(String heading, String text, List<TextBlock> blocks) {

		public CommentPart {
			blocks = List.copyOf(blocks);
		}

	}

}
