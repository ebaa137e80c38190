package org.jfpmonitor.observation.record;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.observation.record.RevisionLedger.Covering;
import org.jfpmonitor.plan.id.MeasureId;

/**
 * Which of two deliveries counts where both speak of the same figure: the one with the
 * greater precedence, a text that is stored with each coverage and compared as plain
 * characters, here and in SQL. It is a rank, then the arrival: its moment, whether it is
 * somebody's line about one organisation, and the number of the delivery.
 * <p>
 * The later arrival stands above the earlier ones that it shares a figure with, except
 * below those that are newer by their own word
 * ({@link Provenance#isNewerByItsWord(Provenance)}). A line about one organisation that
 * nothing but its arrival dates is somebody's deliberate word on what is held then:
 * nothing that came before it is newer, and it makes itself newer than nothing that comes
 * later.
 */
public final class Precedence {

	/** Below every vintage: of a line before which nothing came. */
	private static final String LOWEST_RANK = "0 0000-01-01 0000000000";

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS")
		.withZone(ZoneOffset.UTC);

	private Precedence() {
	}

	/**
	 * The precedence of what a delivery covers, by its vintage alone.
	 * @param provenance with how new what it says of this is
	 */
	static String of(Coverage coverage, Provenance provenance) {
		boolean byArrival = coverage.isRankedByArrival(provenance.vintage());
		return "%s %s %d %019d".formatted(byArrival ? LOWEST_RANK : provenance.vintage().rank(),
				MOMENT.format(provenance.knownAt()), byArrival ? 1 : 0, provenance.delivery().value());
	}

	/**
	 * Those of {@code held} and then those of {@code arrived}, each with its precedence.
	 * What is held keeps its own unless something arrived before it that it shares a
	 * measure and period with, so that it comes to the same whichever was brought in
	 * first.
	 */
	public static List<Covering> settled(List<Covering> held, List<Covering> arrived) {
		Map<Slot, String> firstArrival = new HashMap<>();
		arrived.forEach((each) -> firstArrival.merge(Slot.of(each), arrival(each),
				(one, other) -> (one.compareTo(other) <= 0) ? one : other));
		List<Covering> all = new ArrayList<>(held);
		all.addAll(arrived);
		Map<Subject, List<Integer>> before = new HashMap<>();
		IntStream.range(0, all.size())
			.filter((i) -> firstArrival.containsKey(Slot.of(all.get(i))))
			.boxed()
			.sorted(Comparator.comparing((i) -> arrival(all.get(i))))
			.forEach((i) -> {
				Covering covering = all.get(i);
				Set<Subject> subjects = subjects(covering);
				if (arrival(covering).compareTo(firstArrival.getOrDefault(Slot.of(covering), "")) >= 0) {
					Set<Integer> beside = new LinkedHashSet<>();
					subjects.forEach((each) -> beside.addAll(before.getOrDefault(each, List.of())));
					all.set(i, covering.with(above(covering, beside.stream().map(all::get).toList())));
				}
				subjects.forEach((each) -> before.computeIfAbsent(each, (key) -> new ArrayList<>(2)).add(i));
			});
		return all;
	}

	/** Above those that came before, and below those of them that are newer. */
	private static String above(Covering covering, List<Covering> before) {
		Set<String> newer = new HashSet<>();
		Set<String> others = new HashSet<>();
		for (Covering each : before) {
			if (!each.isWithdrawnBy(covering.provenance().knownAt())) {
				boolean isNewer = !covering.isRankedByArrival() && !each.isRankedByArrival()
						&& each.provenance().isNewerByItsWord(covering.provenance());
				(isNewer ? newer : others).add(rank(each));
			}
		}
		Covering alone = Covering.arrived(covering.coverage(), covering.provenance());
		return newer.stream()
			.min(Comparator.naturalOrder())
			.map((ceiling) -> others.stream().filter((rank) -> rank.compareTo(ceiling) < 0))
			.orElseGet(others::stream)
			.filter((rank) -> rank.compareTo(rank(alone)) > 0)
			.max(Comparator.naturalOrder())
			.map((rank) -> rank + " " + arrival(alone))
			.orElse(alone.precedence());
	}

	/**
	 * What it shares with whatever else speaks of the same: its scope, and each
	 * organisation.
	 */
	private static Set<Subject> subjects(Covering covering) {
		Set<Subject> subjects = new LinkedHashSet<>();
		Slot slot = Slot.of(covering);
		subjects.add(new Subject(slot, covering.coverage().scope()));
		covering.revisions().keySet().forEach((each) -> subjects.add(new Subject(slot, each.value())));
		return subjects;
	}

	private static String rank(Covering covering) {
		return covering.precedence().substring(0, LOWEST_RANK.length());
	}

	private static String arrival(Covering covering) {
		return covering.precedence().substring(LOWEST_RANK.length() + 1);
	}

	/** When what is spoken of was. */
	private record Slot(MeasureId measure, Period period) {

		static Slot of(Covering covering) {
			return new Slot(covering.coverage().measure(), covering.coverage().period());
		}

	}

	/**
	 * What is spoken of.
	 *
	 * @param of a scope, or the code of an organisation
	 */
	private record Subject(Slot slot, String of) {

	}

}
