/** How what is promised of a measure is read: its facts, values and targets. */
@NullMarked
package org.jfpmonitor.plan.reading.target;

import org.jspecify.annotations.NullMarked;
