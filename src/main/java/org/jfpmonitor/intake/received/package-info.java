/** What each run received, in its order, and how far each file of it came. */
@NamedInterface("received")
@NullMarked
package org.jfpmonitor.intake.received;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
