/**
 * What comes of one file: figures, reports of progress, rejected lines, warnings, counts.
 */
@NamedInterface("result")
@NullMarked
package org.jfpmonitor.extract.result;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
