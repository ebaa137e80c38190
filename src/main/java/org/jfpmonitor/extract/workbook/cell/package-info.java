/**
 * What stands in a cell of a workbook, from the stored value and its number format: the
 * value itself, or what the format shows in its place.
 */
@NullMarked
package org.jfpmonitor.extract.workbook.cell;

import org.jspecify.annotations.NullMarked;
