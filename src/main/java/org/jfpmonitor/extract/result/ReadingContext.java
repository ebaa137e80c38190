package org.jfpmonitor.extract.result;

import java.time.LocalDate;

import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Plans;
import org.jfpmonitor.progress.Sender;

/**
 * What a file is read against.
 *
 * @param plans the plans, whose measures, objectives and milestones it may name
 * @param arrivedOn the day that counts as its arrival, and as its vintage where the file
 * does not say; a figure for a period that is not over by then is refused
 * @param sender who sent it, and what is taken from them
 * @param trial whether nothing is kept, and what is found is told to nobody but whoever
 * has the file: then rejects name their lines whatever the file holds
 */
public record ReadingContext(Plans plans, LocalDate arrivedOn, Sender sender, boolean trial) {

	/** A file that is to be imported. */
	public ReadingContext(Plans plans, LocalDate arrivedOn, Sender sender) {
		this(plans, arrivedOn, sender, false);
	}

	/** A file of the owner of the data folder. */
	public ReadingContext(Plans plans, LocalDate arrivedOn) {
		this(plans, arrivedOn, Sender.OWNER_OF_THE_FOLDER);
	}

	/** What all plans ask for, whose measures it may name. */
	public Plan plan() {
		return this.plans.asked();
	}

}
