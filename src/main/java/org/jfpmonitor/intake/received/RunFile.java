package org.jfpmonitor.intake.received;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.jfpmonitor.intake.delivery.ReceivedFile;
import org.jfpmonitor.intake.inbox.FileNames;
import org.jfpmonitor.intake.inbox.FileStamp;
import org.jfpmonitor.intake.inbox.Fingerprint;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.progress.Sender;
import org.jspecify.annotations.Nullable;

/**
 * A file of a run, and how far it came.
 *
 * @param run the run's number
 * @param number its place in the order in which the run publishes, from 1
 * @param path where it lies
 * @param named whether somebody named it; otherwise it was found in the inbox
 * @param again whether it is read once more although its bytes are known
 * @param arrivedAt the moment that counts as its arrival
 * @param print its bytes; null until they were fingerprinted
 * @param delivery what became of it; null until it is published, refused or known again
 * @param known whether its bytes came before
 * @param done whether nothing of it is left to do
 * @param trouble why it was left, as a sentence; null when nothing was in its way
 */
public record RunFile(long run, int number, Path path, boolean named, boolean again, Instant arrivedAt,
		@Nullable Print print, @Nullable DeliveryId delivery, boolean known, boolean done, @Nullable String trouble) {

	/** The name that people read. */
	public String fileName() {
		return (this.print != null) ? fileName(this.print.sha256()) : FileNames.shown(this.path);
	}

	/** The archive puts the fingerprint into names; it is nothing for people to read. */
	private String fileName(String sha256) {
		return FileNames.shown(this.path, sha256);
	}

	/**
	 * The file as it arrived.
	 * @param attempt 1 for the first reading of these bytes, counting up
	 * @param stamp which file of the inbox it is; null for a file from elsewhere
	 */
	public ReceivedFile received(Print read, int attempt, @Nullable String stamp, Sender sender) {
		return new ReceivedFile(read.sha256(), attempt, fileName(read.sha256()), this.arrivedAt, stamp, sender);
	}

	/**
	 * The bytes of a file at one moment.
	 *
	 * @param sha256 their fingerprint, in hexadecimal
	 * @param seen what a look at the file showed then
	 */
	public record Print(String sha256, String seen) {

		/** Takes it; empty when somebody writes to the file meanwhile. */
		public static Optional<Print> of(Path file) throws IOException {
			String seen = FileStamp.of(file).toString();
			String sha256 = Fingerprint.of(file);
			return isAsSeen(file, seen) ? Optional.of(new Print(sha256, seen)) : Optional.empty();
		}

		/** Whether the file still looks as it did. */
		public boolean isOf(Path file) throws IOException {
			return isAsSeen(file, this.seen);
		}

		private static boolean isAsSeen(Path file, String seen) throws IOException {
			return FileStamp.of(file).toString().equals(seen);
		}

	}

}
