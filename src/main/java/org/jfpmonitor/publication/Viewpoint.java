package org.jfpmonitor.publication;

import java.time.LocalDate;

/**
 * From where somebody looks at the plan: the day they ask about, and the day whose
 * knowledge is used, to its end in London.
 *
 * @param asOf the day asked about
 * @param knownOn the day by whose end everything used had arrived
 */
public record Viewpoint(LocalDate asOf, LocalDate knownOn) {

	/** The day itself, with everything known on it. */
	public static Viewpoint on(LocalDate day) {
		return new Viewpoint(day, day);
	}

}
