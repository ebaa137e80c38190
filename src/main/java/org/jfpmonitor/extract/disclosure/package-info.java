/**
 * What may be known of a file that holds small numbers: which figures are withheld, how
 * the others are rounded, and how rejects are told.
 */
@NullMarked
package org.jfpmonitor.extract.disclosure;

import org.jspecify.annotations.NullMarked;
