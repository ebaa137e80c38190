/**
 * Lines that are no parts of a sum, found by their words or by what they come to: totals
 * among the lines that are added up, and lines of other figures than what came about.
 */
@NullMarked
package org.jfpmonitor.extract.totals;

import org.jspecify.annotations.NullMarked;
