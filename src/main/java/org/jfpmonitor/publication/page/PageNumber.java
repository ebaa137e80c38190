package org.jfpmonitor.publication.page;

import java.util.List;

import org.jfpmonitor.publication.RefusedQuery;
import org.jspecify.annotations.Nullable;

/** Which page of a long list was asked for. */
public final class PageNumber {

	private PageNumber() {
	}

	/** The number in the text, from 1 to the number of pages; 1 without a text. */
	public static int of(@Nullable String text, int pages) {
		if (text == null || text.isBlank()) {
			return 1;
		}
		if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > pages) {
			throw new RefusedQuery(
					List.of("\"Page\" must be a number from 1 to %d, not \"%s\"".formatted(pages, text)));
		}
		return Integer.parseInt(text);
	}

}
