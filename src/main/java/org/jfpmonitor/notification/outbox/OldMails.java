package org.jfpmonitor.notification.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import org.jfpmonitor.intake.IntakeProperties;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Texts and pictures of mails that were sent long ago. That they were sent, to whom and
 * under which subject, stays: nobody is told twice.
 */
@Repository
public class OldMails {

	private final JdbcClient jdbc;

	private final Path folder;

	OldMails(JdbcClient jdbc, IntakeProperties properties) {
		this.jdbc = jdbc;
		this.folder = properties.data().resolve("mail");
	}

	/**
	 * Empties mails that were sent before the moment, and removes the files that were
	 * written in place of sending.
	 * @return how many mails were emptied or removed
	 */
	@Transactional
	public int empty(Instant before) throws IOException {
		this.jdbc.sql("""
				delete from mail_picture using mail
				 where mail.id = mail_picture.mail and mail.state = 'sent' and mail.sent_at < :before
				""").param("before", before.atOffset(ZoneOffset.UTC)).update();
		int emptied = this.jdbc.sql("""
				update mail set plain = '', html = ''
				 where state = 'sent' and sent_at < :before and (plain <> '' or html <> '')
				""").param("before", before.atOffset(ZoneOffset.UTC)).update();
		int removed = 0;
		for (Path file : written()) {
			if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
				Files.delete(file);
				removed++;
			}
		}
		return Math.max(emptied, removed);
	}

	private List<Path> written() throws IOException {
		if (!Files.isDirectory(this.folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.filter((each) -> each.toString().endsWith(".eml")).toList();
		}
	}

}
