package org.jfpmonitor.extract.result;

import java.time.LocalDate;

import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;

/**
 * A status that the organisation published, as one line of an extract says it.
 *
 * @param objective an objective of the plan
 * @param asOf the day the line speaks of
 * @param status as published
 * @param comment as published, or empty
 * @param place where the line stands
 */
public record PositionLine(ObjectiveCode objective, LocalDate asOf, Status status, String comment, Place place) {

}
