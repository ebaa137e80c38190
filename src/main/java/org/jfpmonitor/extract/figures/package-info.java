/**
 * Figures of published files: which lines add to which figure of which organisation and
 * period.
 */
@NullMarked
package org.jfpmonitor.extract.figures;

import org.jspecify.annotations.NullMarked;
