/**
 * Which layout a file is of, where its header is, and which of its columns is which.
 */
@NullMarked
package org.jfpmonitor.extract.header;

import org.jspecify.annotations.NullMarked;
