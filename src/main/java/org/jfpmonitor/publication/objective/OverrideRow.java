package org.jfpmonitor.publication.objective;

import java.util.List;

import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.progress.PlainText;
import org.jfpmonitor.progress.Revocation;
import org.jfpmonitor.progress.StatusOverride;
import org.jfpmonitor.publication.page.LondonTime;
import org.jfpmonitor.publication.page.StatusMark;

import org.springframework.util.StringUtils;

/**
 * A status that a person set, as it was set.
 *
 * @param mark the status
 * @param days from when to when it holds, in words
 * @param author who set it
 * @param reason why
 * @param set when it was set, in words
 * @param revocations what ended it early, a sentence each
 */
record OverrideRow(StatusMark mark, String days, String author, String reason, String set, List<String> revocations) {

	static OverrideRow of(StatusOverride override) {
		return new OverrideRow(StatusMark.of(override.status()), StringUtils.capitalize(Phrasing.days(override)),
				override.author(), override.reason(), LondonTime.inWords(override.origin().knownAt()),
				override.revocations().stream().map(OverrideRow::sentence).toList());
	}

	private static String sentence(Revocation revocation) {
		return "Revoked from %s by %s on %s: %s".formatted(Period.day(revocation.from()).inWords(), revocation.author(),
				LondonTime.inWords(revocation.origin().knownAt()), PlainText.ended(revocation.reason()));
	}

}
