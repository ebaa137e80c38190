package org.jfpmonitor.publication.received;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.publication.page.LondonTime;

/**
 * One delivery as a page shows it.
 *
 * @param id its number
 * @param fileName the name it arrived under
 * @param feed the title of its feed, or that no layout recognised it
 * @param layout the layout that read it, or that none did
 * @param arrived when, in words
 * @param sender who sent it, in words
 * @param published whether its figures are in the store
 * @param read lines with data, in words
 * @param used lines that went into figures or reports, in words
 * @param leftOut lines left out by a rule of the layout, in words
 * @param rejected lines refused, in words
 * @param figures cells published
 * @param revised cells that differ from what was current before
 * @param periods the periods it speaks for, in words
 * @param vintage how new the file says it is, in words
 * @param sha256 the fingerprint of its bytes; empty where it is not told
 * @param took how long reading and publishing took, in words
 * @param faults why it was refused whole
 * @param warnings what its checks found
 */
public record DeliveryRow(DeliveryId id, String fileName, String feed, String layout, String arrived, String sender,
		boolean published, String read, String used, String leftOut, String rejected, String figures, String revised,
		String periods, String vintage, String sha256, String took, List<String> faults, List<String> warnings) {

	public DeliveryRow {
		faults = List.copyOf(faults);
		warnings = List.copyOf(warnings);
	}

	public static DeliveryRow of(Delivery delivery, Plan plan) {
		return new DeliveryRow(delivery.id(), delivery.fileName(), feed(delivery, plan),
				(delivery.layout() != null) ? delivery.layout() : "None recognised it",
				LondonTime.inWords(delivery.arrivedAt()), sender(delivery),
				delivery.state() == Delivery.Outcome.PUBLISHED, told(delivery.lines().readIfTold()),
				told(delivery.lines().usedIfTold()), delivery.lines().inWords(delivery.lines().leftOut()),
				delivery.lines().inWords(delivery.lines().rejected()), number(delivery.figures()),
				number(delivery.revised()), periods(delivery.periods()), vintage(delivery),
				delivery.fingerprintIfTold().orElse(""),
				String.format(Locale.UK, "%,.1f seconds", delivery.took().toMillis() / 1000.0), delivery.faults(),
				delivery.warnings());
	}

	/** Whether it is in the store, but not all of it was as expected. */
	public boolean warned() {
		return this.published && (!this.warnings.isEmpty() || anyRejected());
	}

	/** What became of it, and how many of its checks found something. */
	public String outcome() {
		if (!this.published) {
			return "Refused";
		}
		return switch (this.warnings.size()) {
			case 0 -> anyRejected() ? "Published, some rejected" : "Published";
			case 1 -> "Published, 1 warning";
			default -> "Published, " + this.warnings.size() + " warnings";
		};
	}

	public boolean anyRejected() {
		return !this.rejected.equals("0");
	}

	/** Where figures are withheld, the lines that make them are not counted out. */
	private static String told(OptionalLong count) {
		return count.isPresent() ? number(count.getAsLong()) : "Withheld";
	}

	static String number(long number) {
		return String.format(Locale.UK, "%,d", number);
	}

	private static String sender(Delivery delivery) {
		return (delivery.sender() != null) ? delivery.sender()
				: "Nobody signed in: it was put into the inbox or named at a shell";
	}

	private static String feed(Delivery delivery, Plan plan) {
		if (delivery.feed() == null) {
			return "Not recognised";
		}
		return plan.feed(delivery.feed()).map(Feed::title).orElse(delivery.feed().value());
	}

	/** The day, and where it comes from. */
	private static String vintage(Delivery delivery) {
		StringBuilder words = new StringBuilder(Period.day(delivery.vintage().day()).inWords()).append(", ")
			.append(delivery.vintage().datedBy().inWords());
		if (delivery.isRanked()) {
			words.append(", marked as revised, final or the like");
		}
		return words.append((delivery.version() > 1) ? ", version " + delivery.version() : "").toString();
	}

	private static String periods(List<Period> periods) {
		if (periods.isEmpty()) {
			return "None";
		}
		String first = periods.get(0).inWords();
		if (periods.size() == 1) {
			return first;
		}
		return "%d periods, %s to %s".formatted(periods.size(), first, periods.get(periods.size() - 1).inWords());
	}

}
