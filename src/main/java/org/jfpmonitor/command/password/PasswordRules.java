package org.jfpmonitor.command.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

import org.springframework.core.io.ClassPathResource;

/**
 * Which passwords are taken: long enough that guessing takes too long, and none of those
 * that are guessed first. Which kinds of characters are in it does not matter.
 */
public final class PasswordRules {

	private static final int LEAST = 12;

	/** BCrypt reads no more. */
	private static final int MOST_BYTES = 72;

	/** With so few different characters, length is none. */
	private static final int LEAST_DIFFERENT = 5;

	private static final String COMMON = "passwords/common.txt.gz";

	/** What people think of first when they look at this service. */
	private static final Set<String> OF_THE_SERVICE = Set.of("jfp", "jfpmonitor", "jointforwardplan", "nhsengland",
			"integratedcareboard", "norfolkandwaveney", "norfolkandsuffolk");

	private static final Pattern ENDS = Pattern.compile("^\\P{L}+|\\P{L}+$");

	private PasswordRules() {
	}

	/**
	 * What is wrong with the password, in a sentence or two that do not quote it; empty
	 * when nothing is.
	 */
	public static Optional<String> fault(String password) {
		int length = password.codePointCount(0, password.length());
		if (length < LEAST) {
			return Optional.of("Expected a password of at least " + LEAST + " characters, found " + length
					+ ". Try again with a longer one.");
		}
		int bytes = password.getBytes(StandardCharsets.UTF_8).length;
		if (bytes > MOST_BYTES) {
			return Optional.of("Expected a password of at most " + MOST_BYTES + " bytes, found " + bytes
					+ ": the hash would not hold the rest. Try again with a shorter one.");
		}
		if (isGuessedFirst(password.toLowerCase(Locale.ROOT))) {
			return Optional.of("Expected a password that is not guessed among the first, found one of the commonest, or"
					+ " one with nothing but digits and signs around it. Try again, for example with four words that"
					+ " have nothing to do with each other.");
		}
		return Optional.empty();
	}

	private static boolean isGuessedFirst(String password) {
		String middle = ENDS.matcher(password).replaceAll("");
		String letters = middle.replaceAll("\\P{L}", "");
		if (password.codePoints().distinct().count() < LEAST_DIFFERENT || OF_THE_SERVICE.contains(letters)) {
			return true;
		}
		Set<String> common = common();
		return common.contains(password) || common.contains(middle);
	}

	private static Set<String> common() {
		try (InputStream file = new ClassPathResource(COMMON).getInputStream();
				BufferedReader lines = new BufferedReader(
						new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
			return lines.lines().collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
