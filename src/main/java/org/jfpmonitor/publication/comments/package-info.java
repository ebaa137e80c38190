/**
 * The pages on which people write beside the figures, and what was written as pages and
 * reports show it.
 */
@NullMarked
package org.jfpmonitor.publication.comments;

import org.jspecify.annotations.NullMarked;
