package org.jfpmonitor.extract.layout.reading;

import java.util.List;
import java.util.Optional;

import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.yaml.WordList;
import org.jfpmonitor.plan.yaml.YamlNode;

/**
 * What layouts may name of the plan.
 *
 * @param plan the plan
 */
record PlanReferences(Plan plan) {

	/** The measure of the plan; empty with a fault when it has none of this name. */
	Optional<Measure> measure(YamlNode block, YamlNode written) {
		Optional<Measure> found = this.plan.measure(MeasureId.of(written.text()));
		if (found.isEmpty()) {
			fault(block, written, "a measure", this.plan.measures().stream().map((each) -> each.id().value()).toList());
		}
		return found;
	}

	/** The feed; with a fault when the plan has none of this name. */
	FeedId feed(YamlNode block, YamlNode written) {
		List<String> feeds = this.plan.feeds().stream().map(Feed::id).map(FeedId::value).toList();
		if (!feeds.contains(written.text())) {
			fault(block, written, "a feed", feeds);
		}
		return FeedId.of(written.text());
	}

	private static void fault(YamlNode block, YamlNode written, String what, List<String> known) {
		block.fault(written, "expected " + written.key() + ": " + what + " of the plan, found \"" + written.text()
				+ "\". " + WordList.instead(written.text(), known));
	}

}
