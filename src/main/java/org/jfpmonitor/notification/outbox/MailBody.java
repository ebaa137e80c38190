package org.jfpmonitor.notification.outbox;

import java.util.List;

import org.jfpmonitor.notification.render.Picture;

/**
 * A mail as it is written, before it has a number and a recipient.
 *
 * @param subject one line
 * @param plain the text part
 * @param html the HTML part, which says the same
 * @param pictures what the HTML part shows by {@code cid:}
 */
public record MailBody(String subject, String plain, String html, List<Picture> pictures) {

	public MailBody {
		pictures = List.copyOf(pictures);
	}

}
