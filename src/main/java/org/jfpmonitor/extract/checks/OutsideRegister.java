package org.jfpmonitor.extract.checks;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.plan.yaml.WordList;

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

	/**
	 * A line that is about somebody has a sign in the place of a code, such as a dash.
	 */
	public void addWithoutCode(String code) {
		String text = code.strip();
		if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
			this.lines++;
			this.codes.add("\"" + text + "\"");
		}
	}

	/**
	 * How many there are, and whose; empty when none.
	 * @param named whether their codes may be shown; among lines about persons anything
	 * may stand in the place of a code
	 * @param counted whether their number may be told
	 */
	public Optional<String> warning(boolean named, boolean counted) {
		if (this.lines == 0) {
			return Optional.empty();
		}
		boolean one = counted && this.lines == 1;
		return Optional.of(String.format(Locale.UK,
				"%s left out because organisations.yaml does not have %s. If they are meant, add them"
						+ " (docs/adding-an-organisation.md).",
				one ? "1 line was" : counted ? String.format(Locale.UK, "%,d lines were", this.lines) : "Lines were",
				named ? codes() : one ? "the organisation that it names" : "the organisations that they name"));
	}

	private String codes() {
		List<String> named = this.codes.stream().limit(MOST_NAMED).map(Reject::legible).toList();
		int more = this.codes.size() - named.size();
		return String.join(", ", named) + ((more > 0) ? String.format(Locale.UK, " and %,d more", more) : "");
	}

	/**
	 * Why no line was used, in words that follow a colon; empty without a code.
	 * @param codes those that lines name, in words that may be shown
	 * @param kinds as which of them an organisation could be registered
	 */
	public static String whyNoneUsed(List<String> codes, Set<Organisation.Type> kinds) {
		if (codes.isEmpty()) {
			return "";
		}
		List<String> words = kinds.stream().sorted().map(Organisation.Type::code).toList();
		String more = (codes.size() > MOST_NAMED) ? " and " + (codes.size() - MOST_NAMED) + " more" : "";
		return "organisations.yaml has none of "
				+ String.join(", ", codes.subList(0, Math.min(MOST_NAMED, codes.size()))) + more
				+ (words.isEmpty() ? "" : " as " + WordList.either(words)) + ". If they are meant, add them to"
				+ " config/organisations.yaml (docs/adding-an-organisation.md); if not, check that the file is the one meant.";
	}

}
