package org.jfpmonitor.publication.board;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.EstimateList;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Ledger;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Observations;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.id.MeasureId;

/**
 * Figures of the example plan: sixteen months of beds that rise and drop at the end, with
 * one withheld, and seven quarters of smoking.
 */
final class ExampleObservations implements Observations {

	private static final int[] BEDS = { 150, 152, 149, 155, 158, 160, 163, 166, 170, 171, 173, 172, 170, 169, 168,
			140 };

	private static final int WITHHELD = 5;

	private static final int[] SMOKING = { 240, 236, 238, 221, 226, 215, 208 };

	@Override
	public Series series(MeasureId measure, OrganisationCode organisation, LocalDate knownOn) {
		if (measure.equals(ExamplePlan.BEDS.id())) {
			return new Series(measure, organisation, IntStream.range(0, BEDS.length).mapToObj(this::beds).toList());
		}
		if (measure.equals(ExamplePlan.SMOKING.id())) {
			return new Series(measure, organisation,
					IntStream.range(0, SMOKING.length).mapToObj(this::smoking).toList());
		}
		return new Series(measure, organisation, List.of());
	}

	@Override
	public Ledger ledger(Collection<MeasureId> measures, Collection<OrganisationCode> organisations) {
		return (measure, organisation, knownBefore) -> series(measure, organisation, LocalDate.MAX);
	}

	@Override
	public List<Series> series(MeasureId measure, Period within, LocalDate knownOn) {
		return List.of(series(measure, ExamplePlan.ICB, knownOn));
	}

	@Override
	public Optional<EstimateList> estimates(Coverage coverage, LocalDate knownOn) {
		return Optional.empty();
	}

	@Override
	public Optional<Period> latestPeriod(Collection<MeasureId> measures, LocalDate overOn) {
		return Optional.empty();
	}

	@Override
	public Set<MeasureId> ofSeveral(Collection<MeasureId> measures) {
		return Set.of();
	}

	@Override
	public List<Revision> everRecorded(MeasureId measure, LocalDate since) {
		throw new UnsupportedOperationException("A page publishes nothing");
	}

	@Override
	public List<OrganisationCode> organisationsOf(MeasureId measure) {
		return List.of(ExamplePlan.ICB);
	}

	@Override
	public void record(Provenance provenance, Collection<Coverage> coverages, Collection<Observation> observations) {
		throw new UnsupportedOperationException("A page records nothing");
	}

	@Override
	public void record(Provenance provenance, Map<Coverage, Vintage> coverages, Collection<Observation> observations,
			Collection<EstimateList> estimates) {
		throw new UnsupportedOperationException("A page records nothing");
	}

	@Override
	public Ledger ledgerWith(Provenance provenance, Map<Coverage, Vintage> coverages,
			Collection<Observation> observations) {
		throw new UnsupportedOperationException("A page tries nothing");
	}

	@Override
	public void withdraw(DeliveryId delivery, Instant knownAt) {
		throw new UnsupportedOperationException("A page withdraws nothing");
	}

	private Revision beds(int month) {
		Period period = Period.day(YearMonth.of(2024, 1).plusMonths(month).atEndOfMonth());
		Figure figure = (month == WITHHELD) ? Figure.absent(Figure.Mark.SUPPRESSED)
				: Figure.of(BigDecimal.valueOf(BEDS[month]));
		return revision(ExamplePlan.BEDS, period, figure, 45 + month);
	}

	private Revision smoking(int quarter) {
		Period period = Cadence.QUARTERLY.periodOf(LocalDate.of(2023, 5, 1).plusMonths(3L * quarter));
		return revision(ExamplePlan.SMOKING, period,
				Figure.ratio(BigDecimal.valueOf(SMOKING[quarter]), BigDecimal.valueOf(2000)), 12);
	}

	private static Revision revision(Measure measure, Period period, Figure figure, long line) {
		return new Revision(
				new Observation(new Cell(measure.id(), ExamplePlan.ICB, period), figure, "QMM", Place.line(line), 1),
				new Provenance(ExampleAssessments.BEDS_DELIVERY, ExampleAssessments.BEDS_FILE, "figures",
						Vintage.arrived(LocalDate.of(2025, 5, 14)), Instant.parse("2025-05-14T08:05:00Z")));
	}

	@Override
	public String fingerprint() {
		return "example";
	}

}
