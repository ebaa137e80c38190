package org.jfpmonitor.publication.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.progress.Revocation;
import org.jfpmonitor.progress.StatusOverride;

/**
 * An override as it was set, with what has revoked it since. Both days of the override
 * are inclusive; a revocation's day is the first on which it no longer holds.
 */
record OverrideJson(String objective, String status, String reason, String author, LocalDate from, LocalDate until,
		Instant setAt, List<RevocationJson> revocations) {

	static OverrideJson of(StatusOverride override) {
		return new OverrideJson(override.objective().value(), override.status().code(), override.reason(),
				override.author(), override.from(), override.until(), override.origin().knownAt(),
				override.revocations().stream().map(RevocationJson::of).toList());
	}

	/** The end of an override before its last day. */
	record RevocationJson(LocalDate from, String reason, String author, Instant revokedAt) {

		static RevocationJson of(Revocation revocation) {
			return new RevocationJson(revocation.from(), revocation.reason(), revocation.author(),
					revocation.origin().knownAt());
		}

	}

}
