package org.jfpmonitor.publication;

import java.time.LocalDate;
import java.util.List;

/**
 * From where somebody looks at the plan: the day they ask about, and the day whose
 * knowledge is used, to its end in London.
 *
 * @param asOf the day asked about
 * @param knownOn the day by whose end everything used had arrived
 */
public record Viewpoint(LocalDate asOf, LocalDate knownOn) {

	/** What an address may say of it. */
	public static final List<String> PARAMETERS = List.of("as-of", "known-on", "edition");

	/** The day itself, with everything known on it. */
	public static Viewpoint on(LocalDate day) {
		return new Viewpoint(day, day);
	}

}
