package org.jfpmonitor.extract.result;

import java.time.LocalDate;

import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;

/**
 * What somebody says about an objective for a month, as one line of an extract says it.
 *
 * @param plan the edition that it is about
 * @param objective an objective of it
 * @param asOf the last day of the month
 * @param comment what the figures say
 * @param author who wrote it
 * @param place where the line stands
 */
public record CommentLine(PlanId plan, ObjectiveCode objective, LocalDate asOf, String comment, String author,
		Place place) {

}
