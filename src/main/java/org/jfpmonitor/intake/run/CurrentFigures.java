package org.jfpmonitor.intake.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observations;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.plan.id.MeasureId;
import org.jspecify.annotations.Nullable;

/**
 * The figures that were current before an extract, to be compared with afterwards to see
 * what it changed.
 */
final class CurrentFigures {

	private final Observations observations;

	private final LocalDate knownOn;

	private final Map<MeasureId, Before> before = new HashMap<>();

	CurrentFigures(Observations observations, LocalDate knownOn) {
		this.observations = observations;
		this.knownOn = knownOn;
	}

	/** Holds what is current of the measure in the periods, before anything is added. */
	void hold(MeasureId measure, Period within) {
		this.before.put(measure, new Before(within, read(measure, within)));
	}

	/**
	 * What is different now in what was held.
	 * @param provenance of the delivery that was added
	 * @param said the cells that it gives a figure for
	 */
	Changes changes(Provenance provenance, Set<Cell> said) {
		long added = 0;
		long revised = 0;
		long takenBack = 0;
		long outdated = said.size();
		Set<Cell> empty = new HashSet<>(said);
		Set<String> why = new LinkedHashSet<>();
		for (Map.Entry<MeasureId, Before> each : this.before.entrySet()) {
			Map<Cell, Figure> held = each.getValue().figures();
			Map<Cell, Figure> now = new HashMap<>();
			for (Series series : this.observations.series(each.getKey(), each.getValue().within(), this.knownOn)) {
				for (Revision revision : series.points()) {
					now.put(revision.cell(), revision.figure());
					if (revision.provenance().delivery().equals(provenance.delivery())) {
						outdated--;
					}
					else if (said.contains(revision.cell())) {
						revision.provenance().whyNotReplacedBy(provenance).ifPresent(why::add);
					}
				}
			}
			empty.removeAll(now.keySet());
			added += now.keySet().stream().filter((cell) -> !held.containsKey(cell)).count();
			revised += held.entrySet()
				.stream()
				.filter((cell) -> !isSame(cell.getValue(), now.get(cell.getKey())))
				.count();
			takenBack += held.keySet().stream().filter((cell) -> !now.containsKey(cell)).count();
		}
		return new Changes(added, revised, takenBack, outdated, empty.size(), List.copyOf(why));
	}

	private Map<Cell, Figure> read(MeasureId measure, Period within) {
		Map<Cell, Figure> figures = new HashMap<>();
		for (Series series : this.observations.series(measure, within, this.knownOn)) {
			series.points().forEach((each) -> figures.put(each.cell(), each.figure()));
		}
		return figures;
	}

	/** Numbers are compared as numbers: 0.50 is 0.5. */
	private static boolean isSame(Figure before, @Nullable Figure after) {
		return after != null && before.mark() == after.mark() && isSame(before.value(), after.value())
				&& isSame(before.numerator(), after.numerator()) && isSame(before.denominator(), after.denominator());
	}

	private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
		return (one == null || other == null) ? one == null && other == null : one.compareTo(other) == 0;
	}

	/**
	 * How many cells an extract changed.
	 *
	 * @param added cells that had no figure before
	 * @param revised cells whose figure is another one now, or none
	 * @param takenBack those of them that have none now
	 * @param outdated figures of the extract that do not count, because something newer
	 * is held
	 * @param empty those of them for which the newer has no figure
	 * @param why what makes that newer, where it has to be said
	 */
	record Changes(long added, long revised, long takenBack, long outdated, long empty, List<String> why) {

		/** What whoever brought the extract might not expect; empty when nothing. */
		List<String> inWords() {
			List<String> words = new ArrayList<>();
			long replaced = this.outdated - this.empty;
			if (replaced == 1) {
				words.add("1 figure of this file does not count, because something newer is held for it; it is kept.");
			}
			else if (replaced > 1) {
				words.add(String.format(Locale.UK,
						"%,d figures of this file do not count, because something newer is held for them; they are kept.",
						replaced));
			}
			if (this.empty > 0) {
				words.add(String.format(Locale.UK,
						"%,d %s of this file %s not count, because a newer file for the same period has none for whom %s"
								+ " about; %s kept. If the newer one was only a part of what was published, send the"
								+ " whole of it.",
						this.empty, (this.empty == 1) ? "figure" : "figures", (this.empty == 1) ? "does" : "do",
						(this.empty == 1) ? "it is" : "they are", (this.empty == 1) ? "it is" : "they are"));
			}
			words.addAll(this.why);
			if (this.takenBack == 1) {
				words.add("1 figure that was held before is taken back: this file replaces it with none.");
			}
			else if (this.takenBack > 1) {
				words.add(String.format(Locale.UK,
						"%,d figures that were held before are taken back: this file replaces them with none.",
						this.takenBack));
			}
			return words;
		}

	}

	private record Before(Period within, Map<Cell, Figure> figures) {

	}

}
