package org.jfpmonitor.commentary;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a comment says, as plain text: an empty line begins a paragraph, a line that
 * begins with a dash or a star is an item of a list.
 *
 * @param figures what the figures say
 * @param cause why they say so, or empty
 * @param action what is done about it, or empty
 * @param actionBy by when, or null
 * @param expected what is expected next, or empty
 */
public record CommentText(String figures, String cause, String action, @Nullable LocalDate actionBy, String expected) {

	/** How many characters each part may have. */
	public static final int LONGEST = 4000;

	/** One that says nothing yet. */
	public static final CommentText EMPTY = new CommentText("", "", "", null, "");

	/** The parts that say something, in order. */
	public List<CommentField> parts() {
		String due = (this.actionBy != null) ? ", by " + Period.day(this.actionBy).inWords() : "";
		return Stream
			.of(new CommentField("", this.figures), new CommentField("Cause", this.cause),
					new CommentField("Action" + due, this.action), new CommentField("Expected next", this.expected))
			.filter((part) -> !part.text().isBlank())
			.toList();
	}

	/** One that says what the figures say, and no more. */
	public static CommentText of(String figures) {
		return new CommentText(figures, "", "", null, "");
	}

	/**
	 * One part of what it says.
	 *
	 * @param heading what it is, or empty for what the figures say
	 * @param text as it was written
	 */
	public record CommentField(String heading, String text) {

		/** Its paragraphs and lists. */
		public List<TextBlock> blocks() {
			return TextBlock.of(this.text);
		}

	}

}
