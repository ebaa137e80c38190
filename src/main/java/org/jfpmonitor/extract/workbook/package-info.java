/**
 * Workbooks as published: each sheet becomes records as a text file does. Stored values
 * are read, in the form that the number format of their cell gives them; formulas, macros
 * and links are never run. Everything streams, within bounds.
 */
@NullMarked
package org.jfpmonitor.extract.workbook;

import org.jspecify.annotations.NullMarked;
