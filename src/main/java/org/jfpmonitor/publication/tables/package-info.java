/**
 * What boards read with SQL and no other room keeps: charts, target paths and where each
 * objective and measure stands in words, which are worked out here in Java and not in the
 * database.
 */
@NullMarked
package org.jfpmonitor.publication.tables;

import org.jspecify.annotations.NullMarked;
