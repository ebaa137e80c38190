package org.jfpmonitor.intake.delivery;

import java.time.Instant;

/**
 * One arrival of the bytes of a delivery; the first is the delivery itself, a later one
 * changed nothing.
 *
 * @param fileName the name it arrived under
 * @param at when
 */
public record Arrival(String fileName, Instant at) {

}
