/**
 * What all pages share: the frame, links, the look of a status.
 */
@NamedInterface("page")
@NullMarked
package org.jfpmonitor.publication.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
