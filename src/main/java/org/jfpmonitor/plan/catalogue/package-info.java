/**
 * What publications hold, for whichever organisation: the measures that a plan can refer
 * to and the feeds that they come from. Shipped beside the layouts, and overlaid by files
 * of one's own.
 */
@NamedInterface("catalogue")
@NullMarked
package org.jfpmonitor.plan.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
