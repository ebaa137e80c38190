package org.jfpmonitor.schedule;

/**
 * A run has ended and everything it found is in the store.
 *
 * @param run its number
 */
public record RunFinished(long run) {

}
