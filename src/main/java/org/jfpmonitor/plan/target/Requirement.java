package org.jfpmonitor.plan.target;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What a target requires of one period.
 *
 * @param value in base units
 * @param from the day from which this value binds, or null when it is a place on a line,
 * a value planned for the period alone, or the baseline
 */
public record Requirement(BigDecimal value, @Nullable LocalDate from) {

}
