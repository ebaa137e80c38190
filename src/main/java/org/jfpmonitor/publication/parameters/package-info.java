/**
 * What the address of a page, a document or a read of the interface may ask: every
 * parameter that it has, once, and no other.
 */
@NullMarked
package org.jfpmonitor.publication.parameters;

import org.jspecify.annotations.NullMarked;
