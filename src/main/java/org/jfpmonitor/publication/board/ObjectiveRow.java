package org.jfpmonitor.publication.board;

import java.util.List;

import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.publication.page.MeasureSummary;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * One objective on the board and in the report.
 *
 * @param code its code
 * @param title as published
 * @param shortTitle a few words
 * @param owner who is told of a change, or null
 * @param status the status that holds: a person's while one is set, otherwise the
 * computed one
 * @param computed the status by the rules
 * @param since the month since which figures and milestones give it the computed status,
 * in words, or null when it has none
 * @param published what was published, or null
 * @param agreement how published and computed compare
 * @param override a person's status that holds on the day, or null
 * @param why its reason in full
 * @param whyInBrief one or two sentences of it
 * @param figure the measure that speaks for it, or null when it is judged by milestones
 * alone
 * @param milestones how many of its milestones are done, in words; empty without any
 * @param milestonesDue by when they are due, in words; empty without any
 * @param overdue what is overdue of it, each in words
 * @param sustained each measure that meets what is required, with since when
 * @param warnings what drifts while it is still on track
 * @param strip the last month ends
 */
public record ObjectiveRow(ObjectiveCode code, String title, String shortTitle, @Nullable String owner,
		StatusMark status, StatusMark computed, @Nullable String since, @Nullable PublishedMark published,
		Agreement agreement, @Nullable OverrideMark override, String why, String whyInBrief,
		@Nullable MeasureSummary figure, String milestones, String milestonesDue, List<String> overdue,
		List<String> sustained, List<String> warnings, StatusStrip strip) {

	public ObjectiveRow {
		overdue = List.copyOf(overdue);
		sustained = List.copyOf(sustained);
		warnings = List.copyOf(warnings);
	}

	/** Whether it needs attention. */
	public boolean isAdverse() {
		return this.status.isAdverse();
	}

}
