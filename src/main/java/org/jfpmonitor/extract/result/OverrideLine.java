package org.jfpmonitor.extract.result;

import java.time.LocalDate;

import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.publication.Overrides;

/**
 * A status set by a person, as one line of an extract says it. Overrides of one extract
 * do not overlap each other; whether they overlap earlier ones, the store knows.
 *
 * @param objective an objective of the plan
 * @param status the status set
 * @param reason why
 * @param author who set it
 * @param from the first day it holds
 * @param until the last day it holds, inclusive
 * @param place where the line stands
 */
public record OverrideLine(ObjectiveCode objective, Status status, String reason, String author, LocalDate from,
		LocalDate until, Place place) {

}
