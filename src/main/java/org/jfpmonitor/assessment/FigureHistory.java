package org.jfpmonitor.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.FinancialYear;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Basis;
import org.jfpmonitor.plan.Measure;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one measure, its organisations taken together: one figure for each
 * period of its cadence, without holes, from the first to the newest held one that was
 * over on the day asked about.
 */
final class FigureHistory {

	private final Measure measure;

	private final List<OrganisationCode> organisations;

	private final List<PeriodFigure> periods;

	private FigureHistory(Measure measure, List<OrganisationCode> organisations, List<PeriodFigure> periods) {
		this.measure = measure;
		this.organisations = organisations;
		this.periods = periods;
	}

	/**
	 * A figure belongs to the period of the cadence that its last day lies in, so that a
	 * snapshot of one day stands for its month; of two in one period the later stands.
	 * @param series one for each organisation
	 * @param asOf periods that end later are left out
	 */
	static FigureHistory of(Measure measure, List<Series> series, LocalDate asOf) {
		SortedMap<Period, @Nullable Revision[]> found = new TreeMap<>();
		for (int i = 0; i < series.size(); i++) {
			for (Revision revision : series.get(i).points()) {
				Period days = revision.cell().period();
				Period slot = measure.cadence().periodOf(days.lastDay());
				if (slot.encloses(days) && !slot.lastDay().isAfter(asOf)) {
					found.computeIfAbsent(slot, (key) -> new Revision[series.size()])[i] = revision;
				}
			}
		}
		List<OrganisationCode> organisations = series.stream().map(Series::organisation).toList();
		FigureHistory history = new FigureHistory(measure, organisations, new ArrayList<>());
		history.fill(found);
		return history;
	}

	/**
	 * One for each period, oldest first; the last is held. Empty when nothing is held.
	 */
	List<PeriodFigure> periods() {
		return this.periods;
	}

	boolean isEmpty() {
		return this.periods.isEmpty();
	}

	/** The place of the newest period. */
	int newest() {
		return this.periods.size() - 1;
	}

	/** The value of the period, where there is one. */
	Optional<PeriodFigure> valued(Period slot) {
		return this.periods.stream().filter((each) -> each.slot().equals(slot) && each.hasValue()).findFirst();
	}

	/** The figure that a basis makes of the period at the place and those before it. */
	PeriodFigure by(Basis basis, int place) {
		return switch (basis.span()) {
			case LATEST, SNAPSHOT -> this.periods.get(place);
			case ROLLING -> over(basis.combined(), place, basis.periods());
			case YEAR_TO_DATE -> over(basis.combined(), place, periodsOfYear(this.periods.get(place).slot()));
		};
	}

	private void fill(SortedMap<Period, @Nullable Revision[]> found) {
		if (found.isEmpty()) {
			return;
		}
		Cadence cadence = this.measure.cadence();
		Period last = found.lastKey();
		for (Period slot = found.firstKey(); slot.compareTo(last) <= 0; slot = cadence.next(slot)) {
			@Nullable Revision[] parts = found.get(slot);
			this.periods.add((parts != null) ? together(slot, parts) : PeriodFigure.nothing(slot));
		}
	}

	private PeriodFigure together(Period slot, @Nullable Revision[] revisions) {
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
		if (!absent.isEmpty()) {
			return PeriodFigure.hindered(slot, Rule.ORGANISATION_MISSING, absent, parts);
		}
		return (parts.size() == 1) ? PeriodFigure.of(slot, parts.get(0).cell().period(), parts.get(0).figure(), parts)
				: sum(slot, parts);
	}

	private PeriodFigure sum(Period slot, List<Revision> parts) {
		for (Revision part : parts) {
			PeriodFigure alone = PeriodFigure.of(slot, slot, part.figure(), parts);
			if (alone.obstacle() != null) {
				return PeriodFigure.hindered(slot, alone.obstacle(), List.of(part.cell().organisation()), parts);
			}
		}
		Figure figure = Combination.ofOrganisations(this.measure.unit(), parts.stream().map(Revision::figure).toList());
		return (figure != null) ? PeriodFigure.of(slot, slot, figure, parts)
				: PeriodFigure.hindered(slot, Rule.CANNOT_BE_COMBINED, List.of(), parts);
	}

	/** How many periods of the financial year there are up to and with this one. */
	private int periodsOfYear(Period slot) {
		LocalDate firstDay = FinancialYear.of(slot.lastDay()).period().start();
		int count = 0;
		for (Period each = slot; !each.lastDay().isBefore(firstDay); each = this.measure.cadence().previous(each)) {
			count++;
		}
		return count;
	}

	private PeriodFigure over(Basis.Combined combined, int place, int count) {
		List<PeriodFigure> span = new ArrayList<>(this.periods.subList(Math.max(0, place - count + 1), place + 1));
		while (span.size() < count) {
			span.add(0, PeriodFigure.nothing(this.measure.cadence().previous(span.get(0).slot())));
		}
		Period slot = span.get(count - 1).slot();
		Period whole = Period.of(span.get(0).slot().start(), slot.endExclusive());
		List<Revision> parts = span.stream().flatMap((each) -> each.parts().stream()).toList();
		List<Period> missing = span.stream().filter((each) -> !each.isHeld()).map(PeriodFigure::slot).toList();
		if (!missing.isEmpty()) {
			return new PeriodFigure(slot, whole, null, Rule.PERIODS_MISSING, missing, List.of(), count, parts);
		}
		for (PeriodFigure each : span) {
			if (each.obstacle() != null) {
				return new PeriodFigure(slot, whole, null, each.obstacle(), each.missing(), each.absent(), count,
						parts);
			}
		}
		Figure figure = Combination.ofPeriods(combined,
				span.stream().map((each) -> Objects.requireNonNull(each.figure())).toList());
		if (figure == null) {
			return new PeriodFigure(slot, whole, null, Rule.CANNOT_BE_COMBINED, List.of(whole), List.of(), count,
					parts);
		}
		PeriodFigure made = PeriodFigure.of(slot, whole, figure, parts);
		return new PeriodFigure(slot, whole, figure, made.obstacle(), made.missing(), List.of(), count, parts);
	}

}
