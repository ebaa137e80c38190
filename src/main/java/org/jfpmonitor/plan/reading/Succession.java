package org.jfpmonitor.plan.reading;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.plan.reading.target.MeasureFacts;
import org.jfpmonitor.plan.yaml.Nearest;
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
			checkFeeds();
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
				if (!head.has("succeeds")) {
					checkFirst(edition, head);
				}
				return;
			}
			Optional<PlanReader> found = this.inOrder.stream()
				.filter((each) -> each != edition && plan(each).id().equals(before))
				.findFirst();
			if (found.isEmpty()) {
				boolean own = before.equals(plan(edition).id());
				head.fault("succeeds", "expected succeeds: the id of another edition, found \"" + before + "\""
						+ (own ? ", its own. " : ". ") + instead(edition, before, own));
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

	/** One that succeeds none is the only one of its organisation that does. */
	private void checkFirst(PlanReader edition, YamlNode head) {
		List<PlanReader> earlier = earlier(edition).stream().filter((each) -> isOfSame(each, edition)).toList();
		if (!earlier.isEmpty()) {
			PlanReader other = earlier.get(earlier.size() - 1);
			head.fault("expected succeeds: the id of the edition before, because " + inWords(other)
					+ " of the same organisation begins earlier, found none. Add \"succeeds: " + plan(other).id()
					+ "\", or keep the folder outside plans.");
			return;
		}
		this.inOrder.subList(0, this.inOrder.indexOf(edition))
			.stream()
			.filter((each) -> isOfSame(each, edition) && plan(each).succeeds() == null)
			.findFirst()
			.ifPresent((other) -> head.fault("from",
					"expected from: another day than that of " + inWords(other) + " of the same organisation, found "
							+ plan(edition).duration().start()
							+ " again. Let the later one begin later and name the other with \"succeeds:\", or keep"
							+ " its folder outside plans."));
	}

	/** What to write in place of the id of an edition that cannot be succeeded. */
	private String instead(PlanReader edition, PlanId found, boolean own) {
		List<PlanReader> earlier = earlier(edition);
		List<String> same = earlier.stream()
			.filter((each) -> isOfSame(each, edition))
			.map((each) -> plan(each).id().value())
			.toList();
		Optional<String> near = own ? Optional.empty()
				: Nearest.to(found.value(), earlier.stream().map((each) -> plan(each).id().value()).toList());
		return near.map((id) -> "Write \"" + id + "\".")
			.orElseGet(() -> same.isEmpty() ? "Delete the line if it succeeds none: then it begins a plan."
					: "Write \"" + same.get(same.size() - 1) + "\".");
	}

	/** Those that begin on an earlier day, the newest last. */
	private List<PlanReader> earlier(PlanReader edition) {
		return this.inOrder.stream()
			.filter((each) -> plan(each).duration().start().isBefore(plan(edition).duration().start()))
			.toList();
	}

	private static boolean isOfSame(PlanReader one, PlanReader other) {
		return plan(one).organisation().equals(plan(other).organisation());
	}

	private String inWords(PlanReader edition) {
		return plan(edition).id() + " (" + place(Objects.requireNonNull(this.heads.get(edition))) + ")";
	}

	/**
	 * A figure belongs to no edition, so they cannot mean different ones by one name. The
	 * id of a measure is its name within one plan only, that of its figures in all.
	 */
	private void checkMeasures() {
		Map<String, PlanReader> first = new HashMap<>();
		Map<MeasureId, Described> figures = new HashMap<>();
		Map<MeasureId, Described> better = new HashMap<>();
		for (PlanReader edition : this.inOrder) {
			for (Measure measure : plan(edition).measures()) {
				PlanReader earlier = first.putIfAbsent(line(edition) + " " + measure.id(), edition);
				Described other = figures.putIfAbsent(measure.figures(), new Described(edition, measure));
				edition.block(measure.id()).ifPresent((block) -> {
					// A band says of no way that it is the better one.
					boolean band = block.text("better").equals(MeasureFacts.WITHIN);
					Described way = band ? null
							: better.putIfAbsent(measure.figures(), new Described(edition, measure));
					if (earlier != null && earlier != edition) {
						Measure said = plan(earlier).measure(measure.id()).orElseThrow();
						String where = "as the edition before says of the same measure ("
								+ place(earlier.block(measure.id()).orElse(block)) + ")";
						differs(block, "figures-of", said.figures().value(), measure.figures().value(), where);
						differs(block, "better", said.direction().code(), measure.direction().code(), where);
						compare(block, said, measure, where);
					}
					else if (other != null && other.edition() != edition) {
						compare(block, other.measure(), measure, sameFigures(other, block));
					}
					if ((earlier == null || earlier == edition) && way != null && way.edition() != edition) {
						differs(block, "better", way.measure().direction().code(), measure.direction().code(),
								sameFigures(way, block));
					}
				});
			}
		}
	}

	private static String sameFigures(Described other, YamlNode block) {
		return "as " + plan(other.edition()).id() + " says of the same figures ("
				+ place(other.edition().block(other.measure().id()).orElse(block)) + ")";
	}

	/** Files of a feed come once for all who wait for them. */
	private void checkFeeds() {
		Map<FeedId, PlanReader> first = new HashMap<>();
		for (PlanReader edition : this.inOrder) {
			for (Feed feed : plan(edition).feeds()) {
				PlanReader other = first.putIfAbsent(feed.id(), edition);
				Cadence said = (other != null) ? plan(other).feed(feed.id()).orElseThrow().cadence() : feed.cadence();
				if (other != null && said != feed.cadence()) {
					edition.block(feed.id())
						.ifPresentOrElse((block) -> differs(block, feed.cadence(), said, other),
								() -> other.block(feed.id())
									.ifPresent((block) -> differs(block, said, feed.cadence(), edition)));
				}
			}
		}
	}

	private static void differs(YamlNode block, Cadence found, Cadence said, PlanReader other) {
		block.fault("cadence",
				"expected cadence: " + said.word() + ", as " + plan(other).id() + " has it for the same feed"
						+ other.block(FeedId.of(block.text("id"))).map((each) -> " (" + place(each) + ")").orElse("")
						+ ", found " + found.word()
						+ ". Files of a feed come once for all plans: write the same, or give the feed another id.");
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
