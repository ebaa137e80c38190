package org.jfpmonitor.extract.recognition;

import java.util.List;

import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.header.Header;
import org.jfpmonitor.extract.header.PeriodBlock;
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
 * @param blocks where the columns are for each period whose heading stands above them
 */
public record Recognition(Layout layout, Table table, long headerLine, Header header, List<String[]> preamble,
		List<PeriodBlock> blocks) {

	/** What stands below the heading of one of its periods. */
	Recognition below(PeriodBlock block) {
		return new Recognition(this.layout, this.table, this.headerLine, block.header(), this.preamble, List.of(block));
	}

	/** Where the columns of the layout are in this file. */
	public FileColumns columns() {
		return new FileColumns(this.layout, this.header, this.table);
	}

	/**
	 * The same table in a file of which another one has small numbers.
	 */
	public Recognition controlledBy(SmallNumbers rule) {
		return new Recognition(this.layout.controlledBy(rule), this.table, this.headerLine, this.header, this.preamble,
				this.blocks);
	}

	private boolean isInHeadings() {
		return this.layout.periods().stream().map(PeriodRule::form).anyMatch(PeriodRule.Form::isInHeadings);
	}

	/** Where headings are periods, none of them is one too many. */
	Recognition withoutIdleHeadings() {
		boolean ofPeriods = isInHeadings();
		int asked = this.header.widthAskedFor();
		int width = (ofPeriods || asked == this.header.width()) ? this.header.width() : ShortLines.width(this);
		return (width < this.header.width() && width >= asked) ? new Recognition(this.layout, this.table,
				this.headerLine, this.header.narrowed(width), this.preamble, this.blocks) : this;
	}

}
