package org.jfpmonitor.notification.digest;

import java.util.List;

import org.jfpmonitor.commentary.Comment;
import org.jfpmonitor.plan.id.MeasureId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody is told, once. Titles and file names are made harmless here:
 * nothing in an item breaks a line.
 *
 * @param heading where it stands in a mail
 * @param key names it for good, so that no reader is told twice
 * @param subject it in a few words, for the subject of the mail
 * @param headline it in one sentence
 * @param lines what stands behind it
 * @param comment what a person says about it, or null
 * @param pictured the measure whose figures are shown with it, or null
 * @param link where more is to be read
 */
public record DigestItem(DigestSection heading, String key, String subject, String headline, List<String> lines,
		@Nullable Comment comment, @Nullable MeasureId pictured, Link link) {

	public DigestItem {
		subject = oneLine(subject);
		headline = oneLine(headline);
		lines = lines.stream().map(DigestItem::oneLine).toList();
	}

	/** One about which nobody has said anything. */
	DigestItem(DigestSection heading, String key, String subject, String headline, List<String> lines,
			@Nullable MeasureId pictured, Link link) {
		this(heading, key, subject, headline, lines, null, pictured, link);
	}

	private static String oneLine(String text) {
		return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
	}

	/**
	 * A page of the service.
	 *
	 * @param words what is found there
	 * @param address the whole address
	 */
	public record Link(String words, String address) {

	}

}
