/**
 * The centre and limits of a control chart, and where a point lies between them.
 */
@NamedInterface("limits")
@NullMarked
package org.jfpmonitor.variation.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
