package org.jfpmonitor.plan.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which known word a mistyped one was meant to be. */
public final class Nearest {

	private static final int BEGINNING = 4;

	private Nearest() {
	}

	/**
	 * The known word that differs least from the written one, if it differs by a third of
	 * its letters or less, or else the one that begins like it; case is ignored. Of
	 * equally near words the first.
	 */
	public static Optional<String> to(String written, Collection<String> known) {
		String folded = written.toLowerCase(Locale.ROOT);
		return known.stream()
			.filter((word) -> distance(folded, word.toLowerCase(Locale.ROOT)) <= Math.max(1, word.length() / 3))
			.min(Comparator.comparingInt((word) -> distance(folded, word.toLowerCase(Locale.ROOT))))
			.or(() -> known.stream().filter((word) -> isShortFor(folded, word.toLowerCase(Locale.ROOT))).findFirst());
	}

	private static boolean isShortFor(String written, String word) {
		return written.length() >= BEGINNING && (word.startsWith(written) || written.startsWith(word));
	}

	/** Letters to add, leave out, change or swap with their neighbour. */
	private static int distance(String one, String other) {
		int[][] steps = new int[one.length() + 1][other.length() + 1];
		for (int i = 0; i <= one.length(); i++) {
			for (int j = 0; j <= other.length(); j++) {
				steps[i][j] = (i == 0 || j == 0) ? i + j : least(steps, one, other, i, j);
			}
		}
		return steps[one.length()][other.length()];
	}

	private static int least(int[][] steps, String one, String other, int i, int j) {
		int changed = (one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1;
		int least = Math.min(steps[i - 1][j - 1] + changed, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
		boolean swapped = i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
				&& one.charAt(i - 2) == other.charAt(j - 1);
		return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
	}

}
