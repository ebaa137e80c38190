/**
 * Whether figures are on the scale that those beside them are on: percents stored as
 * fractions, thousands written as ones. Nothing of it is guessed right, so that it is
 * only said.
 */
@NullMarked
package org.jfpmonitor.intake.checks.scale;

import org.jspecify.annotations.NullMarked;
