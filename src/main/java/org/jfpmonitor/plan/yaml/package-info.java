/**
 * How a YAML file is read so that every mistake in it can be named with its line: blocks
 * with their known keys, and the forms that a value may have. Knows nothing of plans.
 */
@NamedInterface("yaml")
@NullMarked
package org.jfpmonitor.plan.yaml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
