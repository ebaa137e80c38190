/**
 * What all pages share: the frame, links, the look of a status.
 */
@NullMarked
package org.jfpmonitor.publication.page;

import org.jspecify.annotations.NullMarked;
