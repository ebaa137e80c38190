package org.jfpmonitor.extract.layout.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.catalogue.Catalogue;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.yaml.WordList;
import org.jfpmonitor.plan.yaml.YamlNode;

/** What a layout names of the plan, and what it names that this plan does not ask for. */
final class PlanReferences {

	private final Plan plan;

	private final Catalogue catalogue;

	private final boolean isShipped;

	private final Set<MeasureId> unasked = new TreeSet<>();

	/**
	 * Those of one layout.
	 * @param isShipped whether it came with the program: then it may name what a
	 * catalogue of one's own does not have, and nothing is read for that
	 */
	PlanReferences(Plan plan, Catalogue catalogue, boolean isShipped) {
		this.plan = plan;
		this.catalogue = catalogue;
		this.isShipped = isShipped;
	}

	/**
	 * The measure of the plan; empty when it does not ask for this one, and with a fault
	 * when nobody knows one of this name.
	 */
	Optional<Measure> measure(YamlNode block, YamlNode written) {
		MeasureId id = MeasureId.of(written.text());
		Optional<Measure> found = this.plan.measure(id);
		if (found.isEmpty() && (this.isShipped || this.catalogue.measure(id).isPresent())) {
			this.unasked.add(id);
		}
		else if (found.isEmpty()) {
			fault(block, written, "a measure", this.plan.measures().stream().map((each) -> each.id().value()).toList());
		}
		return found;
	}

	/** Whether the layout names this measure and the plan does not ask for it. */
	boolean isUnasked(String id) {
		return this.unasked.stream().anyMatch((each) -> each.value().equals(id));
	}

	/** Measures named so far that the plan does not ask for. */
	Set<MeasureId> unasked() {
		return Set.copyOf(this.unasked);
	}

	/** Whether the plan has the feed. */
	boolean has(FeedId feed) {
		return this.plan.feed(feed).isPresent();
	}

	/**
	 * The feed; with a fault when the plan does not have it and needs it, or nobody knows
	 * one of this name.
	 */
	FeedId feed(YamlNode block, YamlNode written, boolean needed) {
		FeedId feed = FeedId.of(written.text());
		if (!has(feed) && (needed || (!this.isShipped && this.catalogue.feed(feed).isEmpty()))) {
			fault(block, written, "a feed", this.plan.feeds().stream().map(Feed::id).map(FeedId::value).toList());
		}
		return feed;
	}

	private static void fault(YamlNode block, YamlNode written, String what, List<String> known) {
		block.fault(written, "expected " + written.key() + ": " + what + " of the plan, found \"" + written.text()
				+ "\". " + WordList.instead(written.text(), known));
	}

}
