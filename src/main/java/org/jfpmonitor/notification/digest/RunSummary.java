package org.jfpmonitor.notification.digest;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.Change;
import org.jfpmonitor.assessment.PlanAssessed;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.notification.digest.DigestItem.Link;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Plan.PlanWords;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to, for the office: what came in, what changed and who was told of it,
 * and that another edition of the plan is in force.
 */
public final class RunSummary {

	private static final int MOST_FILES = 40;

	private final PlanAssessed run;

	private final List<Delivery> arrived;

	private final URI base;

	public RunSummary(PlanAssessed run, List<Delivery> arrived, URI base) {
		this.run = run;
		this.arrived = arrived;
		this.base = base;
	}

	/**
	 * The summary; empty when nothing came in and nothing changed.
	 * @param told who was told, by the key of the news
	 */
	public List<DigestItem> items(Map<String, Collection<EmailAddress>> told) {
		List<DigestItem> items = new ArrayList<>();
		if (this.run.changeOfEdition()) {
			items.add(newEdition());
		}
		if (!this.run.changes().isEmpty()) {
			items.add(new DigestItem(DigestSection.TOLD, "told:" + this.run.run(), subject(),
					number(this.run.changes().size(), "change", "changes") + ".",
					this.run.changes()
						.stream()
						.map((change) -> line(change, this.run.now().plan().plan().words(), told))
						.toList(),
					null, new Link("The board", this.base + "/")));
		}
		if (!this.arrived.isEmpty()) {
			items.add(new DigestItem(DigestSection.CAME_IN, "came-in:" + this.run.run(), subject(), arrivals() + ".",
					files(told), null, new Link("All files received", this.base + "/deliveries")));
		}
		return items;
	}

	/** Nothing of it is a change: the objectives of another edition are other ones. */
	private DigestItem newEdition() {
		Plan plan = this.run.now().plan().plan();
		String counts = Stream.concat(Stream.of(Status.values()).map(this::count), Stream.of(count(null)))
			.filter((words) -> !words.isEmpty())
			.collect(Collectors.joining(", "));
		return new DigestItem(DigestSection.NEW_EDITION, "edition:" + plan.id(), "New edition of the plan",
				"Since " + Phrasing.day(plan.duration().start()) + " " + plan.title() + " is in force.",
				List.of(number(this.run.now().objectives().size(), "objective", "objectives") + ": " + counts + ".",
						"Nobody was told of these. From the next run on owners are told what changes.",
						"The board of the days before is still judged by the edition in force on them."),
				null, new Link("The board", this.base + "/"));
	}

	private String count(@Nullable Status status) {
		long found = this.run.now().objectives().stream().filter((each) -> each.status() == status).count();
		return (found > 0) ? found + " " + this.run.now().plan().plan().words().status(status) : "";
	}

	private String subject() {
		String changes = number(this.run.changes().size(), "change", "changes");
		return "Run for " + Phrasing.day(this.run.now().asOf()) + ": " + changes
				+ (this.arrived.isEmpty() ? "" : ", " + arrivals());
	}

	private String arrivals() {
		long refused = this.arrived.stream().filter((each) -> each.state() == Delivery.Outcome.REFUSED).count();
		boolean rounded = this.arrived.stream()
			.anyMatch((each) -> each.lines().rounded() && each.lines().rejected() > 0);
		long rejected = this.arrived.stream().mapToLong((each) -> each.lines().rejected()).sum();
		return number(this.arrived.size(), "file", "files") + ((refused > 0) ? ", " + refused + " refused whole" : "")
				+ ((rejected > 0) ? ", " + (rounded ? "about " : "") + RefusalItems.lines(rejected) + " rejected" : "");
	}

	private static String line(Change change, PlanWords words, Map<String, Collection<EmailAddress>> told) {
		return Phrasing.change(change, words) + " " + readers(change.key(), told);
	}

	private List<String> files(Map<String, Collection<EmailAddress>> told) {
		List<String> lines = new ArrayList<>(
				this.arrived.stream().limit(MOST_FILES).map((each) -> line(each, told)).toList());
		if (this.arrived.size() > MOST_FILES) {
			lines.add((this.arrived.size() - MOST_FILES) + " more files are on the page Files received.");
		}
		return lines;
	}

	private static String line(Delivery delivery, Map<String, Collection<EmailAddress>> told) {
		String became = switch (delivery.state()) {
			case REFUSED -> "refused whole.";
			case PUBLISHED -> "%s, %s revised or taken back; %s rejected.".formatted(
					number(delivery.figures(), "figure", "figures"), format(delivery.revised()),
					delivery.lines().rounded() ? RefusalItems.rejected(delivery) : format(delivery.lines().rejected())
							+ " of " + RefusalItems.lines(delivery.lines().read()));
		};
		String known = RefusalItems.isClean(delivery) ? "" : " " + readers(RefusalItems.key(delivery), told);
		return delivery.fileName() + ": " + became + known;
	}

	private static String readers(String key, Map<String, Collection<EmailAddress>> told) {
		Collection<EmailAddress> readers = told.getOrDefault(key, List.of());
		return readers.isEmpty() ? "Nobody was told."
				: "Told: " + readers.stream().map(EmailAddress::value).collect(Collectors.joining(", ")) + ".";
	}

	private static String number(long number, String one, String many) {
		return format(number) + " " + ((number == 1) ? one : many);
	}

	private static String format(long number) {
		return String.format(Locale.UK, "%,d", number);
	}

}
