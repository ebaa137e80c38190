package org.jfpmonitor.extract.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.result.ParseResult;
import org.jfpmonitor.extract.result.SumOfLines;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.organisation.Organisations;

/**
 * Which figures of a file are withheld, decided once over all its tables and before
 * anything is said of any of them: those that may count the same lines are published
 * together or withheld together, so that no published number counts a line that a
 * withheld small number counts.
 */
public final class Withheld {

	/** All figures are let out. */
	public static final Withheld NOTHING = new Withheld(Set.of());

	private final Set<FigureSpot> keys;

	private Withheld(Set<FigureSpot> keys) {
		this.keys = Set.copyOf(keys);
	}

	/**
	 * Withholds what is small in any of the tables, and all that may count the same
	 * lines.
	 */
	public static Withheld of(Collection<CountedTable> tables, Organisations register) {
		List<CountedTable> controlled = tables.stream().filter((each) -> !each.controlled().isEmpty()).toList();
		boolean apart = controlled.size() == 1 && controlled.get(0).keepsOrganisationsApart(register);
		Map<String, List<Counted>> sharing = new HashMap<>();
		for (CountedTable table : controlled) {
			for (CountedFigure each : table.controlled()) {
				String lines = apart ? each.observation().cell().organisation().value() : "";
				sharing.computeIfAbsent(lines, (key) -> new ArrayList<>())
					.add(new Counted(each.observation(), table.control().isSmall(each)));
			}
		}
		Set<FigureSpot> keys = new HashSet<>();
		sharing.values().forEach((each) -> withhold(each, keys));
		return new Withheld(keys);
	}

	/** Takes the figures together whose periods overlap, directly or by others. */
	private static void withhold(List<Counted> sharing, Set<FigureSpot> keys) {
		sharing.sort(Comparator.comparing((each) -> each.period().start()));
		int first = 0;
		while (first < sharing.size()) {
			LocalDate end = sharing.get(first).period().endExclusive();
			int next = first + 1;
			while (next < sharing.size() && sharing.get(next).period().start().isBefore(end)) {
				LocalDate other = sharing.get(next).period().endExclusive();
				end = other.isAfter(end) ? other : end;
				next++;
			}
			List<Counted> together = sharing.subList(first, next);
			if (together.stream().anyMatch(Counted::small)) {
				together.forEach((each) -> keys.add(FigureSpot.of(each.observation())));
			}
			first = next;
		}
	}

	/** Whether the figure in this place is withheld, whatever it says. */
	public boolean has(Observation figure) {
		return !this.keys.isEmpty() && this.keys.contains(FigureSpot.of(figure));
	}

	/**
	 * The sums of lines of which may be told how many organisations have some. Nothing
	 * depends on it for a sum that is withheld anyway, and nobody is told.
	 */
	public List<SumOfLines> told(ParseResult result) {
		Set<Coverage> given = coverages(result, (each) -> !has(each));
		Set<Coverage> kept = coverages(result, this::has);
		return result.sums()
			.stream()
			.filter((each) -> given.contains(each.coverage()) || !kept.contains(each.coverage()))
			.toList();
	}

	private static Set<Coverage> coverages(ParseResult result, Predicate<Observation> which) {
		return result.observations().stream().filter(which).map(Observation::coverage).collect(Collectors.toSet());
	}

	private record Counted(Observation observation, boolean small) {

		Period period() {
			return this.observation.cell().period();
		}

	}

	private record FigureSpot(Cell cell, String scope) {

		static FigureSpot of(Observation figure) {
			return new FigureSpot(figure.cell(), figure.scope());
		}

	}

}
