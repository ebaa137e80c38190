/**
 * One measure over all organisations that publish it, beside England and the regions.
 */
@NullMarked
package org.jfpmonitor.publication.comparison;

import org.jspecify.annotations.NullMarked;
