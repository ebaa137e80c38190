package org.jfpmonitor.intake.inbox;

/**
 * A file that was taken into the inbox.
 *
 * @param sha256 the fingerprint of its bytes, by which the delivery will be found
 * @param known whether the same bytes had been delivered before, so that they change
 * nothing
 */
public record Upload(String sha256, boolean known) {
}
