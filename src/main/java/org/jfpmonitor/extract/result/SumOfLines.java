package org.jfpmonitor.extract.result;

import org.jfpmonitor.observation.Coverage;
import org.jspecify.annotations.Nullable;

/**
 * Figures that add the lines of many organisations together, such as England's from its
 * trusts, with what the file shows of being whole. What is held shows the rest.
 *
 * @param coverage measure, level and period of the figures
 * @param scope the level at which those organisations have figures of their own, or null
 * without one
 * @param column the header of the column that names the organisations
 * @param found how many different ones have lines
 * @param atLeast how many a whole file has at least
 * @param totalAgrees whether the file states the sum of all its lines, and rightly
 */
public record SumOfLines(Coverage coverage, @Nullable String scope, String column, int found, int atLeast,
		boolean totalAgrees) {

}
