package org.jfpmonitor.observation;

/**
 * One figure as read from one delivery.
 *
 * @param cell where it belongs
 * @param figure what it says
 * @param scope which group of cells of its period its delivery replaces, see
 * {@link Coverage}
 * @param line the first line of the file that it was read from, counting from 1; a sum
 * over many lines names the first
 * @param lines how many lines it was made from
 */
public record Observation(Cell cell, Figure figure, String scope, long line, long lines) {

}
