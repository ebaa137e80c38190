/**
 * The pages of what arrived and what was sent.
 */
@NullMarked
package org.jfpmonitor.publication.received;

import org.jspecify.annotations.NullMarked;
