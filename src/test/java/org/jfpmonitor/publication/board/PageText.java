package org.jfpmonitor.publication.board;

import org.springframework.web.util.HtmlUtils;

/** What a page says, without its markup. */
public final class PageText {

	private PageText() {
	}

	/** The words between the tags, one space between any two. */
	public static String of(String html) {
		return HtmlUtils
			.htmlUnescape(html.replaceAll("(?s)<(style|svg)\\b.*?</\\1\\s*>", " ").replaceAll("<[^>]*>", " "))
			.replaceAll("\\s+", " ")
			.replaceAll(" ([.,;:])", "$1")
			.strip();
	}

	/**
	 * The words of the first element that has the attribute text in its opening tag, up
	 * to the closing tag.
	 */
	static String part(String html, String attribute, String closing) {
		int start = html.indexOf(attribute);
		if (start < 0) {
			return "";
		}
		return of(html.substring(html.indexOf('>', start) + 1, html.indexOf(closing, start)));
	}

}
