package org.jfpmonitor.publication.objective;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.publication.board.ReportedStatuses.ReportApproval;
import org.jfpmonitor.publication.page.LondonTime;
import org.jfpmonitor.publication.page.SourceLine;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * A position that was published.
 *
 * @param mark the status
 * @param asOf the day that it speaks of, in words
 * @param comment as published, or empty
 * @param reason why it is not the computed status, or empty
 * @param known since when it is known, in words
 * @param source where it was read, or null when it was published with a report
 * @param approval the report that it was published with and who approved that, or null
 * @param outranked whether it was read from a file and does not hold, because a report of
 * the same day was approved
 */
record PositionRow(StatusMark mark, String asOf, String comment, String reason, String known,
		@Nullable SourceLine source, @Nullable ReportApproval approval, boolean outranked) {

	static PositionRow of(PublishedPosition position, @Nullable ReportApproval approval, boolean outranked) {
		return new PositionRow(StatusMark.of(position.status()), Period.day(position.asOf()).inWords(),
				position.comment(), position.reason(), LondonTime.inWords(position.origin().knownAt()),
				SourceLine.of(position.origin()), approval, outranked);
	}

}
