package org.jfpmonitor.assessment.series;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.FinancialYear;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Ledger;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.target.Basis;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one measure, its organisations taken together: one figure for each
 * period of its cadence, without holes, from the first to the newest that was over on the
 * day asked about and of which a figure is held, or was held until it was withdrawn.
 */
final class PeriodFigures {

	private final Measure measure;

	private final CombinedFigures combined;

	private final List<PeriodFigure> periods;

	private final Map<Period, Series.Withdrawal> withdrawn;

	private @Nullable RunningTotals totals;

	private PeriodFigures(CombinedFigures combined, List<PeriodFigure> periods,
			Map<Period, Series.Withdrawal> withdrawn) {
		this.measure = combined.measure();
		this.combined = combined;
		this.periods = periods;
		this.withdrawn = withdrawn;
	}

	/**
	 * A figure belongs to the period of the cadence that its last day lies in, so that a
	 * snapshot of one day stands for its month; of two in one period the later stands.
	 * @param series one for each organisation
	 * @param asOf periods that end later are left out
	 */
	static PeriodFigures of(Measure measure, List<Series> series, LocalDate asOf) {
		CombinedFigures combined = new CombinedFigures(measure, series.stream().map(Series::organisation).toList());
		SortedMap<Period, @Nullable Revision[]> found = combined.held(series, asOf);
		Map<Period, Series.Withdrawal> withdrawn = found.isEmpty() ? Map.of()
				: combined.withdrawn(found.firstKey(), series, asOf);
		withdrawn.keySet().forEach((slot) -> found.computeIfAbsent(slot, (key) -> new Revision[series.size()]));
		return new PeriodFigures(combined, combined.withoutHoles(found), withdrawn);
	}

	/**
	 * One for each period, oldest first; the last is held or was withdrawn. Empty when
	 * nothing is held.
	 */
	List<PeriodFigure> periods() {
		return this.periods;
	}

	/**
	 * How the figure of the period was withdrawn, of the first organisation; empty where
	 * none was.
	 */
	Optional<Series.Withdrawal> withdrawal(Period slot) {
		return Optional.ofNullable(this.withdrawn.get(slot));
	}

	/** The figure of the period, where it has a value. */
	Optional<PeriodFigure> valued(Period slot) {
		return this.periods.stream().filter((each) -> each.slot().equals(slot) && each.hasValue()).findFirst();
	}

	/**
	 * The last value that the figure of a single period had before the moment, of the
	 * same organisations, with the moment at which it ceased to count, however long it
	 * had none since; empty where it never had one.
	 */
	Optional<Map.Entry<Instant, PeriodFigure>> lastValue(PeriodFigure figure, Ledger ledger, Instant before) {
		return Stream
			.concat(Stream.of(before),
					figure.parts()
						.stream()
						.flatMap((part) -> ledger.moments(part.cell()).stream())
						.filter((moment) -> moment.isBefore(before)))
			.distinct()
			.sorted(Comparator.reverseOrder())
			.flatMap((moment) -> asKnown(figure, ledger, moment).map((known) -> Map.entry(moment, known)).stream())
			.findFirst();
	}

	private Optional<PeriodFigure> asKnown(PeriodFigure figure, Ledger ledger, Instant knownBefore) {
		@Nullable Revision[] known = figure.parts()
			.stream()
			.map((part) -> ledger.figure(part.cell(), knownBefore).orElse(null))
			.toArray(Revision[]::new);
		return Arrays.asList(known).contains(null) ? Optional.empty()
				: Optional.of(this.combined.together(figure.slot(), known)).filter(PeriodFigure::hasValue);
	}

	/** The figure that a basis makes of the period at the place and those before it. */
	PeriodFigure by(Basis basis, int place) {
		return basis.isOfOnePeriod() ? this.periods.get(place) : over(basis, firstOf(basis, place), place);
	}

