/**
 * Files that report milestones, published positions and overrides.
 */
@NullMarked
package org.jfpmonitor.extract.progress;

import org.jspecify.annotations.NullMarked;
