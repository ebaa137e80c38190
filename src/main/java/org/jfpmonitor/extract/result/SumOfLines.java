package org.jfpmonitor.extract.result;

import org.jfpmonitor.observation.Coverage;
import org.jspecify.annotations.Nullable;

/**
 * Figures that add the lines of many organisations together, such as England's from its
 * trusts, or that the file states as such a sum, with what the file shows of being whole.
 * What is held shows the rest.
 *
 * @param coverage measure, level and period of the figures
 * @param scope the level at which those organisations have figures of their own, or null
 * without one
 * @param column the header of the column that names the organisations
 * @param found how many different ones have lines; 0 where the sum is stated
 * @param atLeast how many a whole file has at least; 0 where the sum is stated, because
 * its lines were counted when the total was held against them
 * @param totalAgrees whether the file states the sum of all its lines, and rightly
 */
public record SumOfLines(Coverage coverage, @Nullable String scope, String column, int found, int atLeast,
		boolean totalAgrees) {

	/** That of a line which states it. */
	public static SumOfLines stated(Coverage coverage, @Nullable String scope, String column) {
		return new SumOfLines(coverage, scope, column, 0, 0, false);
	}

	/** Whether a line states it; otherwise it is added up here. */
	public boolean isStated() {
		return this.atLeast == 0;
	}

}
