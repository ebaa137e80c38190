package org.jfpmonitor.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a plan calls its ambitions and the five statuses. Metrics, the interface for
 * programs and the codes in files keep the usual names.
 *
 * @param ambition its word for an ambition, with a capital
 * @param statuses its own words for statuses, in the order in which it gives them; where
 * one status has several, the first is shown
 */
public record PlanWords(String ambition, List<OwnWord> statuses) {

	/** Those of a plan that says nothing of it. */
	public static final PlanWords USUAL = new PlanWords("Ambition", List.of());

	private static final String NONE = "Not assessed";

	public PlanWords {
		statuses = List.copyOf(statuses);
	}

	/** {@code Priority 6}. */
	public String ambition(String number) {
		return this.ambition + " " + number;
	}

	/** The same within a sentence. */
	public String ambitionInSentence(String number) {
		return this.ambition.toLowerCase(Locale.UK) + " " + number;
	}

	/**
	 * The status as people read it, {@code At risk (Underperformance)} where the plan has
	 * a word of its own; {@code Not assessed} for none.
	 */
	public String status(@Nullable Status status) {
		if (status == null) {
			return NONE;
		}
		String usual = status.words();
		return own(status).map((own) -> own.equalsIgnoreCase(usual) ? own : own + " (" + usual + ")").orElse(usual);
	}

	/** Its own word for the status, of several the first; empty where it has none. */
	public Optional<String> own(Status status) {
		return this.statuses.stream().filter((each) -> each.status() == status).findFirst().map(OwnWord::word);
	}

	/** Whether it says anything that is not usual. */
	public boolean isUsual() {
		return equals(USUAL);
	}

	/**
	 * A word for a status.
	 *
	 * @param word as the plan prints it
	 * @param status which of the five it means
	 */
	public record OwnWord(String word, Status status) {

	}

}
