/**
 * What is checked while and after lines are read.
 */
@NullMarked
package org.jfpmonitor.extract.checks;

import org.jspecify.annotations.NullMarked;
