package org.jfpmonitor.publication.board;

import java.util.List;

import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * One objective on the board and in the report.
 *
 * @param code its code
 * @param title as published
 * @param shortTitle a few words
 * @param computed the status by the rules
 * @param since the day of the run that first found it, in words, or null when not known
 * @param published what was published, or null
 * @param agreement how the two compare
 * @param override a person's status that holds on the day, or null
 * @param why one sentence
 * @param sustained each measure that meets what is required, with since when
 * @param warnings what drifts while it is still on track
 * @param strip the last month ends
 */
public record ObjectiveRow(ObjectiveCode code, String title, String shortTitle, StatusMark computed,
		@Nullable String since, @Nullable PublishedMark published, Agreement agreement, @Nullable OverrideMark override,
		String why, List<String> sustained, List<String> warnings, StatusStrip strip) {

	public ObjectiveRow {
		sustained = List.copyOf(sustained);
		warnings = List.copyOf(warnings);
	}

}
