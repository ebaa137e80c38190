/**
 * Which layout each table of a file is of, and where in it the header stands.
 */
@NullMarked
package org.jfpmonitor.extract.recognition;

import org.jspecify.annotations.NullMarked;
