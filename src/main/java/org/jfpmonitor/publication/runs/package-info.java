/** The pages of runs, and how far each has come. */
@NullMarked
package org.jfpmonitor.publication.runs;

import org.jspecify.annotations.NullMarked;
