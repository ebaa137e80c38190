package org.jfpmonitor.notification.outbox;

import java.util.List;

/**
 * A mail as it is written, before it has a number and a recipient.
 *
 * @param subject one line
 * @param plain the text part
 * @param html the HTML part, which says the same
 * @param pictures what the HTML part shows by {@code cid:}
 */
public record MailContent(String subject, String plain, String html, List<InlineImage> pictures) {

	public MailContent {
		pictures = List.copyOf(pictures);
	}

}
