package org.jfpmonitor.extract.header;

import java.util.List;

import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.layout.PeriodRule;
import org.jfpmonitor.extract.text.Table;
import org.jfpmonitor.observation.SmallNumbers;

/**
 * Which layout a table is of, and where its header is.
 *
 * @param layout the one layout that fits
 * @param table what was recognised
 * @param headerLine the line or row on which the header starts, counting from 1
 * @param header where the columns are
 * @param preamble the rows above the header
 */
public record Recognition(Layout layout, Table table, long headerLine, Header header, List<String[]> preamble) {

	/** Where the columns of the layout are in this file. */
	public FileColumns columns() {
		return new FileColumns(this.layout, this.header, this.table);
	}

	/**
	 * The same table in a file of which another one has small numbers.
	 */
	public Recognition controlledBy(SmallNumbers rule) {
		return new Recognition(this.layout.controlledBy(rule), this.table, this.headerLine, this.header, this.preamble);
	}

	/** Where headers are periods, none of them is one too many. */
	Recognition withoutIdleHeadings() {
		boolean ofPeriods = this.layout.periods().stream().anyMatch((rule) -> rule.form() == PeriodRule.Form.HEADERS);
		int asked = this.header.widthAskedFor();
		int width = (ofPeriods || asked == this.header.width()) ? this.header.width() : ShortLines.width(this);
		return (width < this.header.width() && width >= asked)
				? new Recognition(this.layout, this.table, this.headerLine, this.header.narrowed(width), this.preamble)
				: this;
	}

}
