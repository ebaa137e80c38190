package org.jfpmonitor.schedule;

/**
 * A run has ended and everything it found is in the store.
 *
 * @param run its number
 * @param kind what made it start
 */
public record RunFinished(long run, RunKind kind) {

}
