package org.jfpmonitor.chart;

/**
 * A letter above a point of a control chart, which a list beside the drawing explains.
 *
 * @param point the place of the point, counting from 0
 * @param letter a letter or two
 */
public record ChartNote(int point, String letter) {

}
