package org.jfpmonitor.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jfpmonitor.intake.inbox.Upload;
import org.jfpmonitor.intake.inbox.UploadReceived;
import org.jfpmonitor.progress.Sender;

/**
 * The way in for extracts. Importing the same bytes twice changes nothing; an import
 * either publishes whole or not at all. The work itself is done by the steps
 * {@code receive}, {@code publish} and {@code fileAway} of the job of a run.
 */
public interface Intake {

	/**
	 * How much later a file counts as arrived than the one before it in the same run:
	 * enough to tell which came later, and no more.
	 */
	Duration ONE_AFTER_THE_OTHER = Duration.of(1, ChronoUnit.MICROS);

	/**
	 * Names files that a run is to import from wherever they lie and to leave there; a
	 * copy goes to the archive or to the refused. Inside the caller's transaction.
	 * @param again whether known bytes are read once more, after a layout was mended
	 * @param arrivedAt the moment that counts as the arrival of the first of the run
	 * @param apart {@link #ONE_AFTER_THE_OTHER}, or zero where nobody knows which of them
	 * came first
	 */
	void name(long run, List<Path> files, boolean again, Instant arrivedAt, Duration apart);

	/**
	 * What came of the files of the run so far, in their order.
	 * @param cutOffBy what ended the run, for those that it did not come to
	 */
	List<ImportOutcome> outcomes(long run, String cutOffBy);

	/** With how many of its files the run is not done. */
	long undone(long run);

	/** The files with which runs are not done, all together. */
	WaitingFiles waiting();

	/** How many files of the run are in the store. */
	long published(long run);

	/**
	 * How far the run has come.
	 * @param most how many of the files that wait are named
	 */
	RunProgress progress(long run, int most);

	/** Whether the inbox holds a file that is no longer being written. */
	boolean hasFilesWaiting();

	/**
	 * Takes an upload into the inbox under a name of its own and announces
	 * {@link UploadReceived}; it is imported by the run that this starts.
	 * @param fileName the name the sender gave it
	 * @param content the bytes, read to the end and not closed
	 * @param sender who signed in to send it; the file speaks in their name, also when it
	 * is read again
	 */
	Upload upload(String fileName, InputStream content, Sender sender) throws IOException;

	/** Whether an upload lies in the inbox that was not imported before a stop. */
	boolean hasUploadsWaiting();

}
