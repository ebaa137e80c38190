package org.jfpmonitor.extract.row;

import org.jfpmonitor.extract.disclosure.Withheld;
import org.jfpmonitor.extract.result.ParseResult;

/**
 * Rows of a file that is known to hold no figures.
 *
 * @param because what to tell whoever sent it
 */
public record NoRows(String because) implements RowHandler {

	@Override
	public RowOutcome take(Row row) {
		return RowOutcome.LEFT_OUT;
	}

	@Override
	public boolean mayBeEmpty() {
		return true;
	}

	@Override
	public ParseResult finish(Withheld withheld) {
		return ParseResult.nothing(this.because);
	}

}
