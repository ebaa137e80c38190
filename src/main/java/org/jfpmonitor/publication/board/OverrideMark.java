package org.jfpmonitor.publication.board;

import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.progress.StatusOverride;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * A person's status as a page shows it, always with who, why and until when.
 *
 * @param mark the status set
 * @param author who set it
 * @param reason why
 * @param from its first day, in words
 * @param until its last day, in words
 * @param sentence all of it in one sentence
 */
public record OverrideMark(StatusMark mark, String author, String reason, String from, String until, String sentence) {

	static @Nullable OverrideMark of(@Nullable StatusOverride override) {
		if (override == null) {
			return null;
		}
		return new OverrideMark(StatusMark.of(override.status()), override.author(), override.reason(),
				Period.day(override.from()).inWords(), Period.day(override.until()).inWords(),
				Phrasing.override(override));
	}

}
