package org.jfpmonitor.notification.digest;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jfpmonitor.extract.result.LineCounts;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.intake.delivery.Deliveries;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.notification.digest.DigestItem.Link;
import org.jfpmonitor.observation.Place;

import org.springframework.util.StringUtils;

/**
 * A delivery of which something was refused as something to be told: how many lines, why
 * and where. What stood in a line is never mailed, because a line may be a patient.
 */
public final class RefusalItems {

	private static final int MOST_FAULTS = 5;

	private static final int MOST_KINDS = 8;

	private static final int MOST_LINES = 5;

	private final Deliveries deliveries;

	private final URI base;

	public RefusalItems(Deliveries deliveries, URI base) {
		this.deliveries = deliveries;
		this.base = base;
	}

	public static boolean isClean(Delivery delivery) {
		return delivery.state() == Delivery.Outcome.PUBLISHED && delivery.lines().rejected() == 0;
	}

	/**
	 * The item about one delivery that was refused or lost lines.
	 * @param source the feed's title, or words for none
	 */
	public DigestItem of(Delivery delivery, String source) {
		return switch (delivery.state()) {
			case REFUSED ->
				new DigestItem(DigestSection.REFUSED, key(delivery), delivery.fileName() + ": refused whole",
						source + ": " + delivery.fileName() + " was refused whole, and nothing of it was published.",
						faults(delivery), null,
						new Link("The file, and what to do", this.base + "/deliveries/" + delivery.id()));
			case PUBLISHED -> new DigestItem(DigestSection.REFUSED, key(delivery),
					delivery.fileName() + ": " + rejected(delivery) + " rejected",
					"%s: %s of %s %s rejected; the others were published (number %s of the files received)."
						.formatted(source, rejectedOf(delivery), delivery.fileName(),
								(delivery.lines().rejected() == 1) ? "was" : "were", delivery.id()),
					kinds(delivery), null,
					new Link(
							(delivery.lines().rounded() ? "What was rejected" : "Every rejected line")
									+ ", as a CSV file",
							this.base + "/api/deliveries/" + delivery.id() + "/rejects.csv"));
		};
	}

	/** Of how many is left out where the counts are rounded. */
	private static String rejectedOf(Delivery delivery) {
		LineCounts lines = delivery.lines();
		return lines.rounded() ? rejected(delivery)
				: String.format(Locale.UK, "%,d of ", lines.rejected()) + lines(lines.read());
	}

	/** Such as "1 line", or "about 5 lines" where they are rounded. */
	static String rejected(Delivery delivery) {
		LineCounts lines = delivery.lines();
		return lines.inWords(lines.rejected()) + ((lines.rejected() == 1) ? " line" : " lines");
	}

	static String key(Delivery delivery) {
		return "delivery:" + delivery.id();
	}

	private static List<String> faults(Delivery delivery) {
		List<String> faults = new ArrayList<>(delivery.faults().stream().limit(MOST_FAULTS).toList());
		if (delivery.faults().size() > MOST_FAULTS) {
			faults.add((delivery.faults().size() - MOST_FAULTS) + " more are on the page of the file.");
		}
		return faults;
	}

	/** One sentence for each way in which lines of a column were wrong. */
	private List<String> kinds(Delivery delivery) {
		Map<String, Places> kinds = new LinkedHashMap<>();
		this.deliveries.rejects(delivery.id(),
				(reject) -> kinds.computeIfAbsent(kind(reject), (none) -> new Places()).add(reject.place()));
		List<String> lines = new ArrayList<>(kinds.entrySet()
			.stream()
			.limit(MOST_KINDS)
			.map((each) -> each.getKey() + each.getValue().inWords() + ".")
			.toList());
		if (kinds.size() > MOST_KINDS) {
			lines.add((kinds.size() - MOST_KINDS) + " more kinds are in the file of rejected lines.");
		}
		return lines;
	}

	private static String kind(Reject reject) {
		String words = StringUtils.capitalize(reject.code().words());
		return reject.column().isEmpty() ? words : words + ", in column " + reject.column();
	}

	static String lines(long number) {
		return String.format(Locale.UK, "%,d %s", number, (number == 1) ? "line" : "lines");
	}

	/**
	 * Where one kind of fault was found: how often, and the first lines; of a file with
	 * small numbers neither.
	 */
	private static final class Places {

		private final List<Place> first = new ArrayList<>();

		private long count;

		void add(Place place) {
			this.count++;
			if (this.first.size() < MOST_LINES) {
				this.first.add(place);
			}
		}

		String inWords() {
			if (this.first.get(0).isWholeFile()) {
				return "";
			}
			if (this.count == 1) {
				return ": " + this.first.get(0).inWords();
			}
			String named = this.first.stream().map(Place::label).collect(Collectors.joining(", "));
			return (this.count > MOST_LINES) ? ": " + lines(this.count) + ", the first are " + named
					: ": lines " + named;
		}

	}

}
