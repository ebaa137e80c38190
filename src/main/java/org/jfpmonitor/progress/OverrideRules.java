package org.jfpmonitor.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an override and its revocation may say, in a file, on a page or by a program. */
public final class OverrideRules {

	/** The most characters of a reason. */
	public static final int LONGEST_REASON = 2000;

	private OverrideRules() {
	}

	/** What is wrong with the first day. */
	public static List<OverrideFault> ofFirstDay(LocalDate from, LocalDate today) {
		LocalDate latest = today.plusYears(1);
		return from.isAfter(latest) ? List
			.of(new OverrideFault(OverridePart.FROM, "a day no later than a year from now, " + latest, from.toString()))
				: List.of();
	}

	/**
	 * What is wrong with the last day, which is at most a year after the first. Who means
	 * longer sets it again and thinks again; 2925 for 2025 is a slip.
	 */
	public static List<OverrideFault> ofLastDay(LocalDate from, LocalDate until) {
		LocalDate latest = from.plusYears(1);
		if (until.isBefore(from)) {
			return List
				.of(new OverrideFault(OverridePart.UNTIL, "a day no earlier than from, " + from, until.toString()));
		}
		return until.isAfter(latest) ? List.of(new OverrideFault(OverridePart.UNTIL,
				"a day no later than a year after from, " + latest, until.toString())) : List.of();
	}

	/** What is wrong with the reason. */
	public static List<OverrideFault> ofReason(String reason) {
		List<OverrideFault> faults = new ArrayList<>();
		if (PlainText.isInvisible(reason)) {
			faults.add(new OverrideFault(OverridePart.REASON, "the reason in words", ""));
		}
		if (reason.length() > LONGEST_REASON) {
			faults.add(new OverrideFault(OverridePart.REASON, characters("at most %,d characters", LONGEST_REASON),
					characters("%,d characters", reason.length())));
		}
		if (PlainText.hasUnwritable(reason)) {
			faults.add(new OverrideFault(OverridePart.REASON, "letters, digits and signs", "a control character"));
		}
		if (NhsNumbers.areIn(reason)) {
			faults.add(new OverrideFault(OverridePart.REASON, "words that anybody may read", "an NHS number"));
		}
		return faults;
	}

	private static String characters(String words, int number) {
		return String.format(Locale.UK, words, number);
	}

	/** A part of an override. */
	public enum OverridePart {

		REASON, FROM, UNTIL

	}

	/**
	 * What cannot stand.
	 *
	 * @param part where it stands
	 * @param expected what should stand there
	 * @param found what stands there, as far as it can be shown; empty when nothing does
	 */
	public record OverrideFault(OverridePart part, String expected, String found) {

	}

}
