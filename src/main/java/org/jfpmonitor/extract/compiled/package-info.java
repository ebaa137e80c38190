/**
 * What a layout says of figures, made ready for one file: its columns are places, its
 * organisations those of the register.
 */
@NullMarked
package org.jfpmonitor.extract.compiled;

import org.jspecify.annotations.NullMarked;
