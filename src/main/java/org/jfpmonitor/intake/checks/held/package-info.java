/** What was held before a file, and what the file says beside it, measure by measure. */
@NullMarked
package org.jfpmonitor.intake.checks.held;

import org.jspecify.annotations.NullMarked;
