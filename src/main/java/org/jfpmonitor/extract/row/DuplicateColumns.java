package org.jfpmonitor.extract.row;

import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.header.Header;
import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.result.ExtractRefused;

/**
 * Columns that a file has twice under the same name. As long as both say the same, it
 * does not matter which one is meant.
 */
final class DuplicateColumns {

	private final FileColumns columns;

	private final Header header;

	private final List<List<Integer>> duplicates = new ArrayList<>();

	DuplicateColumns(FileColumns columns) {
		this.columns = columns;
		this.header = columns.header();
		for (Column column : columns.layout().columns().values()) {
			List<Integer> positions = this.header.positions(column);
			if (positions.size() > 1 && !column.isBands()) {
				this.duplicates.add(positions);
			}
		}
	}

	/**
	 * Compares the columns of the row.
	 * @throws ExtractRefused when two of one name differ
	 */
	void refuseDifferent(Row row) {
		for (List<Integer> positions : this.duplicates) {
			int first = positions.get(0);
			for (int other : positions) {
				if (!row.text(first).equals(row.text(other))) {
					throw new ExtractRefused(List.of(this.columns.asBeginning(row.line(), first)
							+ ": expected one column \"" + this.header.name(first) + "\", found it as columns "
							+ (first + 1) + " and " + (other + 1)
							+ " with different texts. Delete one of them, or say in the layout which one is meant."));
				}
			}
		}
	}

}
