package org.jfpmonitor.extract.result;

/**
 * One line of an extract that was refused.
 *
 * @param line the line of the file, counting from 1
 * @param code which rule refused it, from a closed list
 * @param column the column's name as the file spells it, or empty when the whole line is
 * at fault
 * @param found what stood there; empty where the layout does not say that the column is
 * safe to show
 * @param expected what should have stood there, in words
 */
public record Reject(long line, RejectCode code, String column, String found, String expected) {

}
