/**
 * How one file is read: recognised by its layout, turned into figures and reports while
 * streaming, and checked. Knows nothing of deliveries or of the store; what a row says is
 * aggregated and never kept.
 */
@NullMarked
package org.jfpmonitor.intake.extract;

import org.jspecify.annotations.NullMarked;
