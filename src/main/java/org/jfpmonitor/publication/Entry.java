package org.jfpmonitor.publication;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jfpmonitor.progress.NhsNumbers;
import org.jfpmonitor.progress.PlainText;
import org.jspecify.annotations.Nullable;

/** Reads what a person or a program sent, field by field, and gathers every fault. */
public final class Entry {

	private final List<FieldFault> faults = new ArrayList<>();

	/**
	 * Gathers a fault unless it holds.
	 * @param expected what was expected, for programs
	 * @param found what was sent
	 * @param message what to do, for a person at the form
	 */
	public void expect(boolean holds, String field, String expected, @Nullable String found, String message) {
		if (!holds) {
			this.faults.add(new FieldFault(field, "%s: expected %s, found %s.".formatted(field, expected,
					(found != null && !found.isBlank()) ? "\"" + found + "\"" : "nothing"), message));
		}
	}

	/**
	 * Text that a store and a page can take, with line breaks of one kind and without
	 * blanks at its ends; empty when nothing was sent that can be seen.
	 * @param label the name of the field on the form
	 */
	public String text(String field, @Nullable String sent, int longest, String label) {
		String text = (sent != null) ? sent.replaceAll("\\R", "\n").strip() : "";
		if (PlainText.isInvisible(text)) {
			return "";
		}
		String most = String.format(Locale.UK, "%,d", longest);
		expect(text.length() <= longest, field, "at most " + longest + " characters", text.length() + " of them", label
				+ " must be " + most + " characters or fewer. You have " + (text.length() - longest) + " too many");
		expect(!PlainText.hasUnwritable(text), field, "letters, digits and signs", "a control character",
				label + " must not include control characters. Type the text anew in place of pasting it");
		expect(!NhsNumbers.areIn(text), field, "words that anybody may read", "an NHS number",
				label + " must not include an NHS number. Say it without naming a person");
		return text;
	}

	/**
	 * A day of four digits for the year; any others are a slip. Gathers no fault when
	 * nothing was sent.
	 * @param example a day for the message
	 * @param label the name of the field on the form
	 */
	public Optional<LocalDate> day(String field, @Nullable String sent, LocalDate example, String label) {
		if (sent == null || sent.isBlank()) {
			return Optional.empty();
		}
		Optional<LocalDate> day = parsed(sent.strip());
		String missing = EnteredDay.missingIn(sent);
		expect(day.isPresent(), field, "a day such as " + example, sent,
				label + (!missing.isEmpty() ? " must include " + missing : " must be a real date, such as "
						+ example.getDayOfMonth() + " " + example.getMonthValue() + " " + example.getYear()));
		return day;
	}

	/** Throws what was gathered, if anything was. */
	public void refuseFaults() {
		if (!this.faults.isEmpty()) {
			throw new RefusedEntry(this.faults);
		}
	}

	/** The day in the text; empty when it is none. */
	static Optional<LocalDate> parsed(@Nullable String text) {
		if (text == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(LocalDate.parse(text.strip()))
				.filter((each) -> each.getYear() >= 1000 && each.getYear() <= 9999);
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

}
