package org.jfpmonitor.notification;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.intake.inbox.FolderRights;
import org.jfpmonitor.notification.outbox.InlineImage;
import org.jfpmonitor.notification.outbox.JdbcOutbox;
import org.jfpmonitor.notification.outbox.MailTransport.SendFailure;
import org.jfpmonitor.notification.outbox.OutboxMail;
import org.jfpmonitor.notification.smtp.FolderTransport;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shows which mails a run would write now. The run takes place in a transaction that is
 * taken back, so that nothing of it is recorded, told or sent.
 */
@Component
public class MailPreview {

	private final Assessments assessments;

	private final JdbcOutbox outbox;

	private final TransactionTemplate transactions;

	private final Today today;

	private final Environment environment;

	private final Path usual;

	MailPreview(Assessments assessments, JdbcOutbox outbox, TransactionTemplate transactions, Today today,
			Environment environment, MailProperties properties) {
		this.assessments = assessments;
		this.outbox = outbox;
		this.transactions = transactions;
		this.today = today;
		this.environment = environment;
		this.usual = properties.data().resolve("mail").resolve("preview");
	}

	/** The folder for whoever names none; earlier previews in it are replaced. */
	public Path usualFolder() {
		return this.usual;
	}

	/**
	 * Writes each mail twice, as {@code .eml} for a mail program and as {@code .html} for
	 * a browser.
	 * @param folder where to; what an earlier preview left there is deleted
	 * @return recipient and subject of each mail
	 * @throws IOException when the folder cannot be written to
	 */
	public List<String> write(Path folder) throws IOException {
		List<OutboxMail> mails = Objects.requireNonNull(this.transactions.execute((transaction) -> {
			transaction.setRollbackOnly();
			return this.assessments.record(this.today.day(), false)
				.stream()
				.flatMap((each) -> this.outbox.ofRun(each.run()).stream())
				.toList();
		}));
		FolderRights.make(folder);
		clear(folder);
		FolderTransport transport = new FolderTransport(folder, MailSettings.of(this.environment).sender());
		for (OutboxMail mail : mails) {
			write(mail, folder, transport);
		}
		return mails.stream().map((mail) -> mail.recipient() + ": " + mail.subject()).toList();
	}

	private static void clear(Path folder) throws IOException {
		try (DirectoryStream<Path> earlier = Files.newDirectoryStream(folder, "*.{eml,html}")) {
			for (Path file : earlier) {
				Files.delete(file);
			}
		}
	}

	private static void write(OutboxMail mail, Path folder, FolderTransport transport) throws IOException {
		try {
			transport.send(mail);
		}
		catch (SendFailure ex) {
			throw new IOException(ex.getMessage(), ex);
		}
		String html = mail.html();
		for (InlineImage picture : mail.pictures()) {
			html = html.replace("cid:" + picture.contentId(),
					"data:image/png;base64," + Base64.getEncoder().encodeToString(picture.png()));
		}
		try (OutputStream file = FolderRights.open(FolderTransport.file(folder, mail, "html"))) {
			file.write(html.getBytes(StandardCharsets.UTF_8));
		}
	}

}
