package org.jfpmonitor.extract.layout;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jfpmonitor.extract.spelling.NormalisedText;

/**
 * The name of a sheet as layouts write it: without regard to case, and with {@code *} for
 * any text.
 */
public final class SheetName {

	private final Pattern pattern;

	private SheetName(Pattern pattern) {
		this.pattern = pattern;
	}

	/** The name as written. */
	public static SheetName of(String written) {
		return new SheetName(Pattern.compile(Arrays.stream(NormalisedText.value(written).split("\\*", -1))
			.map(Pattern::quote)
			.collect(Collectors.joining(".*")), Pattern.DOTALL));
	}

	/** Whether a sheet has such a name. */
	public boolean matches(String name) {
		return this.pattern.matcher(NormalisedText.value(name)).matches();
	}

}
