package org.jfpmonitor.plan.yaml;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one value of a file must look like: in words for whoever writes it, and as a
 * function for the reader.
 *
 * @param <T> what the value is read as
 */
public final class Form<T> {

	private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

	private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

	private final String expected;

	private final List<String> examples;

	private final Function<String, Optional<T>> reading;

	private Form(String expected, List<String> examples, Function<String, Optional<T>> reading) {
		this.expected = expected;
		this.examples = examples;
		this.reading = reading;
	}

	/**
	 * A form of one's own.
	 * @param expected such as {@code a date such as 2025-03-31}
	 * @param example one value that has this form
	 * @param reading throws {@link IllegalArgumentException} or {@link DateTimeException}
	 * for a value without it
	 */
	public static <T> Form<T> of(String expected, String example, Function<String, T> reading) {
		return new Form<>(expected, List.of(example), attempt(reading));
	}

	/** Words that are not empty. */
	public static Form<String> text() {
		return new Form<>("a text", List.of(), Optional::of);
	}

	/** A date as ISO writes it, in the years 1900 to 2100. */
	public static Form<LocalDate> date() {
		return of("a date of the calendar, 1900 to 2100, written like 2025-03-31", "2025-03-31", (written) -> {
			LocalDate date = LocalDate.parse(written);
			if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
				throw new IllegalArgumentException(written);
			}
			return date;
		});
	}

	/** A number in digits, with a point before decimals and no exponent. */
	public static Form<BigDecimal> number() {
		return of("a number in digits, without unit or comma", "12.5", (written) -> {
			if (!written.matches("[+-]?[0-9]{1,15}(?:\\.[0-9]{1,15})?")) {
				throw new IllegalArgumentException(written);
			}
			return new BigDecimal(written);
		});
	}

	/** A whole number from {@code least} to 999,999,999. */
	public static Form<Integer> wholeNumber(int least) {
		return of("a whole number, " + least + " or more", String.valueOf(least), (written) -> {
			if (!written.matches("[0-9]{1,9}") || Integer.parseInt(written) < least) {
				throw new IllegalArgumentException(written);
			}
			return Integer.valueOf(written);
		});
	}

	/** {@code true} or {@code false}. */
	public static Form<Boolean> flag() {
		Map<String, Boolean> words = new LinkedHashMap<>();
		words.put("true", true);
		words.put("false", false);
		return words(words);
	}

	/** One word of a closed list, exactly as written there. */
	public static <T> Form<T> words(Map<String, T> words) {
		List<String> all = List.copyOf(words.keySet());
		return new Form<>(either(all), all, (written) -> Optional.ofNullable(words.get(written)));
	}

	/** One of the constants, each under its word, in the order of declaration. */
	public static <E extends Enum<E>> Form<E> words(E[] constants, Function<E, String> word) {
		Map<String, E> words = new LinkedHashMap<>();
		for (E constant : constants) {
			words.put(word.apply(constant), constant);
		}
		return words(words);
	}

	/** What it must look like, in words. */
	public String expected() {
		return this.expected;
	}

	/** The value, or empty when it has another form. */
	public Optional<T> read(String written) {
		return this.reading.apply(written);
	}

	/** What to write where there is nothing. */
	String whenMissing(String key) {
		return switch (this.examples.size()) {
			case 0 -> "Add a line that starts with \"" + key + ":\".";
			case 1 -> "Add a line such as " + line(key, this.examples.get(0)) + ".";
			case 2, 3 -> "Add the line " + either(this.examples.stream().map((each) -> line(key, each)).toList()) + ".";
			default -> "Add a line such as " + line(key, this.examples.get(0)) + " with the word that fits.";
		};
	}

	/** What to write in place of something else. */
	String insteadOf(String key, String found) {
		if (this.examples.size() > 1) {
			return Nearest.to(found, this.examples)
				.map((word) -> "Write " + line(key, word) + ".")
				.orElse("Write one of these words.");
		}
		return this.examples.isEmpty() ? "Write it in words." : "Write for example " + line(key, example()) + ".";
	}

	/** What to write in place of one entry of a list. */
	String asEntryInsteadOf(String found) {
		if (this.examples.isEmpty()) {
			return "Write it in words, with quotes around null, yes or no.";
		}
		return (this.examples.size() > 1) ? Nearest.to(found, this.examples)
			.map((word) -> "Write \"" + word + "\".")
			.orElse("Write one of these words.") : "Write for example \"" + example() + "\".";
	}

	private String example() {
		return this.examples.get(0);
	}

	private static String line(String key, String value) {
		return "\"" + key + ": " + value + "\"";
	}

	/**
	 * The words as a choice: {@code reach or maintain};
	 * {@code latest, snapshot or rolling}.
	 */
	public static String either(Collection<String> words) {
		return listed(words, "or");
	}

	/** The words together: {@code from and reason}. */
	public static String all(Collection<String> words) {
		return listed(words, "and");
	}

	private static String listed(Collection<String> words, String beforeLast) {
		List<String> inOrder = List.copyOf(words);
		int last = inOrder.size() - 1;
		return (last < 1) ? String.join("", inOrder)
				: String.join(", ", inOrder.subList(0, last)) + " " + beforeLast + " " + inOrder.get(last);
	}

	private static <T> Function<String, Optional<T>> attempt(Function<String, T> reading) {
		return (written) -> {
			try {
				return Optional.of(reading.apply(written));
			}
			catch (IllegalArgumentException | DateTimeException unreadable) {
				return Optional.empty();
			}
		};
	}

}
