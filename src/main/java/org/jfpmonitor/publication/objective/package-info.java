/**
 * The page of one objective: why it stands where it stands.
 */
@NullMarked
package org.jfpmonitor.publication.objective;

import org.jspecify.annotations.NullMarked;
