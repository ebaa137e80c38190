package org.jfpmonitor.notification.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.jfpmonitor.intake.inbox.FolderRights;
import org.jfpmonitor.notification.outbox.MailTransport;
import org.jfpmonitor.notification.outbox.MailTransport.FailureKind;
import org.jfpmonitor.notification.outbox.MailTransport.SendFailure;
import org.jfpmonitor.notification.outbox.OutboxMail;
import org.jfpmonitor.plan.id.EmailAddress;

/**
 * While no mail server is set: each mail as an {@code .eml} file that any mail program
 * opens. The same mail is the same file.
 */
public final class FolderTransport implements MailTransport {

	private final Path folder;

	private final EmailAddress from;

	public FolderTransport(Path folder, EmailAddress from) {
		this.folder = folder;
		this.from = from;
	}

	@Override
	public void send(OutboxMail mail) throws SendFailure {
		Path file = file(this.folder, mail, "eml");
		Path unfinished = this.folder.resolve(file.getFileName() + ".part");
		try {
			FolderRights.make(this.folder);
			try (OutputStream out = FolderRights.open(unfinished)) {
				OutgoingMessage.around(mail, this.from, Session.getInstance(new Properties())).writeTo(out);
			}
			Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException | MessagingException ex) {
			throw new SendFailure(FailureKind.UNREACHABLE,
					"The mail could not be written to " + this.folder + ": " + ex.getMessage() + ".", ex);
		}
	}

	/** Where the mail lies in the folder, in the form that the ending says. */
	public static Path file(Path folder, OutboxMail mail, String ending) {
		return folder
			.resolve("%06d-%s.%s".formatted(mail.id(), mail.recipient().replaceAll("[^A-Za-z0-9.@-]", "_"), ending));
	}

}
