/**
 * Where in what stands below a header another table begins, whose lines would be read as
 * if they were of the first.
 */
@NullMarked
package org.jfpmonitor.extract.tables;

import org.jspecify.annotations.NullMarked;
