package org.jfpmonitor.intake.run;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.extract.result.LineCounts;
import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.intake.ImportOutcome.Result;
import org.jfpmonitor.intake.delivery.Delivery;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

/** What importing a file came to, in words for whoever started it. */
final class OutcomeFormatter {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK)
		.withZone(Today.LONDON);

	/** Somebody wrote to the file while it was read. */
	static final String CHANGING = "expected a file that is written to its end, found one that changes while it is read."
			+ " Nothing of it was taken; import it again when it is complete.";

	/** It need not be the file's fault: others may be read at the same time. */
	static final String TOO_LITTLE_MEMORY = "found too little memory for it beside what else went on. Where it is the only"
			+ " one that is read, give the service more (-Xmx)";

	/** More than these are counted, not said. */
	private static final int MOST_WARNINGS = 3;

	private OutcomeFormatter() {
	}

	/** The file was published or refused by this import. */
	static ImportOutcome imported(Delivery delivery) {
		return switch (delivery.state()) {
			case PUBLISHED -> new ImportOutcome(delivery.fileName(), Result.PUBLISHED, delivery, published(delivery));
			case REFUSED -> new ImportOutcome(delivery.fileName(), Result.REFUSED, delivery, refused(delivery));
		};
	}

	/** The bytes came before. */
	static ImportOutcome known(String fileName, Delivery first) {
		String what = switch (first.state()) {
			case PUBLISHED -> "and were published";
			case REFUSED -> "and were refused";
		};
		String after = switch (first.state()) {
			case PUBLISHED -> "Nothing changed." + ((first.lines().rejected() != 0)
					? " Lines of it were rejected then: its page says which and why." : "");
			case REFUSED -> "Nothing changed. Correct the file, or mend its layout and import it again with --again.";
		};
		return new ImportOutcome(fileName, Result.ALREADY_KNOWN, first,
				"%s: the same bytes came on %s as %s (delivery %s) %s. %s".formatted(fileName,
						inWords(first.arrivedAt()), first.fileName(), first.id(), what, after));
	}

	/** The file is no file that can be read, and no more is tried. */
	static ImportOutcome refused(String fileName, String because) {
		return new ImportOutcome(fileName, Result.REFUSED, null, fileName + ": " + because);
	}

	/** The file waits, because something was in the way that will pass. */
	static ImportOutcome left(String fileName, String because) {
		return new ImportOutcome(fileName, Result.LEFT, null, fileName + ": " + because);
	}

	/** What somebody named is no file. */
	static String unusable(String found) {
		return ("expected a file that can be read, %s. Nothing of it was taken and it stays where it is; mend that"
				+ " and import it again.")
			.formatted(found);
	}

	/** The file could not be read this time. */
	static String unreadable(String found) {
		return ("expected a file that can be read, %s. Nothing of it was taken and it stays where it is; once that is"
				+ " mended, it is taken up again by itself.")
			.formatted(found);
	}

	/** The store failed. */
	static String notStored(DataAccessException ex) {
		return ("expected to write to the database, found %s. Nothing of the file was published and it stays where it"
				+ " is; once that is mended, it is taken up again by itself.")
			.formatted(cause(ex));
	}

	/** The run ended before it came to the file. */
	static String cutOff(String found) {
		return ("expected a run that comes to its end, found %s. Nothing of the file was published and it stays where"
				+ " it is; the run is taken up again by itself.")
			.formatted(found);
	}

	/** The first line says what is wrong, those after it where in the program. */
	private static String cause(Throwable failure) {
		String message = String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
		return "\"" + message.lines().findFirst().orElse("") + "\"";
	}

	/** As the outcome, with the word that the file could not be put in its place. */
	static ImportOutcome notFiled(ImportOutcome outcome, String found) {
		return new ImportOutcome(outcome.fileName(), Result.LEFT, outcome.delivery(),
				outcome.message() + " The file could not be put into the archive or the refused: found " + found
						+ ". It stays where it is; once that is mended, it is put away by itself.");
	}

	private static String published(Delivery delivery) {
		List<String> parts = new ArrayList<>();
		LineCounts lines = delivery.lines();
		boolean told = !lines.rounded();
		if (told) {
			parts.add(counted(lines.used(), "used"));
		}
		parts.add(lines.inWords(lines.leftOut()) + " left out by rule");
		parts.add(lines.inWords(lines.rejected()) + " rejected");
		StringBuilder text = new StringBuilder("%s: published %s as delivery %s, %s revised. %s%s.".formatted(
				delivery.fileName(), (delivery.figures() == 1) ? "1 figure" : counted(delivery.figures(), "figures"),
				delivery.id(), String.format(Locale.UK, "%,d", delivery.revised()),
				!told ? "Lines: "
						: "Of " + ((lines.read() == 1) ? "1 line" : counted(lines.read(), "lines")) + " read, ",
				String.join(", ", parts)));
		if (lines.rejected() > 0) {
			text.append(" What was rejected is in the .rejects.csv beside it in the archive.");
		}
		return text.append(warnings(delivery)).toString();
	}

	/** The first few; a page has all of them. */
	private static String warnings(Delivery delivery) {
		List<String> all = delivery.warnings();
		if (all.size() <= MOST_WARNINGS) {
			return all.stream().map((warning) -> " Warning: " + warning).collect(Collectors.joining());
		}
		return " %,d warnings, the first %d: %s Files received has all, at delivery %s.".formatted(all.size(),
				MOST_WARNINGS, String.join(" ", all.subList(0, MOST_WARNINGS)), delivery.id());
	}

	private static String refused(Delivery delivery) {
		return "%s: refused whole, nothing of it was published. %s".formatted(delivery.fileName(),
				String.join(" ", delivery.faults()));
	}

	private static String counted(long number, String what) {
		return String.format(Locale.UK, "%,d %s", number, what);
	}

	private static String inWords(Instant moment) {
		return MOMENT.format(moment);
	}

}
