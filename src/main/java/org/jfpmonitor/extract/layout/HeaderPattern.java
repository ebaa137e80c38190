package org.jfpmonitor.extract.layout;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jspecify.annotations.Nullable;

/**
 * How the names of a run of columns look: {@code Gt {from} To {to} Weeks SUM 1}. A name
 * without {@code {to}} is the last, open band.
 */
public final class HeaderPattern {

	private final Pattern pattern;

	private final boolean open;

	private final String example;

	private HeaderPattern(Pattern pattern, boolean open, String example) {
		this.pattern = pattern;
		this.example = example;
		this.open = open;
	}

	/**
	 * The pattern as written.
	 * @throws IllegalArgumentException when it does not hold {@code {from}} once
	 */
	public static HeaderPattern of(String written) {
		String folded = NormalisedText.header(written);
		if (folded.split("\\{from}", -1).length != 2 || folded.split("\\{to}", -1).length > 2) {
			throw new IllegalArgumentException(written);
		}
		String regex = Pattern.quote(folded)
			.replace("{from}", "\\E(?<from>[0-9]{1,4})\\Q")
			.replace("{to}", "\\E(?<to>[0-9]{1,4})\\Q");
		return new HeaderPattern(Pattern.compile(regex), !folded.contains("{to}"),
				written.replace("{from}", "0").replace("{to}", "1"));
	}

	/** A name that looks like it. */
	public String example() {
		return this.example;
	}

	/** The band that the folded name stands for; empty when it looks different. */
	public Optional<Band> band(String foldedName) {
		Matcher matcher = this.pattern.matcher(foldedName);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		return Optional.of(new Band(Integer.parseInt(matcher.group("from")),
				this.open ? null : Integer.valueOf(matcher.group("to"))));
	}

	/**
	 * One column of a run.
	 *
	 * @param from its lower bound, inclusive
	 * @param to its upper bound, exclusive; null for the last, open one
	 */
	public record Band(int from, @Nullable Integer to) implements Comparable<Band> {

		@Override
		public int compareTo(Band other) {
			return Integer.compare(this.from, other.from);
		}

	}

}
