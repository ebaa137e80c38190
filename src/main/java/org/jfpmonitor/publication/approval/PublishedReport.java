package org.jfpmonitor.publication.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jspecify.annotations.Nullable;

/**
 * A report as it was published: never changed, whatever comes to be known later.
 *
 * @param number its number, counting from 1
 * @param plan the edition of the plan that it is about
 * @param asOf the day that it speaks of
 * @param knownOn the day whose knowledge it uses
 * @param planVersion the number of the version of the plan that it uses
 * @param author who approved it
 * @param publishedAt when
 * @param corrects the number of the report that it corrects, or null
 * @param correction what was corrected and why, or null
 * @param opening the points that it opens with
 * @param lines what it says of each objective, in plan order
 */
public record PublishedReport(long number, PlanId plan, LocalDate asOf, LocalDate knownOn, int planVersion,
		String author, Instant publishedAt, @Nullable Long corrects, @Nullable String correction, List<String> opening,
		List<PublishedLine> lines) {

	public PublishedReport {
		opening = List.copyOf(opening);
		lines = List.copyOf(lines);
	}

	/**
	 * What a report says of one objective.
	 *
	 * @param objective its code
	 * @param title its title as it was then
	 * @param status the published status, or null for not assessed
	 * @param computed the status by the rules, or null for none
	 * @param reason why the two differ, or empty
	 * @param comment the published comment as plain text, or empty
	 * @param commentOrigin the month that it speaks of and whether it was published
	 * before, in words, or empty
	 * @param measureComments what was said of its measures, each as plain text
	 */
	public record PublishedLine(ObjectiveCode objective, String title, @Nullable Status status,
			@Nullable Status computed, String reason, String comment, String commentOrigin,
			List<String> measureComments) {

		public PublishedLine {
			measureComments = List.copyOf(measureComments);
		}

	}

}
