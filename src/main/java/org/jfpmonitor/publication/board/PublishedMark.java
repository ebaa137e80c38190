package org.jfpmonitor.publication.board;

import java.util.List;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.commentary.TextBlock;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.publication.page.SourceLine;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * The published position as a page shows it.
 *
 * @param mark the published status
 * @param asOf the day it speaks of, in words
 * @param comment as published
 * @param reason why it is not the computed status, or empty
 * @param source where it was read, or null when a person entered it
 */
public record PublishedMark(StatusMark mark, String asOf, String comment, String reason, @Nullable SourceLine source) {

	public static @Nullable PublishedMark of(@Nullable PublishedPosition position) {
		if (position == null) {
			return null;
		}
		return new PublishedMark(StatusMark.of(position.status()), Period.day(position.asOf()).inWords(),
				position.comment(), position.reason(), SourceLine.of(position.origin()));
	}

	/** The comment by paragraphs and lists. */
	public List<TextBlock> commentBlocks() {
		return TextBlock.of(this.comment);
	}

}
