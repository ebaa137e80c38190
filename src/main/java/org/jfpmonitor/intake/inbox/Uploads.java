package org.jfpmonitor.intake.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.jfpmonitor.audit.Action;
import org.jfpmonitor.audit.AuditTrail;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.intake.delivery.Deliveries;
import org.jfpmonitor.intake.delivery.UploadLog;
import org.jfpmonitor.progress.Sender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes uploads into the inbox, whole or not at all. */
@Component
public class Uploads {

	private static final Logger logger = LoggerFactory.getLogger(Uploads.class);

	private static final int LONGEST_NAME = 100;

	/** What some system does not take in a name, and what would leave the folder. */
	private static final Pattern UNSAFE = Pattern.compile("[\\\\/:*?\"<>|\\x00-\\x1f\\x7f\uFFFD]+");

	private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

	private final Path inbox;

	private final UploadLog log;

	private final Deliveries deliveries;

	private final AuditTrail trail;

	private final Today today;

	private final ApplicationEventPublisher events;

	Uploads(DataFolders folders, UploadLog log, Deliveries deliveries, AuditTrail trail, Today today,
			ApplicationEventPublisher events) {
		this.inbox = folders.inbox();
		this.log = log;
		this.deliveries = deliveries;
		this.trail = trail;
		this.today = today;
		this.events = events;
	}

	/**
	 * Takes the bytes under a name of its own. Who sent them is written down before the
	 * file can be seen, so that no reader takes it for the folder owner's.
	 * @throws UploadNotKept when there is no room for it, or it breaks off
	 */
	public Upload take(String fileName, InputStream content, Sender sender) throws IOException {
		String name = FileNames.within(FileNames.encoding(), safe(fileName));
		MessageDigest digest = DigestUtils.getSha256Digest();
		Path unfinished = AtomicFile.unfinishedBeside(this.inbox.resolve(name));
		try {
			FolderRights.make(this.inbox);
			AtomicFile.writeThrough(unfinished, (bytes) -> new DigestInputStream(content, digest).transferTo(bytes));
			String sha256 = Hex.encodeHexString(digest.digest());
			Path target = target(name);
			boolean known = this.deliveries.find(sha256).isPresent();
			long upload = this.log.add(sha256, FileNames.shown(target), sender, this.today.now());
			AtomicFile.move(unfinished, target);
			this.trail.add(Action.UPLOAD, sender.name(), FileNames.shown(target) + ", upload " + upload);
			this.events.publishEvent(new UploadReceived(FileNames.shown(target), sha256));
			return new Upload(sha256, known);
		}
		catch (IOException ex) {
			throw new UploadNotKept(FileNames.shown(name), ex);
		}
		finally {
			remove(unfinished);
		}
	}

	/** Where even that fails, the reason for the upload's failure is the one to tell. */
	private static void remove(Path unfinished) {
		try {
			Files.deleteIfExists(unfinished);
		}
		catch (IOException ex) {
			logger.debug("{} stays", unfinished, ex);
		}
	}

	/** Whether a file in the inbox has come by an upload. */
	public boolean areWaiting() {
		try (Stream<Path> files = Files.list(this.inbox)) {
			return this.log.holdsAnyOf(files.map(FileNames::shown).toList());
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Another file that waits under the name is not replaced. What is put before it tells
	 * nothing of the bytes, because the name is shown to everybody.
	 */
	private Path target(String name) {
		Path plain = this.inbox.resolve(name);
		return Files.exists(plain) ? this.inbox.resolve(UUID.randomUUID().toString().substring(0, 8) + "-" + name)
				: plain;
	}

	/**
	 * A name that every system takes, that stays in the folder and that the inbox does
	 * not pass over: the last part of what the sender says, cleaned.
	 */
	public static String safe(String said) {
		String last = said.substring(Math.max(said.lastIndexOf('/'), said.lastIndexOf('\\')) + 1);
		String clean = UNSAFE.matcher(FileNames.shown(last)).replaceAll("_").strip();
		String kept = clean.substring(Math.max(0, clean.length() - LONGEST_NAME))
			.replaceFirst("^[.~$]+", "")
			.replaceFirst("[. ]+$", "");
		if (kept.isEmpty() || RESERVED.matcher(kept).matches()) {
			kept = "upload-" + kept;
		}
		return FileNames.isPassedOver(kept) ? kept + ".csv" : kept;
	}

}
