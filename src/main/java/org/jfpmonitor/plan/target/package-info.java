/** What is promised: a target, the basis it is judged on, the path of required values. */
@NamedInterface("target")
@NullMarked
package org.jfpmonitor.plan.target;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
