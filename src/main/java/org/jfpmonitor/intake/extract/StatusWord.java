package org.jfpmonitor.intake.extract;

import org.jspecify.annotations.Nullable;

import org.jfpmonitor.intake.extract.layout.Folded;
import org.jfpmonitor.intake.extract.layout.VintageRule;

/** The word by which rows say how final they are; of several, the most final. */
final class StatusWord {

	private final VintageRule rule;

	private final int position;

	private String last = "";

	private @Nullable String word;

	StatusWord(VintageRule rule, ColumnFinder finder) {
		this.rule = rule;
		String column = rule.status();
		this.position = (column != null && finder.has(column)) ? finder.position(column) : -1;
	}

	void see(String[] row) {
		if (this.position < 0 || row[this.position].equals(this.last)) {
			return;
		}
		this.last = row[this.position];
		String folded = Folded.value(this.last);
		if (this.word == null || rank(folded) > rank(this.word)) {
			this.word = folded;
		}
	}

	private int rank(String folded) {
		return this.rule.words().getOrDefault(folded, 0);
	}

	/** The word, or null when no row has one. */
	@Nullable String word() {
		return this.word;
	}

}
