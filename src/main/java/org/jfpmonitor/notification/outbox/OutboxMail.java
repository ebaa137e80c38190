package org.jfpmonitor.notification.outbox;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.web.util.HtmlUtils;

/**
 * One mail as it is kept: everything but the sender.
 *
 * @param id its number in the outbox
 * @param run the run that wrote it; 0 for none
 * @param messageId its {@code Message-ID}, the same at every attempt
 * @param recipient the address
 * @param subject one line
 * @param plain the text part
 * @param html the HTML part
 * @param pictures what the HTML part shows
 * @param createdAt when it was written
 * @param attempts how often it has been tried, this attempt included
 */
public record OutboxMail(long id, long run, String messageId, String recipient, String subject, String plain,
		String html, List<InlineImage> pictures, Instant createdAt, int attempts) {

	private static final Pattern BODY = Pattern.compile("<body\\b[^>]*>");

	public OutboxMail {
		pictures = List.copyOf(pictures);
	}

	OutboxMail with(List<InlineImage> shown) {
		return new OutboxMail(this.id, this.run, this.messageId, this.recipient, this.subject, this.plain, this.html,
				shown, this.createdAt, this.attempts);
	}

	/** The same mail with a paragraph before everything else, in both parts. */
	OutboxMail headed(String paragraph) {
		String box = "<p style=\"max-width:614px;margin:0 auto;padding:8px 12px;border:1px solid #8a7d00;"
				+ "font-family:Arial,sans-serif;font-size:16px;line-height:1.5;background-color:#fff9c4;color:#212b32\">"
				+ HtmlUtils.htmlEscape(paragraph, "UTF-8") + "</p>\n";
		Matcher body = BODY.matcher(this.html);
		String headed = body.find() ? this.html.substring(0, body.end()) + "\n" + box + this.html.substring(body.end())
				: box + this.html;
		return new OutboxMail(this.id, this.run, this.messageId, this.recipient, this.subject,
				paragraph + "\n\n" + this.plain, headed, this.pictures, this.createdAt, this.attempts);
	}

}
