package org.jfpmonitor.assessment.series;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * That the figure of a period replaced another one of the same period.
 *
 * @param place the place of the period in its series
 * @param before the value that it replaced, in base units
 * @param on the day, in London, since which the other is known
 */
public record Restatement(int place, BigDecimal before, LocalDate on) {

}
