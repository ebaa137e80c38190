/**
 * Which column of a table is which, by its header and what stands above and below it.
 */
@NullMarked
package org.jfpmonitor.extract.header;

import org.jspecify.annotations.NullMarked;
