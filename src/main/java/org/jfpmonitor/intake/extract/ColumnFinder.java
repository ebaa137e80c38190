package org.jfpmonitor.intake.extract;

import java.util.Collection;

import org.jfpmonitor.intake.extract.layout.Column;
import org.jfpmonitor.intake.extract.layout.Conditions;
import org.jfpmonitor.intake.extract.layout.Layout;

/**
 * The columns of a layout in one file, by id.
 *
 * @param layout the layout
 * @param header where its columns are
 */
record ColumnFinder(Layout layout, Header header) {

	Column column(String id) {
		return this.layout.column(id);
	}

	int position(String id) {
		return this.header.position(column(id));
	}

	boolean has(String id) {
		return this.header.has(column(id));
	}

	boolean hasAll(Collection<String> ids) {
		return ids.stream().allMatch(this::has);
	}

	/** Whether every column that the conditions test is in the file. */
	boolean canTest(Conditions conditions) {
		return conditions.all().stream().map(Conditions.Test::column).allMatch(this::has);
	}

}
