package org.jfpmonitor.intake.checks;

import org.jfpmonitor.intake.checks.held.HeldFigures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;

/**
 * Figures as if they had been stored.
 *
 * @param extracts what said them; the number of a delivery is its place here
 */
record Held(List<Extract> extracts) implements HeldFigures {

	static HeldFigures nothing() {
		return new Held(List.of());
	}

	/** What extracts of different periods said. */
	static HeldFigures of(Extract... extracts) {
		return new Held(List.of(extracts));
	}

	@Override
	public List<Series> series(MeasureId measure) {
		return this.extracts.stream()
			.flatMap((each) -> series(measure, each,
					new Provenance(new DeliveryId(this.extracts.indexOf(each) + 1), "x.csv", "figures",
							Vintage.arrived(LocalDate.EPOCH), Instant.EPOCH)))
			.toList();
	}

	@Override
	public List<Series> series(MeasureId measure, Set<OrganisationCode> organisations, Period within) {
		return series(measure).stream()
			.map((each) -> organisations.contains(each.organisation()) ? each
					: new Series(measure, each.organisation(),
							each.points()
								.stream()
								.filter((point) -> within.contains(point.cell().period().lastDay()))
								.toList()))
			.toList();
	}

	@Override
	public List<Revision> everPublished(MeasureId measure, LocalDate since) {
		return series(measure).stream()
			.flatMap((each) -> each.points().stream())
			.filter((each) -> each.figure().value() != null && !each.cell().period().lastDay().isBefore(since))
			.toList();
	}

	private static Stream<Series> series(MeasureId measure, Extract extract, Provenance provenance) {
		return extract.observations()
			.stream()
			.filter((each) -> each.cell().measure().equals(measure))
			.map((each) -> new Series(measure, each.cell().organisation(), List.of(new Revision(each, provenance))));
	}

	@Override
	public boolean isOfLayout(DeliveryId delivery, String layout) {
		return this.extracts.get((int) delivery.value() - 1).layout().equals(layout);
	}

}
