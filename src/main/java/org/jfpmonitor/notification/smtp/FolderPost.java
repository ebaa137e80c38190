package org.jfpmonitor.notification.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.jfpmonitor.notification.outbox.Letter;
import org.jfpmonitor.plan.id.EmailAddress;

/**
 * While no mail server is set: each mail as an {@code .eml} file that any mail program
 * opens. The same letter is the same file.
 */
public final class FolderPost implements Post {

	private final Path folder;

	private final EmailAddress from;

	public FolderPost(Path folder, EmailAddress from) {
		this.folder = folder;
		this.from = from;
	}

	@Override
	public void deliver(Letter letter) throws Undelivered {
		Path file = file(this.folder, letter, "eml");
		Path unfinished = this.folder.resolve(file.getFileName() + ".part");
		try {
			Files.createDirectories(this.folder);
			try (OutputStream out = Files.newOutputStream(unfinished)) {
				Envelope.around(letter, this.from, Session.getInstance(new Properties())).writeTo(out);
			}
			Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException | MessagingException ex) {
			throw new Undelivered(Hindrance.UNREACHABLE,
					"The mail could not be written to " + this.folder + ": " + ex.getMessage() + ".", ex);
		}
	}

	/** Where the letter lies in the folder, in the form that the ending says. */
	public static Path file(Path folder, Letter letter, String ending) {
		return folder.resolve(
				"%06d-%s.%s".formatted(letter.id(), letter.recipient().replaceAll("[^A-Za-z0-9.@-]", "_"), ending));
	}

}
