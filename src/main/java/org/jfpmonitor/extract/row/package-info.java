/**
 * One line of a file: found under its header, its fields as text and as numbers.
 */
@NullMarked
package org.jfpmonitor.extract.row;

import org.jspecify.annotations.NullMarked;