	/**
	 * The value of several periods that fill the whole, as the basis combines them, rates
	 * by their parts; empty unless each is there.
	 */
	Optional<BigDecimal> over(Period whole, Basis basis) {
		int last = IntStream.range(0, this.periods.size())
			.filter((place) -> this.periods.get(place).slot().lastDay().equals(whole.lastDay()))
			.findFirst()
			.orElse(-1);
		int first = IntStream.rangeClosed(0, last)
			.filter((place) -> this.periods.get(place).slot().start().equals(whole.start()))
			.findFirst()
			.orElse(-1);
		if (first < 0) {
			return Optional.empty();
		}
		PeriodFigure figure = (first == last) ? this.periods.get(last)
				: over(Basis.rolling(last - first + 1, basis.combined()), first, last);
		return figure.hasValue() ? Optional.of(figure.value()) : Optional.empty();
	}

	/** Whether that figure is there and as good as the value. */
	boolean meets(Basis basis, int place, BigDecimal value) {
		if (basis.isOfOnePeriod()) {
			PeriodFigure figure = this.periods.get(place);
			return figure.hasValue() && this.measure.direction().meets(figure.value(), value);
		}
		int first = firstOf(basis, place);
		return totals().areComplete(first, place, basis.combined())
				&& totals().between(first, place).meet(value, basis.combined(), this.measure.direction());
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof PeriodFigures figures && this.periods.equals(figures.periods);
	}

	@Override
	public int hashCode() {
		return this.periods.hashCode();
	}

	/**
	 * The place of the first period that the basis takes in; negative when that is before
	 * the first period held.
	 */
	private int firstOf(Basis basis, int place) {
		return switch (basis.span()) {
			case LATEST, SNAPSHOT -> place;
			case ROLLING -> place - basis.periods() + 1;
			case YEAR_TO_DATE -> firstOfYear(place);
		};
	}

	/** A period belongs to the financial year in which it ends. */
	private int firstOfYear(int place) {
		Period slot = this.periods.get(place).slot();
		LocalDate firstDay = FinancialYear.of(slot.lastDay()).period().start();
		int first = place;
		while (first > 0 && this.periods.get(first - 1).slot().endExclusive().isAfter(firstDay)) {
			first--;
		}
		if (first == 0) {
			Period before = this.measure.cadence().previous(this.periods.get(0).slot());
			while (before.endExclusive().isAfter(firstDay)) {
				first--;
				before = this.measure.cadence().previous(before);
			}
		}
		return first;
	}

	private PeriodFigure over(Basis basis, int first, int last) {
		int count = last - first + 1;
		List<PeriodFigure> span = new ArrayList<>(this.periods.subList(Math.max(0, first), last + 1));
		while (span.size() < count) {
			span.add(0, PeriodFigure.nothing(this.measure.cadence().previous(span.get(0).slot())));
		}
		Period slot = span.get(count - 1).slot();
		Period whole = Period.of(span.get(0).slot().start(), slot.endExclusive());
		List<Revision> parts = new ArrayList<>(count);
		span.forEach((each) -> parts.addAll(each.parts()));
		if (!totals().areComplete(first, last, basis.combined())) {
			return hindered(slot, whole, span, parts);
		}
		Figure figure = totals().between(first, last).as(basis.combined());
		if (figure == null) {
			return new PeriodFigure(slot, whole, null, Obstacle.CANNOT_BE_COMBINED, List.of(whole), List.of(), count,
					parts);
		}
		PeriodFigure made = PeriodFigure.of(slot, whole, figure, parts);
		return new PeriodFigure(slot, whole, figure, made.obstacle(), made.missing(), List.of(), count, parts);
	}

	/** Missing periods are named first, all of them; else the first obstacle is. */
	private static PeriodFigure hindered(Period slot, Period whole, List<PeriodFigure> span, List<Revision> parts) {
		List<Period> missing = span.stream().filter((each) -> !each.isHeld()).map(PeriodFigure::slot).toList();
		PeriodFigure first = span.stream()
			.filter((each) -> !each.hasValue())
			.min(Comparator.comparing(PeriodFigure::addsNothing))
			.orElseThrow();
		return missing.isEmpty()
				? new PeriodFigure(slot, whole, null, first.obstacle(), first.missing(), first.absent(), span.size(),
						parts)
				: new PeriodFigure(slot, whole, null, Obstacle.PERIODS_MISSING, missing, List.of(), span.size(), parts);
	}

	private RunningTotals totals() {
		if (this.totals == null) {
			this.totals = new RunningTotals(this.periods);
		}
		return this.totals;
	}

}
