package org.jfpmonitor.extract.totals;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.compiled.CompiledLevel;
import org.jfpmonitor.organisation.Organisation;

/**
 * Where the lines of one organisation and period are added up at one level; equal to
 * itself alone.
 */
public interface SummedCell {

	/** At which level. */
	CompiledLevel level();

	/** For when. */
	Period period();

	/** Whose. */
	Organisation organisation();

}
