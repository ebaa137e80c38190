/**
 * Measures at a glance: each in one row, and all by what their control charts say.
 */
@NullMarked
package org.jfpmonitor.publication.measures;

import org.jspecify.annotations.NullMarked;
