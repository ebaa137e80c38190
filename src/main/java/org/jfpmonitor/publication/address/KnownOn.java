package org.jfpmonitor.publication.address;

import java.time.LocalDate;
import java.util.List;

/**
 * The day whose knowledge is used, to its end in London, where what is asked for belongs
 * to all plans, so that no plan need be named.
 *
 * @param day the day by whose end everything used had arrived
 */
public record KnownOn(LocalDate day) {

	/**
	 * What an address may say of it after the question mark: {@code as-of} as at every
	 * other address, though it leaves nothing out here.
	 */
	public static final List<String> PARAMETERS = List.of("as-of", "known-on");

}
