package org.jfpmonitor.extract.totals;

import org.jfpmonitor.extract.compiled.CompiledLevel;

/**
 * Where the lines of one organisation and period are added up at one level; equal to
 * itself alone.
 */
public interface SummedCell {

	/** At which level. */
	CompiledLevel level();

}
