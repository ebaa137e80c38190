/**
 * What the figures of a file are judged by before they are published: what is held
 * already, and whether the file is whole.
 */
@NullMarked
package org.jfpmonitor.intake.checks;

import org.jspecify.annotations.NullMarked;
