package org.jfpmonitor.intake.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.intake.ImportOutcome.Result;
import org.jfpmonitor.intake.delivery.Delivery;

/** What importing a file came to, in words for whoever started it. */
final class OutcomeFormatter {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK)
		.withZone(Today.LONDON);

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
			case PUBLISHED -> "Nothing changed.";
			case REFUSED -> "Nothing changed. Correct the file, or mend its layout and import it again with --again.";
		};
		return new ImportOutcome(fileName, Result.ALREADY_KNOWN, first,
				"%s: the same bytes came on %s as %s (delivery %s) %s. %s".formatted(fileName,
						inWords(first.arrivedAt()), first.fileName(), first.id(), what, after));
	}

	/** The file could not be read, so nothing is known of it. */
	static ImportOutcome unreadable(String fileName, String found) {
		return new ImportOutcome(fileName, Result.REFUSED, null,
				("%s: expected a file that can be read, %s. Nothing of"
						+ " it was taken and it stays where it is; mend that and import it again.")
					.formatted(fileName, found));
	}

	/** The inbox as a whole could not be looked through. */
	static ImportOutcome noInbox(Path inbox, String found) {
		return new ImportOutcome("inbox", Result.REFUSED, null,
				"%s: expected a folder that this service may read and write, found %s. Nothing more was imported; mend that and start again."
					.formatted(inbox, found));
	}

	/** Somebody wrote to the file while it was read. */
	static ImportOutcome changing(String fileName) {
		return new ImportOutcome(fileName, Result.REFUSED, null,
				"%s: expected a file that is written to its end, found one that changes while it is read. Nothing of it was taken; import it again when it is complete."
					.formatted(fileName));
	}

	/** The store failed. */
	static ImportOutcome failed(String fileName, String found) {
		return new ImportOutcome(fileName, Result.REFUSED, null,
				"%s: expected to write to the database, found %s. Nothing of the file was published and it stays where it is; mend that and import it again."
					.formatted(fileName, found));
	}

	/** As the outcome, with the word that the file could not be put in its place. */
	static ImportOutcome notFiled(ImportOutcome outcome, String found) {
		return new ImportOutcome(outcome.fileName(), outcome.result(), outcome.delivery(),
				outcome.message() + " The file could not be put into the archive or the refused: found " + found
						+ ". It stays where it is; mend that, and the next import puts it away.");
	}

	private static String published(Delivery delivery) {
		List<String> parts = new ArrayList<>();
		boolean told = !delivery.lines().usedWithheld();
		if (told) {
			parts.add(counted(delivery.lines().used(), "used"));
		}
		parts.add(counted(delivery.lines().leftOut(), "left out by rule"));
		parts.add(counted(delivery.lines().rejected(), "rejected"));
		StringBuilder text = new StringBuilder("%s: published %s as delivery %s, %s revised. %s%s.".formatted(
				delivery.fileName(), (delivery.figures() == 1) ? "1 figure" : counted(delivery.figures(), "figures"),
				delivery.id(), String.format(Locale.UK, "%,d", delivery.revised()),
				!told ? "Lines: " : "Of "
						+ ((delivery.lines().read() == 1) ? "1 line" : counted(delivery.lines().read(), "lines"))
						+ " read, ",
				String.join(", ", parts)));
		if (delivery.lines().rejected() > 0) {
			text.append(" What was rejected is in the .rejects.csv beside it in the archive.");
		}
		delivery.warnings().forEach((warning) -> text.append(" Warning: ").append(warning));
		return text.toString();
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
