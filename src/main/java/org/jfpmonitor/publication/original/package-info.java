/** The files that arrived, as they arrived, for those who may have them. */
@NullMarked
package org.jfpmonitor.publication.original;

import org.jspecify.annotations.NullMarked;
