/**
 * The figures of one measure as they are judged: by period, by basis, in the control
 * chart, against what is required.
 */
@NamedInterface("series")
@NullMarked
package org.jfpmonitor.assessment.series;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
