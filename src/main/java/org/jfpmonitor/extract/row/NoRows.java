package org.jfpmonitor.extract.row;

import org.jfpmonitor.extract.result.Result;

/** Rows of a file that is known to hold no figures. */
public final class NoRows implements Rows {

	@Override
	public Outcome take(String[] row, long line) {
		return Outcome.LEFT_OUT;
	}

	@Override
	public boolean needs(int position) {
		return false;
	}

	@Override
	public void lineLost() {
		// Nothing comes of such a file.
	}

	@Override
	public Result finish() {
		return Result.empty();
	}

}
