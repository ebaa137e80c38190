/**
 * The JSON interface. Reads take {@code as-of} and {@code known-on}; errors are problem
 * documents (RFC 9457).
 */
@NullMarked
package org.jfpmonitor.publication.api;

import org.jspecify.annotations.NullMarked;
