/** Tables for spreadsheets and programs: how they are written, and who is given one. */
@NullMarked
package org.jfpmonitor.publication.csv;

import org.jspecify.annotations.NullMarked;
