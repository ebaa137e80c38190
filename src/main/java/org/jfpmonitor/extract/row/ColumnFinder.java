package org.jfpmonitor.extract.row;

import java.util.Collection;

import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.Conditions;
import org.jfpmonitor.extract.layout.Layout;

/**
 * The columns of a layout in one file, by id.
 *
 * @param layout the layout
 * @param header where its columns are
 */
public record ColumnFinder(Layout layout, Header header) {

	public Column column(String id) {
		return this.layout.column(id);
	}

	public int position(String id) {
		return this.header.position(column(id));
	}

	public boolean has(String id) {
		return this.header.has(column(id));
	}

	public boolean hasAll(Collection<String> ids) {
		return ids.stream().allMatch(this::has);
	}

	/** Whether every column that the conditions test is in the file. */
	public boolean canTest(Conditions conditions) {
		return conditions.all().stream().map(Conditions.Test::column).allMatch(this::has);
	}

}
