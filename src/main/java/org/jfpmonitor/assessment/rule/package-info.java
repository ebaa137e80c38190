/**
 * How a status comes about: plain functions from plan and evidence to a judgement and its
 * reasons.
 */
@NullMarked
package org.jfpmonitor.assessment.rule;

import org.jspecify.annotations.NullMarked;
