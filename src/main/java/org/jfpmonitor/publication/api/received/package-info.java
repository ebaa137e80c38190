/**
 * What arrived and what was sent, as JSON.
 */
@NullMarked
package org.jfpmonitor.publication.api.received;

import org.jspecify.annotations.NullMarked;
