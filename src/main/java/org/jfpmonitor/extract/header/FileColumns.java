package org.jfpmonitor.extract.header;

import java.util.Collection;

import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.Conditions;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.text.Table;
import org.jfpmonitor.observation.Place;

/**
 * The columns of a layout in one file, by id.
 *
 * @param layout the layout
 * @param header where its columns are
 * @param table the table that has them
 */
public record FileColumns(Layout layout, Header header, Table table) {

	/** Where a field stands; the position counts from 0. */
	public Place place(long line, int position) {
		return this.table.place(line, position);
	}

	/** Where the field of a column stands. */
	public Place place(long line, String id) {
		return place(line, position(id));
	}

	/** Whether they are of a sheet, in which numbers are no texts. */
	public boolean areOfASheet() {
		return this.table.isSheet();
	}

	/**
	 * As a sentence about the field begins: "Line 27", or "A line" where the number could
	 * tell how many lines there are.
	 */
	public String asBeginning(long line, int position) {
		return this.layout.isControlled() ? "A line" : place(line, position).asBeginning();
	}

	/** Within a sentence, likewise: "line 27", or "one of its lines". */
	public String inWords(long line, int position) {
		return this.layout.isControlled() ? "one of its lines" : place(line, position).inWords();
	}

	/** The column as the layout knows it. */
	public Column column(String id) {
		return this.layout.column(id);
	}

	/** Where the column is, counting from 0; only asked for one that the file has. */
	public int position(String id) {
		return this.header.position(column(id));
	}

	/** The column's name as the file spells it. */
	public String name(String id) {
		return this.header.wholeName(position(id));
	}

	/** Whether the layout knows the column and the file has it. */
	public boolean has(String id) {
		return this.layout.columns().containsKey(id) && this.header.has(column(id));
	}

	/** Whether the file has every one of the columns. */
	public boolean hasAll(Collection<String> ids) {
		return ids.stream().allMatch(this::has);
	}

	/** Whether the file has every column that the conditions test. */
	public boolean canTest(Conditions conditions) {
		return conditions.all().stream().map(Conditions.Test::column).allMatch(this::has);
	}

}
