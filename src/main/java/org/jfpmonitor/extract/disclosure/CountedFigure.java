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
 */
public record CountedFigure(Observation observation, @Nullable Figure completeness, List<BigDecimal> sides) {

	public CountedFigure {
		sides = List.copyOf(sides);
	}

}
