package org.jfpmonitor.assessment.series;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
 * @param on the day, in London, on which it ceased to count: the newer one came then, or
 * it was withdrawn
 * @param sameDay whether the one that it replaced had come on that day, too
 */
public record Restatement(int place, BigDecimal before, LocalDate on, boolean sameDay) {

	/**
	 * Those of a series, oldest period first, where people read another value than
	 * before, also when it was withdrawn in between. Of several replacements the last
	 * that changed the value counts, and what came on one day is held against what was
	 * known before the day; only where nothing was, against what came earlier on it.
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
		Instant received = receivedAt(now);
		while (true) {
			LocalDate on = LocalDate.ofInstant(received, Today.LONDON);
			Optional<Map.Entry<Instant, PeriodFigure>> dayBefore = figures.lastValue(now, ledger, Today.startOf(on));
			Optional<Map.Entry<Instant, PeriodFigure>> last = dayBefore.isPresent() ? dayBefore
					: figures.lastValue(now, ledger, received);
			PeriodFigure before = last.map(Map.Entry::getValue).orElse(null);
			if (before == null || !receivedAt(before).isBefore(received)) {
				return Optional.empty();
			}
			if (!unit.inWords(before.value()).equals(read)) {
				return Optional.of(new Restatement(place, before.value(),
						LocalDate.ofInstant(last.orElseThrow().getKey(), Today.LONDON), dayBefore.isEmpty()));
			}
			received = receivedAt(before);
		}
	}

	private static Instant receivedAt(PeriodFigure figure) {
		return Objects.requireNonNull(figure.receivedAt());
	}

}
