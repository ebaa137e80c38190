package org.jfpmonitor.publication.report;

import org.jfpmonitor.plan.Status;
import org.jspecify.annotations.Nullable;

/**
 * The status that is published of an objective.
 *
 * @param status the status, or null for not assessed
 * @param reason why it differs from the computed one, or empty
 */
public record Decision(@Nullable Status status, String reason) {

}
