package org.jfpmonitor.notification.digest;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.assessment.Change;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.reason.Rule;
import org.jfpmonitor.notification.digest.DigestItem.Link;
import org.jfpmonitor.plan.Feed;

/**
 * An extract that is overdue as something to be told: one item for a feed, however many
 * objectives wait for it.
 */
public final class OverdueItems {

	private OverdueItems() {
	}

	/**
	 * The item about one feed of which figures are due.
	 * @param waiting the objectives that the reader is told of
	 */
	public static DigestItem of(Change change, Feed feed, List<ObjectiveAssessment> waiting, URI base) {
		List<String> lines = new ArrayList<>();
		for (ObjectiveAssessment objective : waiting) {
			objective.measures()
				.stream()
				.filter((measure) -> isOverdue(measure, feed))
				.map((measure) -> ChangeItems.name(objective.objective()) + ": " + measure.reason().sentence())
				.forEach(lines::add);
		}
		return new DigestItem(DigestSection.OVERDUE, change.key(), feed.title() + ": figures overdue",
				feed.title() + ": figures that are due have not come.", lines, null,
				new Link("How each data source stands", base + "/feeds"));
	}

	/** The objectives that wait for figures of the feed, in plan order. */
	public static List<ObjectiveAssessment> waiting(Feed feed, PlanAssessment now) {
		return now.objectives()
			.stream()
			.filter((objective) -> objective.measures().stream().anyMatch((measure) -> isOverdue(measure, feed)))
			.toList();
	}

	private static boolean isOverdue(MeasureAssessment measure, Feed feed) {
		return measure.measure().feed().equals(feed.id()) && measure.reason().rule() == Rule.FIGURE_OVERDUE;
	}

}
