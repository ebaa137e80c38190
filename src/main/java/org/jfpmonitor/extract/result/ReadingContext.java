package org.jfpmonitor.extract.result;

import java.time.LocalDate;

import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.progress.Sender;

/**
 * What a file is read against.
 *
 * @param editions the editions of the plan, whose measures, objectives and milestones it
 * may name
 * @param arrivedOn the day that counts as its arrival, and as its vintage where the file
 * does not say; a figure for a period that is not over by then is refused
 * @param sender who sent it, and what is taken from them
 * @param trial whether nothing is kept, and what is found is told to nobody but whoever
 * has the file: then rejects name their lines whatever the file holds
 */
public record ReadingContext(PlanEditions editions, LocalDate arrivedOn, Sender sender, boolean trial) {

	/** A file that is to be imported. */
	public ReadingContext(PlanEditions editions, LocalDate arrivedOn, Sender sender) {
		this(editions, arrivedOn, sender, false);
	}

	/** A file of the owner of the data folder. */
	public ReadingContext(PlanEditions editions, LocalDate arrivedOn) {
		this(editions, arrivedOn, Sender.OWNER_OF_THE_FOLDER);
	}

	/** What the editions ask for, whose measures it may name. */
	public Plan plan() {
		return this.editions.asked();
	}

	/** The edition whose objectives and milestones a report of the day may name. */
	public Plan planOn(LocalDate day) {
		return this.editions.on(day).plan();
	}

}
