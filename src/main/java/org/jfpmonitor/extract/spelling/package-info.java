/**
 * How publications spell words and periods, and what they mean by them.
 */
@NullMarked
package org.jfpmonitor.extract.spelling;

import org.jspecify.annotations.NullMarked;
