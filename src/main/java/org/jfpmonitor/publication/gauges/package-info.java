/**
 * The metrics that Prometheus reads: one immutable snapshot, built after each run and
 * swapped whole.
 */
@NullMarked
package org.jfpmonitor.publication.gauges;

import org.jspecify.annotations.NullMarked;
