/**
 * Whether a movement is signal or noise (statistical process control), from numbers
 * alone. The charts are XmR charts as NHS "Making Data Count" draws them, and follow the
 * R package NHSRplotthedots 0.2.2 in every category; see
 * {@code docs/decisions/0010-control-charts-follow-nhsrplotthedots.md}. Nothing here
 * phrases words: every category carries a stable code.
 */
@ApplicationModule(displayName = "Variation", allowedDependencies = {})
@NullMarked
package org.jfpmonitor.variation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
