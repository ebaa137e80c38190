package org.jfpmonitor.extract.checks;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jfpmonitor.extract.result.Reject;

/** Lines that are left out because nobody registered is named in them. */
public final class OutsideRegister {

	private static final int MOST_NAMED = 5;

	private static final int MOST_COUNTED = 10_000;

	private final Set<String> codes = new LinkedHashSet<>();

	private long lines;

	/** A line names this code, which may be none. */
	public void add(String code) {
		String text = code.strip();
		if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
			this.lines++;
			if (this.codes.size() < MOST_COUNTED) {
				this.codes.add(text);
			}
		}
	}

	/** How many there are, and whose; empty when none. */
	public Optional<String> warning() {
		if (this.lines == 0) {
			return Optional.empty();
		}
		List<String> named = this.codes.stream().limit(MOST_NAMED).map(Reject::legible).toList();
		int more = this.codes.size() - named.size();
		return Optional.of(String.format(Locale.UK,
				"%s left out because organisations.yaml does not have %s%s. If they are meant, add them"
						+ " (docs/adding-an-organisation.md).",
				(this.lines == 1) ? "1 line was" : String.format(Locale.UK, "%,d lines were", this.lines),
				String.join(", ", named), (more > 0) ? String.format(Locale.UK, " and %,d more", more) : ""));
	}

}
