package org.jfpmonitor.plan;

import java.time.Instant;

/**
 * The plan as written from one moment on. Editing a plan file makes a new version;
 * assessments name the one they used.
 *
 * @param number 1 for the first version of the edition, counting up
 * @param fingerprint SHA-256 of the plan files' contents, in hexadecimal
 * @param knownFrom when it was first loaded
 * @param plan the plan
 */
public record PlanVersion(int number, String fingerprint, Instant knownFrom, Plan plan) {

}
