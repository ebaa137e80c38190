package org.jfpmonitor.commentary;

import java.time.LocalDate;

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

	/** One that says what the figures say, and no more. */
	public static CommentText of(String figures) {
		return new CommentText(figures, "", "", null, "");
	}

}
