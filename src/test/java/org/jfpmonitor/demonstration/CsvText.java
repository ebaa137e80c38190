package org.jfpmonitor.demonstration;

import java.util.Arrays;
import java.util.List;

/**
 * A CSV text under construction, with the line ends and quotes of NHS England's files.
 */
final class CsvText {

	private static final String LINE_END = "\r\n";

	private final StringBuilder text = new StringBuilder();

	private final boolean quoteAll;

	private CsvText(boolean quoteAll) {
		this.quoteAll = quoteAll;
	}

	/** Quotes only where a comma, a quote or a line break asks for it. */
	static CsvText plain() {
		return new CsvText(false);
	}

	/** Quotes every cell. */
	static CsvText quoted() {
		return new CsvText(true);
	}

	/** Starts with a byte order mark. */
	CsvText marked() {
		this.text.append('\uFEFF');
		return this;
	}

	CsvText row(Object... cells) {
		return row(Arrays.asList(cells));
	}

	CsvText row(List<?> cells) {
		for (int i = 0; i < cells.size(); i++) {
			this.text.append((i == 0) ? "" : ",").append(cell(String.valueOf(cells.get(i))));
		}
		this.text.append(LINE_END);
		return this;
	}

	/** A line as it stands. */
	CsvText line(String line) {
		this.text.append(line).append(LINE_END);
		return this;
	}

	private String cell(String value) {
		boolean needed = value.indexOf(',') >= 0 || value.indexOf('"') >= 0 || value.indexOf('\n') >= 0;
		return (this.quoteAll || needed) ? '"' + value.replace("\"", "\"\"") + '"' : value;
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
