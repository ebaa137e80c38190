package org.jfpmonitor.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A day as somebody typed it into the three fields of a form.
 *
 * @param day the day of the month as typed
 * @param month the number of the month as typed
 * @param year the year as typed
 */
public record EnteredDay(String day, String month, String year) {

	private static final Pattern PARTS = Pattern.compile("([^-]*)-([^-]*)-([^-]*)");

	/** By the groups of the pattern. */
	private static final List<String> NAMES = List.of("", "a year", "a month", "a day");

	/** Nothing typed. */
	public static final EnteredDay NONE = new EnteredDay("", "", "");

	/**
	 * What the fields {@code name-day}, {@code name-month} and {@code name-year} hold.
	 */
	public static EnteredDay of(Function<String, @Nullable String> parameters, String name) {
		List<String> fields = fields(name);
		return new EnteredDay(field(parameters, fields.get(0)), field(parameters, fields.get(1)),
				field(parameters, fields.get(2)));
	}

	/** The names of the fields. */
	static List<String> fields(String name) {
		return List.of(name + "-day", name + "-month", name + "-year");
	}

	/** The day as the fields would hold it. */
	public static EnteredDay of(LocalDate day) {
		return new EnteredDay(String.valueOf(day.getDayOfMonth()), String.valueOf(day.getMonthValue()),
				String.valueOf(day.getYear()));
	}

	/**
	 * What a day in one field lacks, such as "a day and a month"; empty when all of it is
	 * there, or nothing.
	 */
	static String missingIn(String day) {
		Matcher parts = PARTS.matcher(day);
		if (!parts.matches()) {
			return "";
		}
		List<String> missing = IntStream.of(3, 2, 1)
			.filter((part) -> parts.group(part).isBlank())
			.mapToObj(NAMES::get)
			.toList();
		return (missing.size() < NAMES.size() - 1) ? String.join(" and ", missing) : "";
	}

	private static String field(Function<String, @Nullable String> parameters, String name) {
		return Optional.ofNullable(parameters.apply(name)).map(String::strip).orElse("");
	}

	/** Whether nothing was typed. */
	public boolean isEmpty() {
		return Stream.of(this.day, this.month, this.year).allMatch(String::isEmpty);
	}

	/**
	 * {@code 2025-03-31} where all three are numbers, and {@code 2025--31} where some are
	 * missing; otherwise what was typed, so that a message can repeat it; empty where
	 * nothing was.
	 */
	public String inOneField() {
		List<String> parts = List.of(this.year, this.month, this.day);
		if (!isEmpty() && parts.contains("")) {
			return String.join("-", parts);
		}
		boolean numbers = this.day.matches("[0-9]{1,2}") && this.month.matches("[0-9]{1,2}")
				&& this.year.matches("[0-9]{4}");
		return numbers ? "%s-%2s-%2s".formatted(this.year, this.month, this.day).replace(' ', '0')
				: String.join(" ", this.day, this.month, this.year).strip();
	}

}
