package org.jfpmonitor.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.intake.extract.History;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Ledger;
import org.jfpmonitor.observation.Observations;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.MeasureId;
import org.jspecify.annotations.Nullable;

/**
 * The figures that were current before an extract, read from the store once a measure:
 * what its checks compare with, and what is compared with afterwards to see what it
 * changed.
 */
final class CurrentFigures implements History {

	private final Observations observations;

	private final LocalDate knownOn;

	private final Map<MeasureId, Held> held = new HashMap<>();

	CurrentFigures(Observations observations, LocalDate knownOn) {
		this.observations = observations;
		this.knownOn = knownOn;
	}

	@Override
	public Series series(MeasureId measure, OrganisationCode organisation) {
		return held(measure).ledger().series(measure, organisation, this.knownOn);
	}

	/** Reads what is current of the measures, before anything is added. */
	void hold(Collection<MeasureId> measures) {
		measures.forEach(this::held);
	}

	/** What is different now in the measures that were held. */
	Changes changes() {
		long added = 0;
		long revised = 0;
		for (Map.Entry<MeasureId, Held> each : this.held.entrySet()) {
			Held now = read(each.getKey());
			for (OrganisationCode organisation : now.organisations()) {
				Map<Period, Figure> before = figures(each.getValue(), each.getKey(), organisation);
				Map<Period, Figure> after = figures(now, each.getKey(), organisation);
				added += after.keySet().stream().filter((period) -> !before.containsKey(period)).count();
				revised += before.entrySet()
					.stream()
					.filter((cell) -> !isSame(cell.getValue(), after.get(cell.getKey())))
					.count();
			}
		}
		return new Changes(added, revised);
	}

	private Map<Period, Figure> figures(Held held, MeasureId measure, OrganisationCode organisation) {
		Map<Period, Figure> figures = new HashMap<>();
		for (Revision each : held.ledger().series(measure, organisation, this.knownOn).points()) {
			figures.put(each.cell().period(), each.figure());
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

	private Held held(MeasureId measure) {
		return this.held.computeIfAbsent(measure, this::read);
	}

	private Held read(MeasureId measure) {
		List<OrganisationCode> organisations = this.observations.organisationsOf(measure);
		return new Held(organisations, this.observations.ledger(List.of(measure), organisations));
	}

	/**
	 * How many cells an extract changed.
	 *
	 * @param added cells that had no figure before
	 * @param revised cells whose figure is another one now, or none
	 */
	record Changes(long added, long revised) {

	}

	private record Held(List<OrganisationCode> organisations, Ledger ledger) {

	}

}
