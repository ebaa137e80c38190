/**
 * What boards read with SQL and no other room keeps: charts and target paths, which are
 * worked out here in Java and not in the database.
 */
@NullMarked
package org.jfpmonitor.publication.tables;

import org.jspecify.annotations.NullMarked;
