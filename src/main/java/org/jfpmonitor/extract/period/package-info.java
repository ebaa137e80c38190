/**
 * Which period a row is for: in a column, above the header or in the name of the file.
 */
@NullMarked
package org.jfpmonitor.extract.period;

import org.jspecify.annotations.NullMarked;
