/**
 * What of the files that arrived is given to whom: the files themselves, and what was
 * found in them.
 */
@NullMarked
package org.jfpmonitor.publication.original;

import org.jspecify.annotations.NullMarked;
