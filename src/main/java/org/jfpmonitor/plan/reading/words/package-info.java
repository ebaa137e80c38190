/** How what a plan calls its ambitions and statuses is read. */
@NullMarked
package org.jfpmonitor.plan.reading.words;

import org.jspecify.annotations.NullMarked;
