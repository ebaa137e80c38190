/**
 * What a file would come to if it was imported now, without keeping anything of it.
 */
@NamedInterface("trial")
@NullMarked
package org.jfpmonitor.intake.trial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
