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
 * What editions that stand beside each other must agree on. One that succeeds another
 * begins after it, and two of one organisation are of one plan; one that succeeds none
 * begins a plan. A measure that several ask for is the same measure.
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
		this.heads.forEach((edition, head) -> {
			PlanId before = plan(edition).succeeds();
			if (before == null) {
				earlier(edition).filter((other) -> !head.has("succeeds"))
					.ifPresent((other) -> head.fault("expected succeeds: the id of the edition before, because "
							+ plan(other).id() + " (" + place(Objects.requireNonNull(this.heads.get(other)))
							+ ") of the same organisation begins earlier, found none. Add \"succeeds: "
							+ plan(other).id() + "\", or keep the folder outside plans."));
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

	/** The newest edition of the same organisation that begins before it, if any does. */
	private Optional<PlanReader> earlier(PlanReader edition) {
		return this.inOrder.subList(0, this.inOrder.indexOf(edition))
			.stream()
			.filter((each) -> plan(each).organisation().equals(plan(edition).organisation()))
			.reduce((one, other) -> other);
	}

	/**
	 * A figure belongs to no edition, so they cannot mean different ones by one name. The
	 * id of a measure is its name within one plan only, that of its figures in all.
	 */
	private void checkMeasures() {
		Map<String, PlanReader> first = new HashMap<>();
		Map<MeasureId, Described> figures = new HashMap<>();
		for (PlanReader edition : this.inOrder) {
			for (Measure measure : plan(edition).measures()) {
				PlanReader earlier = first.putIfAbsent(line(edition) + " " + measure.id(), edition);
				Described other = figures.putIfAbsent(measure.figures(), new Described(edition, measure));
				edition.block(measure.id()).ifPresent((block) -> {
					if (earlier != null && earlier != edition) {
						Measure said = plan(earlier).measure(measure.id()).orElseThrow();
						String where = "as the edition before says of the same measure ("
								+ place(earlier.block(measure.id()).orElse(block)) + ")";
						differs(block, "figures-of", said.figures().value(), measure.figures().value(), where);
						differs(block, "better", said.direction().code(), measure.direction().code(), where);
						compare(block, said, measure, where);
					}
					else if (other != null && other.edition() != edition) {
						compare(block, other.measure(), measure,
								"as " + plan(other.edition()).id() + " says of the same figures ("
										+ place(other.edition().block(other.measure().id()).orElse(block)) + ")");
					}
				});
			}
		}
	}

	/** The id of the edition with which its line begins. */
	private PlanId line(PlanReader edition) {
		PlanId before = plan(edition).succeeds();
		return this.inOrder.subList(0, this.inOrder.indexOf(edition))
			.stream()
			.filter((each) -> plan(each).id().equals(before))
			.findFirst()
			.map(this::line)
			.orElse(plan(edition).id());
	}

	private static void compare(YamlNode block, Measure said, Measure now, String where) {
		differs(block, "unit", said.unit().word(), now.unit().word(), where);
		differs(block, "cadence", said.cadence().word(), now.cadence().word(), where);
		differs(block, "feed", said.feed().value(), now.feed().value(), where);
		differs(block, "lowest", number(said.lowest(), said), number(now.lowest(), now), where);
		differs(block, "highest", number(said.highest(), said), number(now.highest(), now), where);
	}

	private static void differs(YamlNode block, String key, String said, String now, String where) {
		if (!said.equals(now)) {
			block.fault(key, "expected " + key + ": " + said + ", " + where + ", found " + now
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

	/** A measure as an edition describes it. */
	private record Described(PlanReader edition, Measure measure) {

	}

}
