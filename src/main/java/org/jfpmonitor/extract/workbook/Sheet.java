package org.jfpmonitor.extract.workbook;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongFunction;

import org.apache.poi.ss.util.CellReference;
import org.jfpmonitor.extract.text.Records;
import org.jfpmonitor.extract.text.Table;
import org.jfpmonitor.observation.Place;

/**
 * One sheet of a workbook as a table. Its records are its rows; a row of nothing is none.
 *
 * @param name as its tab shows it
 * @param hidden whether people who open the workbook do not see it
 * @param opener opens its records, of so many columns from the left
 * @param merged looks for merged cells up to a row
 */
public record Sheet(String name, boolean hidden, IntFunction<Records> opener,
		LongFunction<List<MergedCells>> merged) implements Table {

	@Override
	public List<MergedCells> mergedCells(long lastLine) {
		return this.merged.apply(lastLine).stream().filter((each) -> each.line() <= lastLine).toList();
	}

	@Override
	public Records open() {
		return open(RowFields.MOST_COLUMNS);
	}

	@Override
	public Records open(int columns) {
		return this.opener.apply(columns);
	}

	@Override
	public boolean isSheet() {
		return true;
	}

	@Override
	public Place place(long line, int column) {
		return new Place(line, new CellReference(this.name, (int) line - 1, column, false, false).formatAsString());
	}

}
