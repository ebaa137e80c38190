package org.jfpmonitor.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.jfpmonitor.intake.delivery.Deliveries;
import org.jfpmonitor.intake.inbox.UploadReceived;
import org.jfpmonitor.progress.Sender;

/**
 * The way in for extracts. Importing the same bytes twice changes nothing; an import
 * either publishes whole or not at all.
 */
public interface Intake {

	/**
	 * Imports every file of the inbox that is no longer being written, oldest first, and
	 * files each away.
	 * @param arrivedAt the moment that counts as their arrival
	 */
	List<ImportOutcome> importInbox(Instant arrivedAt);

	/** Whether the inbox holds a file that is no longer being written. */
	boolean hasFilesWaiting();

	/**
	 * Imports one file from wherever it lies and leaves it there; a copy goes to the
	 * archive or to the refused.
	 * @param arrivedAt the moment that counts as its arrival
	 */
	ImportOutcome importFile(Path file, Instant arrivedAt);

	/**
	 * Reads a delivery's archived or refused file again, after its layout was mended.
	 * @param arrivedAt the moment that counts as the arrival of the new reading
	 */
	ImportOutcome importAgain(Path file, Instant arrivedAt);

	/**
	 * Takes an upload into the inbox under a name of its own and announces
	 * {@link UploadReceived}; it is imported by the run that this starts.
	 * @param fileName the name the sender gave it
	 * @param content the bytes, read to the end and not closed
	 * @param sender who signed in to send it; the file speaks in their name, also when it
	 * is read again
	 * @return the fingerprint of the bytes, by which {@link Deliveries} will find the
	 * delivery
	 */
	String upload(String fileName, InputStream content, Sender sender) throws IOException;

	/** Whether an upload lies in the inbox that was not imported before a stop. */
	boolean hasUploadsWaiting();

}
