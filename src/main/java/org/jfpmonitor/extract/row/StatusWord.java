package org.jfpmonitor.extract.row;

import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.VintageRule;
import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jspecify.annotations.Nullable;

/** The word by which rows say how final they are; of several, the most final. */
public final class StatusWord {

	private final VintageRule rule;

	private final int position;

	private String last = "";

	private @Nullable String word;

	/** Of rows of the file, none of them taken yet. */
	public StatusWord(VintageRule rule, FileColumns columns) {
		this.rule = rule;
		String column = rule.status();
		this.position = (column != null && columns.has(column)) ? columns.position(column) : -1;
	}

	/** Takes a row that counts. */
	public void take(Row row) {
		if (this.position < 0 || row.text(this.position).equals(this.last)) {
			return;
		}
		this.last = row.text(this.position);
		String folded = NormalisedText.value(this.last);
		if (this.word == null || rank(folded) > rank(this.word)) {
			this.word = folded;
		}
	}

	private int rank(String folded) {
		return this.rule.words().getOrDefault(folded, 0);
	}

	/** The word, or null when no row has one. */
	public @Nullable String word() {
		return this.word;
	}

}
