package org.jfpmonitor.plan.reading;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.plan.yaml.WordList;
import org.jfpmonitor.plan.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * What editions that stand beside each other must agree on: each but the first succeeds
 * one other and begins after it, and a measure that several ask for is the same measure.
 */
final class Succession {

	/** Those whose head could be read, with it. */
	private final Map<PlanReader, YamlNode> heads = new LinkedHashMap<>();

	private final List<PlanReader> inOrder;

	Succession(List<PlanReader> readers) {
		readers.stream()
			.filter((each) -> each.legible().isPresent())
			.sorted(Comparator.comparing((each) -> plan(each).duration().start()))
			.forEach((each) -> each.head().ifPresent((head) -> this.heads.put(each, head)));
		this.inOrder = List.copyOf(this.heads.keySet());
	}

	/** Takes down the faults in the files that have them. */
	void check() {
		if (this.inOrder.size() > 1) {
			checkIds();
			checkSuccession();
			checkMeasures();
		}
	}

	private void checkIds() {
		Map<PlanId, YamlNode> given = new HashMap<>();
		this.heads.forEach((edition, head) -> {
			YamlNode first = given.putIfAbsent(plan(edition).id(), head);
			if (first != null) {
				head.fault("id", "expected id: one that no other edition has, found \"" + plan(edition).id()
						+ "\" again (first in " + place(first) + "). Write another id in one of the two places.");
			}
		});
	}

	private void checkSuccession() {
		Map<PlanId, YamlNode> succeeded = new HashMap<>();
		PlanReader first = this.inOrder.get(0);
		this.heads.forEach((edition, head) -> {
			PlanId before = plan(edition).succeeds();
			if (before == null) {
				if (edition != first && !head.has("succeeds")) {
					head.fault("expected succeeds: the id of the edition before, because " + plan(first).id() + " ("
							+ place(Objects.requireNonNull(this.heads.get(first)))
							+ ") begins earlier, found none. Add \"succeeds: " + plan(first).id()
							+ "\", or keep the folder outside plans.");
				}
				return;
			}
			Optional<PlanReader> found = this.inOrder.stream()
				.filter((each) -> each != edition && plan(each).id().equals(before))
				.findFirst();
			if (found.isEmpty()) {
				head.fault("succeeds", "expected succeeds: the id of another edition, found \"" + before + "\". "
						+ WordList.instead(before.value(), others(edition)));
				return;
			}
			YamlNode other = succeeded.putIfAbsent(before, head);
			if (other != null) {
				head.fault("succeeds", "expected succeeds: an edition that no other succeeds, found \"" + before
						+ "\" again (first in " + place(other) + "). Correct one of the two.");
			}
			else if (!plan(edition).duration().start().isAfter(plan(found.get()).duration().start())) {
				head.fault("from", "expected from: a day after " + plan(found.get()).duration().start() + ", when "
						+ before + " begins, found " + plan(edition).duration().start()
						+ ". An edition judges from its first day until the next one begins; correct one of the two.");
			}
		});
	}

	private List<String> others(PlanReader edition) {
		return this.inOrder.stream().filter((each) -> each != edition).map((each) -> plan(each).id().value()).toList();
	}

	/** A figure belongs to no edition, so they cannot mean different ones by one name. */
	private void checkMeasures() {
		Map<MeasureId, PlanReader> first = new HashMap<>();
		for (PlanReader edition : this.inOrder) {
			for (Measure measure : plan(edition).measures()) {
				PlanReader earlier = first.putIfAbsent(measure.id(), edition);
				if (earlier != null) {
					Measure said = plan(earlier).measure(measure.id()).orElseThrow();
					edition.block(measure.id())
						.ifPresent((block) -> compare(block, said, measure, earlier.block(measure.id()).orElse(block)));
				}
			}
		}
	}

	private static void compare(YamlNode block, Measure said, Measure now, YamlNode first) {
		differs(block, "figures-of", said.figures().value(), now.figures().value(), first);
		differs(block, "unit", said.unit().word(), now.unit().word(), first);
		differs(block, "better", said.direction().code(), now.direction().code(), first);
		differs(block, "cadence", said.cadence().word(), now.cadence().word(), first);
		differs(block, "feed", said.feed().value(), now.feed().value(), first);
		differs(block, "lowest", number(said.lowest(), said), number(now.lowest(), now), first);
		differs(block, "highest", number(said.highest(), said), number(now.highest(), now), first);
	}

	private static void differs(YamlNode block, String key, String said, String now, YamlNode first) {
		if (!said.equals(now)) {
			block.fault(key,
					"expected " + key + ": " + said + ", as the edition before says of the same measure ("
							+ place(first) + "), found " + now
							+ ". Figures belong to every edition: write the same, or give the measure another id.");
		}
	}

	private static String number(@Nullable BigDecimal bound, Measure measure) {
		return (bound != null) ? measure.unit().fromBase(bound).stripTrailingZeros().toPlainString() : "none";
	}

	private static String place(YamlNode node) {
		return node.file().path() + ", line " + node.line();
	}

	private static Plan plan(PlanReader edition) {
		return edition.legible().orElseThrow();
	}

}
