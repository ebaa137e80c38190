/**
 * Whether a file is whole: what of it may be published where it is not, and what is said
 * of that.
 */
@NullMarked
package org.jfpmonitor.intake.checks.whole;

import org.jspecify.annotations.NullMarked;
