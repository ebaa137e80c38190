package org.jfpmonitor.extract.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.extract.spelling.NormalisedText;

/** What stands above the header. */
public final class Preamble {

	private Preamble() {
	}

	/**
	 * The cells beside a label, with or without a colon, in the order of the file, and
	 * what follows it in its own cell; every cell when the label is empty.
	 */
	public static List<String> beside(List<String[]> preamble, String label) {
		String wanted = withoutColon(NormalisedText.header(label));
		List<String> cells = new ArrayList<>();
		for (String[] row : preamble) {
			for (int i = 0; i < row.length; i++) {
				if (wanted.isEmpty()) {
					addFilled(cells, row[i]);
				}
				else if (withoutColon(NormalisedText.header(row[i])).equals(wanted)) {
					next(row, i, cells);
					break;
				}
				else {
					following(row[i], label).ifPresent(cells::add);
				}
			}
		}
		return cells;
	}

	/** {@code Published: 21 May 2025} in one cell. */
	private static Optional<String> following(String cell, String label) {
		String text = NormalisedText.value(cell);
		String start = NormalisedText.value(label) + " ";
		return text.startsWith(start) ? Optional.of(text.substring(start.length()).replaceFirst("[.]$", ""))
				: Optional.empty();
	}

	/** Up to the next label. */
	private static void next(String[] row, int label, List<String> cells) {
		for (int i = label + 1; i < row.length && !row[i].strip().endsWith(":"); i++) {
			addFilled(cells, row[i]);
		}
	}

	private static void addFilled(List<String> cells, String cell) {
		if (!cell.isBlank()) {
			cells.add(cell);
		}
	}

	private static String withoutColon(String text) {
		return text.endsWith(":") ? text.substring(0, text.length() - 1).strip() : text;
	}

}
