/**
 * How a status is said: every sentence about a judgement is phrased here, once.
 */
@NamedInterface("words")
@NullMarked
package org.jfpmonitor.assessment.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
