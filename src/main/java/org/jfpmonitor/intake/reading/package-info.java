/**
 * Reading the files of a run side by side, before any of them is published: on all cores,
 * and by other instances where the settings say so. What a file came to is kept until its
 * turn to be published; a file that was not read ahead is read then.
 */
@NamedInterface("reading")
@NullMarked
package org.jfpmonitor.intake.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
