package org.jfpmonitor.assessment.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.target.Basis;
import org.jspecify.annotations.Nullable;

/**
 * Takes the figures of organisations together, period by period: their sum where each of
 * them has one, and otherwise why there is none.
 *
 * @param measure what is measured
 * @param organisations whose figures, in the order of their series
 */
record CombinedFigures(Measure measure, List<OrganisationCode> organisations) {

	/**
	 * What is held of each period of the cadence, by organisation; of two figures in one
	 * period the later stands.
	 */
	SortedMap<Period, @Nullable Revision[]> held(List<Series> series, LocalDate asOf) {
		SortedMap<Period, @Nullable Revision[]> found = new TreeMap<>();
		for (int i = 0; i < series.size(); i++) {
			Period slot = null;
			for (Revision revision : series.get(i).points()) {
				Period days = revision.cell().period();
				slot = slotOf(days, slot, this.measure.cadence());
				if (!slot.lastDay().isAfter(asOf) && slot.encloses(days)) {
					found.computeIfAbsent(slot, (key) -> new Revision[series.size()])[i] = revision;
				}
			}
		}
		return found;
	}

	/**
	 * A period whose figure was withdrawn is one without a figure, not one that has not
	 * come yet. One before the first that is held is left out: nobody would miss it.
	 */
	Map<Period, Series.Withdrawal> withdrawn(Period first, List<Series> series, LocalDate asOf) {
		Map<Period, Series.Withdrawal> withdrawn = new HashMap<>(2);
		for (Series each : series) {
			each.withdrawn().forEach((days, withdrawal) -> {
				Period slot = this.measure.cadence().periodOf(days.lastDay());
				if (slot.start().isAfter(first.start()) && !slot.lastDay().isAfter(asOf) && slot.encloses(days)) {
					withdrawn.putIfAbsent(slot, withdrawal);
				}
			});
		}
		return withdrawn;
	}

	/** A figure for each period of the cadence from the first on, oldest first. */
	List<PeriodFigure> withoutHoles(SortedMap<Period, @Nullable Revision[]> found) {
		List<PeriodFigure> periods = new ArrayList<>(found.size());
		Period before = null;
		for (Map.Entry<Period, @Nullable Revision[]> entry : found.entrySet()) {
			Period slot = entry.getKey();
			while (before != null && !before.endExclusive().equals(slot.start())) {
				before = this.measure.cadence().next(before);
				if (!before.equals(slot)) {
					periods.add(PeriodFigure.nothing(before));
				}
			}
			periods.add(together(slot, entry.getValue()));
			before = slot;
		}
		return periods;
	}

	/** The figure of one period; null for each organisation that has none. */
	PeriodFigure together(Period slot, @Nullable Revision[] revisions) {
		if (revisions.length == 1) {
			Revision only = revisions[0];
			return (only != null) ? PeriodFigure.of(slot, only.cell().period(), only.figure(), List.of(only))
					: PeriodFigure.withdrawn(slot);
		}
		List<Revision> parts = new ArrayList<>(revisions.length);
		List<OrganisationCode> absent = new ArrayList<>(0);
		for (int i = 0; i < revisions.length; i++) {
			Revision revision = revisions[i];
			if (revision != null) {
				parts.add(revision);
			}
			else {
				absent.add(this.organisations.get(i));
			}
		}
		return absent.isEmpty() ? sum(slot, parts)
				: PeriodFigure.hindered(slot, Obstacle.ORGANISATION_MISSING, absent, parts);
	}

	private PeriodFigure sum(Period slot, List<Revision> parts) {
		boolean summed = Totals.ofOrganisations(this.measure.unit()) == Basis.Combined.SUM;
		for (Revision part : parts) {
			PeriodFigure alone = PeriodFigure.of(slot, slot, part.figure(), parts);
			if (alone.obstacle() != null && (summed || !alone.addsNothing())) {
				return PeriodFigure.hindered(slot, alone.obstacle(), List.of(part.cell().organisation()), parts);
			}
		}
		Figure figure = Totals.of(parts.stream().map(Revision::figure).toList())
			.as(Totals.ofOrganisations(this.measure.unit()));
		return (figure != null) ? PeriodFigure.of(slot, slot, figure, parts)
				: PeriodFigure.hindered(slot, Obstacle.CANNOT_BE_COMBINED, List.of(), parts);
	}

	/** The period of the cadence, which mostly is the one after the slot before. */
	private static Period slotOf(Period days, @Nullable Period before, Cadence cadence) {
		if (before != null && before.endExclusive().equals(days.start())) {
			Period next = cadence.next(before);
			if (next.encloses(days)) {
				return next;
			}
		}
		return cadence.periodOf(days.lastDay());
	}

}
