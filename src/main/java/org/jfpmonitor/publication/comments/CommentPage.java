package org.jfpmonitor.publication.comments;

import java.util.List;

import org.jfpmonitor.commentary.Comment;
import org.jfpmonitor.publication.EnteredDay;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * The form on which a comment is written.
 *
 * @param code the code of the objective
 * @param title the objective in a few words
 * @param measure the id of the one measure that it speaks of, or empty
 * @param measureTitle its title, or empty
 * @param month the month, such as {@code 2025-04}
 * @param monthInWords the same in words
 * @param mark the status at the end of the month, as known today
 * @param why the reason for it
 * @param entered what stands in the fields
 * @param version the version that the fields began with, 0 for none
 * @param theirs the version that was added meanwhile, or null
 * @param versions every version, newest first
 * @param months other months, newest first
 */
record CommentPage(String code, String title, String measure, String measureTitle, String month, String monthInWords,
		StatusMark mark, String why, EnteredComment entered, int version, @Nullable CommentBlock theirs,
		List<CommentBlock> versions, List<Month> months) {

	CommentPage {
		versions = List.copyOf(versions);
		months = List.copyOf(months);
	}

	/**
	 * What stands in the fields.
	 *
	 * @param figures what the figures say
	 * @param cause why
	 * @param action what is done about it
	 * @param actionBy by when
	 * @param expected what is expected next
	 */
	record EnteredComment(String figures, String cause, String action, EnteredDay actionBy, String expected) {

		static final EnteredComment NOTHING = new EnteredComment("", "", "", EnteredDay.NONE, "");

		static EnteredComment of(Comment comment) {
			var text = comment.text();
			return new EnteredComment(text.figures(), text.cause(), text.action(),
					(text.actionBy() != null) ? EnteredDay.of(text.actionBy()) : EnteredDay.NONE, text.expected());
		}

	}

	/**
	 * Another month that can be written about.
	 *
	 * @param month such as {@code 2025-04}
	 * @param inWords the same in words
	 * @param state what there is of it, in words
	 */
	record Month(String month, String inWords, String state) {

	}

}
