package org.jfpmonitor.progress;

import java.time.LocalDate;

/**
 * Ends an override early, or takes it back whole when it begins with its first day. Both
 * stay on record: whoever asks what was known before sees the override as it was.
 *
 * @param from the first day on which the override no longer holds
 * @param reason why
 * @param author who revoked it
 * @param origin where it came from
 */
public record Revocation(LocalDate from, String reason, String author, Origin origin) {

	/** Whether the two differ in nothing but where they came from. */
	boolean saysTheSameAs(Revocation other) {
		return equals(new Revocation(other.from, other.reason, other.author, this.origin));
	}

}
