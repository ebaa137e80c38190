package org.jfpmonitor.intake;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How far a run has come with its files.
 *
 * @param files how many it received
 * @param settled how many of them are published, refused or known, and put away, or
 * passed over
 * @param passedOver how many of these were passed over: they were taken out of the inbox
 * before their turn, or somebody still wrote to them
 * @param readAhead how many of the others have been read and wait to be published
 * @param lines lines read of those that are settled, as far as that is told
 * @param read files that are being read ahead of their turn now, in their order
 * @param waiting the first of the others that are not settled, in the order in which they
 * are published: the first of them is next
 */
public record RunProgress(long files, long settled, long passedOver, long readAhead, long lines, List<FileAtHand> read,
		List<FileAtHand> waiting) {

	public RunProgress {
		read = List.copyOf(read);
		waiting = List.copyOf(waiting);
	}

	/** How many files are left, those included that are being read. */
	public long left() {
		return this.files - this.settled;
	}

	/**
	 * A file that is not settled.
	 *
	 * @param name the name that people read
	 * @param since since when it is being read, or null
	 * @param published whether it is published, refused or known, and still to be put
	 * away
	 * @param trouble what was in its way last, as a sentence, or null
	 */
	public record FileAtHand(String name, @Nullable Instant since, boolean published, @Nullable String trouble) {

	}

}
