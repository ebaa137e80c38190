/**
 * The versions of every edition, kept as documents for ever, and which of them were
 * configured together from when.
 */
@NullMarked
package org.jfpmonitor.plan.record;

import org.jspecify.annotations.NullMarked;
