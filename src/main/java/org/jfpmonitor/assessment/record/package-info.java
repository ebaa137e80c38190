/**
 * What each run found, kept for ever, and what changed since the run before.
 */
@NullMarked
package org.jfpmonitor.assessment.record;

import org.jspecify.annotations.NullMarked;
