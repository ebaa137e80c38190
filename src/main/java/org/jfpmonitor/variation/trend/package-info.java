/**
 * Whether a series moves, by the Mann-Kendall test.
 */
@NamedInterface("trend")
@NullMarked
package org.jfpmonitor.variation.trend;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
