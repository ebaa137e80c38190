package org.jfpmonitor.publication.comparison;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.publication.comparison.ComparedOrganisation.Rank;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one measure for one period, of every organisation that has any: kind by
 * kind, ranked within each kind, England and the regions in front and unranked. Figures
 * of different kinds are never ranked together, and those of other periods stand apart.
 *
 * @param measure what is compared
 * @param otherEnd the measure that holds the same figures against the other end of a
 * band; then neither way is better, nobody is ranked and the highest value stands first.
 * Null where one way is better
 * @param period the period compared; empty when nobody has a value
 * @param kinds the organisations, England and the regions first, then the kinds that the
 * plan judges, then the others
 * @param elsewhen those that have figures, but none of this period
 * @param periods how many organisations have a value of each period, newest first
 */
public record Comparison(Measure measure, @Nullable Measure otherEnd, Optional<Period> period, List<ComparedKind> kinds,
		List<Organisation> elsewhen, List<PeriodCount> periods) {

	public Comparison {
		kinds = List.copyOf(kinds);
		elsewhen = List.copyOf(elsewhen);
		periods = List.copyOf(periods);
	}

	/** {@code higher} or {@code lower} is better, or {@code within} a band. */
	public String better() {
		return (this.otherEnd != null) ? "within" : this.measure.direction().code();
	}

	/** The newest of which more than one organisation has a value, or else the newest. */
	static Optional<Period> newest(List<PeriodCount> periods) {
		return periods.stream()
			.filter((each) -> each.organisations() > 1)
			.findFirst()
			.or(() -> periods.stream().findFirst())
			.map(PeriodCount::period);
	}

	/**
	 * Compares one period.
	 * @param choice which of the periods of which anybody has a value, newest first;
	 * empty where there is none
	 * @param until gives the series of each organisation by its code up to a day; asked
	 * for {@code asOf}, and for the last day of the period where some go on after it
	 */
	static Comparison of(Measure measure, @Nullable Measure otherEnd, LocalDate asOf,
			Function<List<PeriodCount>, Optional<Period>> choice,
			Function<LocalDate, Map<OrganisationCode, MeasureSeries>> until, Organisations register) {
		Map<OrganisationCode, MeasureSeries> all = until.apply(asOf);
		List<PeriodCount> periods = periods(all.values());
		return choice.apply(periods).map((slot) -> {
			boolean newest = all.values().stream().allMatch((each) -> endsBy(each, slot.lastDay()));
			return of(measure, otherEnd, slot, newest ? all : until.apply(slot.lastDay()), register, periods);
		}).orElse(new Comparison(measure, otherEnd, Optional.empty(), List.of(), List.of(), List.of()));
	}

	private static Comparison of(Measure measure, @Nullable Measure otherEnd, Period slot,
			Map<OrganisationCode, MeasureSeries> all, Organisations register, List<PeriodCount> periods) {
		Map<Organisation.Type, List<Found>> found = new EnumMap<>(Organisation.Type.class);
		List<Organisation> elsewhen = new ArrayList<>();
		all.forEach(
				(code, series) -> register.find(code)
					.filter((organisation) -> !series.isEmpty())
					.ifPresent(
							(organisation) -> figure(series, slot).ifPresentOrElse(
									(figure) -> found.computeIfAbsent(organisation.kind(), (kind) -> new ArrayList<>())
										.add(new Found(organisation, figure, series)),
									() -> elsewhen.add(organisation))));
		return new Comparison(measure, otherEnd, Optional.of(slot),
				found.entrySet()
					.stream()
					.map((each) -> new ComparedKind(each.getKey(),
							compared(measure, otherEnd != null, each.getKey(), each.getValue())))
					.sorted(Comparator.comparing((ComparedKind each) -> each.isRanked())
						.thenComparing((each) -> !each.isJudged()))
					.toList(),
				elsewhen, periods);
	}

	/** Those of one kind, the best first. */
	private static List<ComparedOrganisation> compared(Measure measure, boolean withinBand, Organisation.Type kind,
			List<Found> all) {
		List<BigDecimal> values = all.stream()
			.map(Found::figure)
			.filter(PeriodFigure::hasValue)
			.map(PeriodFigure::value)
			.toList();
		return all.stream()
			.map((each) -> new ComparedOrganisation(each.organisation(), each.figure(),
					(each.figure().hasValue() && !withinBand && ComparedKind.isRanked(kind))
							? rank(each.figure().value(), values, measure.direction()) : null,
					each.series(), measure.organisations().contains(each.organisation().code()), withinBand))
			.sorted(best(withinBand ? Direction.HIGHER : measure.direction()))
			.toList();
	}

	/** The better value first, then by name; those without a value at the end. */
	private static Comparator<ComparedOrganisation> best(Direction direction) {
		return Comparator.comparing((ComparedOrganisation each) -> !each.figure().hasValue())
			.thenComparing((one, other) -> one.figure().hasValue()
					? compare(one.figure().value(), other.figure().value(), direction) : 0)
			.thenComparing((each) -> each.organisation().name());
	}

	/** Negative where the first is better. */
	private static int compare(BigDecimal one, BigDecimal other, Direction direction) {
		boolean meets = direction.meets(one, other);
		return (meets && direction.meets(other, one)) ? 0 : (meets ? -1 : 1);
	}

	private static Rank rank(BigDecimal value, List<BigDecimal> values, Direction direction) {
		long better = values.stream().filter((each) -> compare(each, value, direction) < 0).count();
		long same = values.stream().filter((each) -> compare(each, value, direction) == 0).count();
		return new Rank((int) better + 1, values.size(), same > 1);
	}

	private static Optional<PeriodFigure> figure(MeasureSeries series, Period slot) {
		return series.figures()
			.stream()
			.filter((each) -> each.slot().equals(slot) && !each.parts().isEmpty())
			.findFirst();
	}

	private static boolean endsBy(MeasureSeries series, LocalDate day) {
		return series.isEmpty() || !series.figures().get(series.newest()).slot().lastDay().isAfter(day);
	}

	private static List<PeriodCount> periods(Iterable<MeasureSeries> all) {
		Map<Period, Integer> counts = new TreeMap<>(Comparator.comparing(Period::lastDay).reversed());
		for (MeasureSeries series : all) {
			series.figures()
				.stream()
				.filter(PeriodFigure::hasValue)
				.forEach((each) -> counts.merge(each.slot(), 1, Integer::sum));
		}
		return counts.entrySet().stream().map((each) -> new PeriodCount(each.getKey(), each.getValue())).toList();
	}

	/**
	 * How many organisations have a value of a period.
	 *
	 * @param period the period
	 * @param organisations how many; at least 1
	 */
	public record PeriodCount(Period period, int organisations) {

	}

	/** An organisation with what it says of the period. */
	private record Found(Organisation organisation, PeriodFigure figure, MeasureSeries series) {

	}

}
