package org.jfpmonitor.extract.header;

import java.util.Set;

/**
 * Columns that stand below the heading of one period, beside those that stand left of all
 * periods and hold for each of them.
 *
 * @param heading the heading, as the file spells it
 * @param header where the columns of the layout are for the period
 * @param own the positions, counting from 0, of those below the heading
 */
public record PeriodBlock(String heading, Header header, Set<Integer> own) {

	public PeriodBlock {
		own = Set.copyOf(own);
	}

}
