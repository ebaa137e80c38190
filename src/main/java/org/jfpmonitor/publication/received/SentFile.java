package org.jfpmonitor.publication.received;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.intake.delivery.Deliveries;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.publication.page.NoSuchPage;
import org.jfpmonitor.publication.page.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody has just sent, and what became of it.
 *
 * @param name the name under which it was sent; empty when that is not known
 * @param failed whether it could not be stored
 * @param row what became of it, or null while it waits or when it failed
 * @param known whether the same bytes had been delivered before, so that nothing changed
 * @param because the first reason why it was refused, the first rejected line and the
 * first warning, where there are any, each saying whether there are more
 */
record SentFile(String name, boolean failed, @Nullable DeliveryRow row, boolean known, List<String> because) {

	static final String NOT_SENT = "This page is shown after files were sent. Choose one from Files received.";

	private static final Pattern WRITTEN = Pattern
		.compile("(?:(?<state>known) )?(?<print>[0-9a-f]{64})(?: (?<name>.{1,200}))?|failed (?<lost>.{1,200})");

	SentFile {
		because = List.copyOf(because);
	}

	/**
	 * The file of an address.
	 * @param written its fingerprint, after the word {@code known} when the same bytes
	 * had been delivered before, then a blank and its name; or {@code failed} and its
	 * name
	 */
	static SentFile of(String written, Deliveries deliveries, Plan plan) {
		Matcher parts = WRITTEN.matcher(written);
		if (!parts.matches()) {
			throw new NoSuchPage(NOT_SENT);
		}
		if (parts.group("lost") != null) {
			return new SentFile(parts.group("lost"), true, null, false, List.of());
		}
		String name = (parts.group("name") != null) ? parts.group("name") : "";
		boolean known = parts.group("state") != null;
		Optional<Delivery> found = deliveries.find(parts.group("print"));
		return new SentFile(name, false, found.map((each) -> DeliveryRow.of(each, plan)).orElse(null), known,
				found.map((each) -> known ? cameBefore(each) : because(each, deliveries)).orElse(List.of()));
	}

	private static List<String> cameBefore(Delivery delivery) {
		return List
			.of("The same bytes came on " + LondonTime.inWords(delivery.arrivedAt()) + " as " + delivery.fileName()
					+ ((delivery.state() == Delivery.Outcome.PUBLISHED) ? ", and were published" : ", and were refused")
					+ ". This time nothing changed.");
	}

	private static List<String> because(Delivery delivery, Deliveries deliveries) {
		List<String> because = new ArrayList<>();
		first("Refused: ", delivery.faults(), because);
		List<String> rejected = new ArrayList<>();
		if (delivery.lines().rejected() > 0) {
			deliveries.rejects(delivery.id(), (reject) -> {
				// There may be very many.
				if (rejected.size() <= 1) {
					rejected.add(inWords(reject));
				}
			});
		}
		first("Rejected: ", rejected, because);
		first("Warning: ", delivery.warnings(), because);
		return because;
	}

	private static void first(String label, List<String> found, List<String> because) {
		if (!found.isEmpty()) {
			because.add(label + found.get(0) + ((found.size() > 1) ? " More are on its page." : ""));
		}
	}

	private static String inWords(Reject reject) {
		return reject.place().inWords() + (reject.column().isEmpty() ? "" : ", column \"" + reject.column() + "\"")
				+ ": expected " + reject.expected()
				+ (reject.found().isEmpty() ? "." : ", found \"" + reject.found() + "\".");
	}

	/** Whether nothing has become of it yet. */
	public boolean isWaiting() {
		return this.row == null && !this.failed;
	}

	/** The name, or that of the delivery where none is known. */
	public String title() {
		return (this.name.isEmpty() && this.row != null) ? this.row.fileName() : this.name;
	}

	/** Whether the same bytes are kept under another name. */
	public boolean isKnownOtherwise() {
		return this.row != null && !this.name.isEmpty() && !this.row.fileName().startsWith(this.name);
	}

}
