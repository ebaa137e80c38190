/**
 * Why something stands where it stands: one record for each rule, with the facts it rests
 * on and the sentence that says it.
 */
@NamedInterface("reason")
@NullMarked
package org.jfpmonitor.assessment.reason;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
