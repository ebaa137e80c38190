package org.jfpmonitor.extract.result;

import java.time.LocalDate;

import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;

/**
 * A status that the organisation published, as one line of an extract says it.
 *
 * @param plan the edition that it is about
 * @param objective an objective of it
 * @param asOf the day the line speaks of
 * @param status as published
 * @param comment as published, or empty
 * @param place where the line stands
 */
public record PositionLine(PlanId plan, ObjectiveCode objective, LocalDate asOf, Status status, String comment,
		Place place) {

}
