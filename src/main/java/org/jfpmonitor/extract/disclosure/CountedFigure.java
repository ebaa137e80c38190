package org.jfpmonitor.extract.disclosure;

import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * A figure as it was counted, before anything of it is withheld, rounded or judged.
 *
 * @param observation the figure, with the number of lines that make it
 * @param completeness how much of the whole is known, as a share that decides whether the
 * figure is given; null where that is not asked
 */
public record CountedFigure(Observation observation, @Nullable Figure completeness) {

}
