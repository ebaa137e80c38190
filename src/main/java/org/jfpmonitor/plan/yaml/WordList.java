package org.jfpmonitor.plan.yaml;

import java.util.Collection;
import java.util.List;

/** Several words in one sentence. */
public final class WordList {

	private static final int LONGEST_CHOICE = 12;

	private WordList() {
	}

	/** As a choice: {@code reach or maintain}; {@code latest, snapshot or rolling}. */
	public static String either(Collection<String> words) {
		return listed(words, "or");
	}

	/** Together: {@code from and reason}. */
	public static String all(Collection<String> words) {
		return listed(words, "and");
	}

	/** What to write in place of a word that is none of the known ones. */
	public static String instead(String found, Collection<String> known) {
		return Nearest.to(found, known)
			.map((word) -> "Write \"" + word + "\".")
			.orElse(known.size() > LONGEST_CHOICE ? "Write one that is there."
					: known.isEmpty() ? "There is none yet." : "Write one of " + either(known) + ".");
	}

	private static String listed(Collection<String> words, String beforeLast) {
		List<String> inOrder = List.copyOf(words);
		int last = inOrder.size() - 1;
		return (last < 1) ? String.join("", inOrder)
				: String.join(", ", inOrder.subList(0, last)) + " " + beforeLast + " " + inOrder.get(last);
	}

}
