package org.jfpmonitor.commentary;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A paragraph or a list of a plain text.
 *
 * @param list whether the lines are items of a list
 * @param lines the lines of the paragraph, or the items
 */
public record TextBlock(boolean list, List<String> lines) {

	/**
	 * The marks with which people and word processors begin an item, some of them twice.
	 */
	private static final Pattern ITEM = Pattern
		.compile("\\s*(?:[-*\u2022\u00b7\u25aa\u25cf\u25e6\u2023\u2013]\\s+)+(.*)");

	public TextBlock {
		lines = List.copyOf(lines);
	}

	/**
	 * The blocks of a text: an empty line ends a paragraph, and a line that begins with a
	 * dash, a star or a bullet is an item.
	 */
	public static List<TextBlock> of(String text) {
		List<TextBlock> blocks = new ArrayList<>();
		List<String> lines = new ArrayList<>();
		boolean list = false;
		for (String line : text.split("\n", -1)) {
			Matcher item = ITEM.matcher(line);
			boolean isItem = item.matches();
			if (line.isBlank() || isItem != list) {
				add(blocks, list, lines);
			}
			list = isItem;
			if (!line.isBlank()) {
				lines.add(isItem ? item.group(1).strip() : line.strip());
			}
		}
		add(blocks, list, lines);
		return blocks;
	}

	/** A line without the mark with which an item begins. */
	static String unmarked(String line) {
		Matcher item = ITEM.matcher(line);
		return (item.matches() ? item.group(1) : line).strip();
	}

	private static void add(List<TextBlock> blocks, boolean list, List<String> lines) {
		if (!lines.isEmpty()) {
			blocks.add(new TextBlock(list, lines));
			lines.clear();
		}
	}

}
