package org.jfpmonitor.notification;

import java.time.Instant;
import java.util.List;

/**
 * One mail as it is kept: everything but the sender.
 *
 * @param id its number in the outbox
 * @param messageId its {@code Message-ID}, the same at every attempt
 * @param recipient the address
 * @param subject one line
 * @param plain the text part
 * @param html the HTML part
 * @param pictures what the HTML part shows
 * @param createdAt when it was written
 * @param attempts how often it has been tried, this attempt included
 */
record Letter(long id, String messageId, String recipient, String subject, String plain, String html,
		List<Picture> pictures, Instant createdAt, int attempts) {

	Letter {
		pictures = List.copyOf(pictures);
	}

}
