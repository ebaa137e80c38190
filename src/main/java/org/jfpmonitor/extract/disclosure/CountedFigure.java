package org.jfpmonitor.extract.disclosure;

import java.math.BigDecimal;
import java.util.List;

import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * A figure as it was counted, before anything of it is withheld, rounded or judged.
 *
 * @param observation the figure, with the number of lines that make it
 * @param completeness how much of the whole is known, as a share that decides whether the
 * figure is given; null where that is not asked
 * @param sides how many numbers lie below a median and how many above it; empty for every
 * other figure
 * @param ofLines whether it is no figure but lines that go into the same ones, whose
 * number could be told from these
 */
public record CountedFigure(Observation observation, @Nullable Figure completeness, List<BigDecimal> sides,
		boolean ofLines) {

	public CountedFigure {
		sides = List.copyOf(sides);
	}

	/** A figure without medians of which it is not asked how much is known. */
	public static CountedFigure of(Observation observation) {
		return new CountedFigure(observation, null, List.of(), false);
	}

	/** Lines that go into the same figures. */
	public static CountedFigure ofLines(Observation lines) {
		return new CountedFigure(lines, null, List.of(), true);
	}

}
