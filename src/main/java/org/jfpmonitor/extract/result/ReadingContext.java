package org.jfpmonitor.extract.result;

import java.time.LocalDate;

import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.progress.Sender;

/**
 * What a file is read against.
 *
 * @param plan the plan in force, whose measures, objectives and milestones it may name
 * @param arrivedOn the day that counts as its arrival, and as its vintage where the file
 * does not say; a figure for a period that is not over by then is refused
 * @param sender who sent it, and what is taken from them
 */
public record ReadingContext(Plan plan, LocalDate arrivedOn, Sender sender) {

	/** A file of the owner of the data folder. */
	public ReadingContext(Plan plan, LocalDate arrivedOn) {
		this(plan, arrivedOn, Sender.OWNER_OF_THE_FOLDER);
	}

}
