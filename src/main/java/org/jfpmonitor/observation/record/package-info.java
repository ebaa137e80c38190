/**
 * How figures are kept: coverages with their precedence, and the revisions of each cell.
 */
@NullMarked
package org.jfpmonitor.observation.record;

import org.jspecify.annotations.NullMarked;
