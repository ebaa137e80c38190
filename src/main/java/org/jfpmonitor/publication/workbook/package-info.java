/**
 * Workbooks that people fill in or work with: the template for figures, the tables of the
 * report.
 */
@NullMarked
package org.jfpmonitor.publication.workbook;

import org.jspecify.annotations.NullMarked;
