package org.jfpmonitor.publication.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.commentary.Comment;
import org.jfpmonitor.commentary.CommentSubject;
import org.jfpmonitor.commentary.TextBlock;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.publication.comments.CommentBlock;
import org.jspecify.annotations.Nullable;

/**
 * The comment that a report carries of one objective: what people wrote of the newest
 * month that has ended, unless something was published of a later one. It is blank only
 * where nobody has ever said anything, and what an earlier report said already is named
 * as such.
 *
 * @param written what an owner or an editor wrote, or null
 * @param published what was published, where nobody wrote of a month as new; empty
 * otherwise
 * @param firstPublished the day of the earliest report before this one that said the very
 * same, in words; empty when none did
 */
public record LineComment(@Nullable CommentBlock written, String published, String firstPublished) {

	/**
	 * The comment that a report carries.
	 * @param written the newest final comment whose month has ended by the day
	 * @param positions what was published up to the day, the newest first
	 * @param asOf the day that the report speaks of
	 */
	static LineComment of(Optional<Comment> written, List<PublishedPosition> positions, LocalDate asOf) {
		List<PublishedPosition> said = positions.stream().filter((each) -> !each.comment().isBlank()).toList();
		Optional<PublishedPosition> newest = said.stream().findFirst();
		return written.filter((each) -> newest.filter((position) -> speaksOfLater(position, each)).isEmpty())
			.map(CommentBlock::of)
			.map((block) -> new LineComment(block, "", firstPublished(block.inOneText(), said, asOf)))
			.orElseGet(() -> newest.map(PublishedPosition::comment)
				.map((text) -> new LineComment(null, text, firstPublished(text, said, asOf)))
				.orElse(new LineComment(null, "", "")));
	}

	private static boolean speaksOfLater(PublishedPosition position, Comment written) {
		return CommentSubject.newestMonth(position.asOf()).isAfter(written.subject().month())
				&& !position.comment().equals(CommentBlock.of(written).inOneText());
	}

	private static String firstPublished(String text, List<PublishedPosition> said, LocalDate asOf) {
		return said.stream()
			.filter((each) -> each.asOf().isBefore(asOf) && each.comment().equals(text))
			.reduce((later, earlier) -> earlier)
			.map((each) -> Period.day(each.asOf()).inWords())
			.orElse("");
	}

	/** What it says, as plain text; empty when nobody has said anything. */
	public String text() {
		return (this.written != null) ? this.written.inOneText() : this.published;
	}

	/** What was published, by paragraphs and lists. */
	public List<TextBlock> publishedBlocks() {
		return TextBlock.of(this.published);
	}

	/**
	 * The month that it speaks of and whether it was published before; empty for what was
	 * published for the very day of the report.
	 */
	public String origin() {
		String published = this.firstPublished.isEmpty() ? "" : "s published on " + this.firstPublished;
		if (this.written == null) {
			return published.isEmpty() ? "" : "A" + published;
		}
		return "For " + this.written.month() + (published.isEmpty() ? "" : ", a" + published);
	}

	/** Whether an earlier report has said the very same. */
	public boolean isRepeated() {
		return !this.firstPublished.isEmpty();
	}

}
