/**
 * Figures of files whose lines name their measure.
 */
@NullMarked
package org.jfpmonitor.extract.named;

import org.jspecify.annotations.NullMarked;
