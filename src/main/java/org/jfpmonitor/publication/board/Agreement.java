package org.jfpmonitor.publication.board;

import java.util.Locale;

import org.jfpmonitor.assessment.ObjectiveAssessment;

/** How the computed status compares with the published one. */
enum Agreement {

	AGREES("=", "Agrees", "Computed and published are the same"),
	DIFFERS("\u2260", "Differs", "Computed and published differ"),
	NOTHING_PUBLISHED("\u2013", "Nothing published", "No published position for this day");

	private final String sign;

	private final String word;

	private final String sentence;

	Agreement(String sign, String word, String sentence) {
		this.sign = sign;
		this.word = word;
		this.sentence = sentence;
	}

	static Agreement of(ObjectiveAssessment objective) {
		if (objective.published() == null) {
			return NOTHING_PUBLISHED;
		}
		return objective.agrees() ? AGREES : DIFFERS;
	}

	/** A sign beside the word, for the eye only. */
	public String sign() {
		return this.sign;
	}

	/** The name of its style. */
	public String style() {
		return "jfp-agreement--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	public String word() {
		return this.word;
	}

	public String sentence() {
		return this.sentence;
	}

	public boolean differs() {
		return this == DIFFERS;
	}

}
