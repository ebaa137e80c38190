/**
 * What arrived: deliveries with their counts and rejects, and how each feed stands.
 */
@NamedInterface("delivery")
@NullMarked
package org.jfpmonitor.intake.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
