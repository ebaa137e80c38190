package org.jfpmonitor.notification.digest;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.Change;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.reason.Reason;
import org.jfpmonitor.assessment.reason.Rule;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.commentary.Comment;
import org.jfpmonitor.notification.digest.DigestItem.Link;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Plan.PlanWords;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.PlanId;
import org.jspecify.annotations.Nullable;

/**
 * A change of an objective as something to be told: the news, and what stands behind it.
 */
public final class ChangeItems {

	/** More parts than these are left to the objective's page. */
	private static final int MOST_PARTS = 6;

	private ChangeItems() {
	}

	/**
	 * The change as an item.
	 * @param comment what everybody reads about the objective, or null
	 * @param edition whose objective it is: mails are read long after, when another
	 * edition of the plan may have an objective of the same code
	 */
	public static DigestItem of(Change change, @Nullable Comment comment, Plan edition, URI base) {
		ObjectiveAssessment now = change.now();
		MeasureId pictured = (change.measure() != null) ? change.measure() : deciding(now).orElse(null);
		return new DigestItem(DigestSection.of(change), change.key(), subject(change, edition.words()),
				Phrasing.change(change, edition.words()), reasons(change, edition.words()), comment, pictured,
				link(change, edition.id(), base));
	}

	/** Where an objective stands, without anything having changed. */
	static DigestItem standing(String key, ObjectiveAssessment now, Plan edition, String headline, URI base) {
		Objective objective = now.objective();
		return new DigestItem(DigestSection.STILL_BEHIND, key,
				name(objective) + ": still " + edition.words().status(now.status()), headline, background(now),
				deciding(now).orElse(null), page(objective, "?edition=" + edition.id(), base));
	}

	static String name(Objective objective) {
		return objective.code() + " " + objective.shortTitle();
	}

	/** Whether the status that it tells of was set by a person. */
	private static boolean isSetManually(Change change) {
		return change.now().override() != null;
	}

	/** Whether a person set or ended the status, and no figure moved it. */
	static boolean isByPerson(Change change) {
		return isSetManually(change) || change.ended() != null;
	}

	private static String subject(Change change, PlanWords words) {
		return name(change.now().objective()) + ": " + switch (change.kind()) {
			case STATUS_CHANGE,
					RECOVERY ->
				isSetManually(change) ? "set manually to " + words.status(change.to())
						: (change.ended() != null) ? "status set manually ended, now " + words.status(change.to())
								: words.status(change.from()) + " to " + words.status(change.to());
			case EARLY_WARNING -> "early warning";
			case RESTATEMENT -> "restated, now " + words.status(change.to()) + " as of " + Phrasing.day(change.asOf());
			case DATA_OVERDUE -> "figure overdue";
			case OVERRIDE_LAPSING -> "status set manually ends soon";
		};
	}

	private static List<String> reasons(Change change, PlanWords words) {
		return change.byEdit()
				? Stream.concat(Stream.of("The plan was edited: as it was before, the status would still be "
						+ words.status(change.from()) + "."), reasons(change).stream())
					.toList()
				: reasons(change);
	}

	private static List<String> reasons(Change change) {
		return switch (change.kind()) {
			case EARLY_WARNING ->
				measure(change).map((measure) -> ofOneMeasure(measure, change.now())).orElse(List.of());
			case STATUS_CHANGE, RECOVERY ->
				isSetManually(change) ? besideWhatWasSet(change.now()) : background(change.now());
			case OVERRIDE_LAPSING -> besideWhatWasSet(change.now());
			case DATA_OVERDUE, RESTATEMENT -> background(change.now());
		};
	}

	private static List<String> ofOneMeasure(MeasureAssessment measure, ObjectiveAssessment now) {
		List<String> lines = new ArrayList<>(List.of(explained(measure.reason(), now)));
		position(now).forEach(lines::add);
		return lines;
	}

	/** What figures and milestones say, where the headline says what a person set. */
	private static List<String> besideWhatWasSet(ObjectiveAssessment now) {
		return background(
				new ObjectiveAssessment(now.reason(), now.measures(), now.milestones(), now.published(), null));
	}

	/**
	 * What stands behind the status: the roll-up where it adds to them, the parts that
	 * decided it first, what was published where that differs, what a person set.
	 */
	private static List<String> background(ObjectiveAssessment now) {
		List<String> lines = new ArrayList<>();
		List<Reason> parts = now.parts();
		if (now.steps().contains(now.reason()) && !repeatsItsParts(now)) {
			lines.add(now.reason().sentence());
		}
		Stream
			.concat(parts.stream().filter((part) -> decides(part, now)),
					parts.stream().filter((part) -> !decides(part, now)))
			.limit(MOST_PARTS)
			.forEach((part) -> lines.add(explained(part, now)));
		if (parts.size() > MOST_PARTS) {
			lines.add((parts.size() - MOST_PARTS) + " more of its parts are on its page.");
		}
		position(now).forEach(lines::add);
		return lines;
	}

	/** Whether the roll-up says nothing but what the parts below it say each. */
	private static boolean repeatsItsParts(ObjectiveAssessment now) {
		Rule rule = now.reason().rule();
		return (rule == Rule.WORST_OF_PARTS || rule == Rule.ALL_PARTS_COMPLETED || rule == Rule.COMPLETED_SO_FAR)
				&& now.parts().size() <= MOST_PARTS;
	}

	private static Stream<String> position(ObjectiveAssessment now) {
		return Stream
			.of(now.agrees() ? "" : Phrasing.agreement(now),
					(now.override() != null) ? Phrasing.override(now.override()) : "")
			.filter((line) -> !line.isEmpty());
	}

	/** A part's reason, with for how long it has been so. */
	private static String explained(Reason reason, ObjectiveAssessment now) {
		String howLong = now.measures()
			.stream()
			.filter((measure) -> measure.reason().equals(reason))
			.map(Phrasing::howLong)
			.findFirst()
			.orElse("");
		return (reason.sentence() + " " + howLong).strip();
	}

	private static boolean decides(Reason part, ObjectiveAssessment now) {
		return part.therefore() == now.computed();
	}

	/** The measure that decided the status; without one the first that has a figure. */
	private static Optional<MeasureId> deciding(ObjectiveAssessment now) {
		Status computed = now.computed();
		return Stream.concat(
				now.measures().stream().filter((measure) -> measure.figure() != null && measure.status() == computed),
				now.measures().stream().filter((measure) -> measure.figure() != null))
			.findFirst()
			.map((measure) -> measure.measure().id());
	}

	private static Optional<MeasureAssessment> measure(Change change) {
		return change.now()
			.measures()
			.stream()
			.filter((each) -> each.measure().id().equals(change.measure()))
			.findFirst();
	}

	private static Link link(Change change, PlanId edition, URI base) {
		String then = (change.kind() == Change.NewsKind.RESTATEMENT) ? "as-of=" + change.asOf() + "&" : "";
		return page(change.now().objective(), "?" + then + "edition=" + edition, base);
	}

	private static Link page(Objective objective, String query, URI base) {
		return new Link("Why objective " + objective.code() + " stands where it stands",
				base + "/objectives/" + objective.code() + query);
	}

}
