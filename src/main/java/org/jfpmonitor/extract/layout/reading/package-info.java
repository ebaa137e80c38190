/**
 * How layout files become layouts, or a list of every fault in them. The schema sees each
 * file for itself; here is what refers to the plan or to another part of the layout, and
 * what one part makes meaningless in another.
 */
@NullMarked
package org.jfpmonitor.extract.layout.reading;

import org.jspecify.annotations.NullMarked;
