/**
 * Files that wait: the folders they lie in, when they are whole, and where they go when
 * they are read.
 */
@NamedInterface("inbox")
@NullMarked
package org.jfpmonitor.intake.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
