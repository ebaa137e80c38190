package org.jfpmonitor.extract.result;

import java.time.LocalDate;

import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.id.MilestoneId;
import org.jfpmonitor.plan.id.PlanId;
import org.jspecify.annotations.Nullable;

/**
 * How a milestone stands, as one line of an extract says it.
 *
 * @param plan the edition that it is about
 * @param milestone a milestone of it
 * @param asOf the day the line speaks of
 * @param forecast when delivery is expected, or null
 * @param achieved when it was delivered, or null
 * @param withdrawn whether it takes back that it was delivered
 * @param comment as written, or empty
 * @param place where the line stands
 */
public record MilestoneLine(PlanId plan, MilestoneId milestone, LocalDate asOf, @Nullable LocalDate forecast,
		@Nullable LocalDate achieved, boolean withdrawn, String comment, Place place) {

}
