package org.jfpmonitor.extract.checks;

import org.jfpmonitor.extract.result.Reject;
import org.jspecify.annotations.Nullable;

/**
 * What a check found wrong with one line: either a reject or a warning.
 *
 * @param reject why the line is refused, or null
 * @param warning what should be looked at, or null
 */
public record Finding(@Nullable Reject reject, @Nullable String warning) {

	static Finding reject(Reject reject) {
		return new Finding(reject, null);
	}

	static Finding warning(String warning) {
		return new Finding(null, warning);
	}

}
