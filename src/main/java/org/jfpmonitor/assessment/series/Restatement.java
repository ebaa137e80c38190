package org.jfpmonitor.assessment.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.observation.Ledger;
import org.jfpmonitor.plan.Unit;

/**
 * That the figure of a period replaced another one of the same period.
 *
 * @param place the place of the period in its series
 * @param before the value that it replaced, in base units
 * @param on the day, in London, since which the other is known
 */
public record Restatement(int place, BigDecimal before, LocalDate on) {

	/**
	 * Those of a series, oldest period first, where people read another value than on the
	 * days before. Of several replacements the last that changed the value counts, and
	 * two on the same day are one.
	 */
	static List<Restatement> all(PeriodFigures figures, Ledger ledger, Unit unit) {
		return IntStream.range(0, figures.periods().size())
			.filter((place) -> figures.periods().get(place).hasValue())
			.mapToObj((place) -> last(place, figures, ledger, unit))
			.flatMap(Optional::stream)
			.toList();
	}

	private static Optional<Restatement> last(int place, PeriodFigures figures, Ledger ledger, Unit unit) {
		PeriodFigure now = figures.periods().get(place);
		String read = unit.inWords(now.value());
		LocalDate on = receivedOn(now);
		while (true) {
			Optional<PeriodFigure> before = figures.asKnown(now, ledger, on.minusDays(1));
			if (before.isEmpty() || !receivedOn(before.get()).isBefore(on)) {
				return Optional.empty();
			}
			if (!unit.inWords(before.get().value()).equals(read)) {
				return Optional.of(new Restatement(place, before.get().value(), on));
			}
			on = receivedOn(before.get());
		}
	}

	private static LocalDate receivedOn(PeriodFigure figure) {
		return LocalDate.ofInstant(Objects.requireNonNull(figure.receivedAt()), Today.LONDON);
	}

}
