package org.jfpmonitor.extract.row;

import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.result.ExtractRefused;

/**
 * Columns that a file has twice under the same name. As long as both say the same, it
 * does not matter which one is meant.
 */
final class Twins {

	private final Header header;

	private final List<List<Integer>> twins = new ArrayList<>();

	Twins(Recognition recognition) {
		this.header = recognition.header();
		for (Column column : recognition.layout().columns().values()) {
			List<Integer> positions = this.header.positions(column);
			if (positions.size() > 1 && !column.isBands()) {
				this.twins.add(positions);
			}
		}
	}

	/**
	 * Compares the columns of the row.
	 * @throws ExtractRefused when two of one name differ
	 */
	void refuseDifferent(String[] row, long line) {
		for (List<Integer> positions : this.twins) {
			int first = positions.get(0);
			for (int other : positions) {
				if (!row[first].equals(row[other])) {
					throw new ExtractRefused(List.of("Line " + line + ": expected one column \""
							+ this.header.name(first) + "\", found it as columns " + (first + 1) + " and " + (other + 1)
							+ " with different texts. Delete one of them, or say in the layout which one is meant."));
				}
			}
		}
	}

}
