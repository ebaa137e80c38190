/**
 * Numbers as files write them: the digits, signs and separators of one field, and sums of
 * fields.
 */
@NullMarked
package org.jfpmonitor.extract.number;

import org.jspecify.annotations.NullMarked;
