/**
 * One measure over all organisations, for programs.
 */
@NullMarked
package org.jfpmonitor.publication.api.comparison;

import org.jspecify.annotations.NullMarked;
