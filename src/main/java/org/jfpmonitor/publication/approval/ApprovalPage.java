package org.jfpmonitor.publication.approval;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jfpmonitor.publication.page.StatusMark;
import org.jfpmonitor.publication.report.ReportLine;
import org.jfpmonitor.publication.report.ReportPage;
import org.jspecify.annotations.Nullable;

/**
 * The form on which a report is approved.
 *
 * @param draft the report as it would be published
 * @param seen its fingerprint
 * @param corrects the report of the same day that this one would correct, or null
 * @param statuses the chosen status of each objective, where one was chosen
 * @param reasons the reasons as typed
 * @param correction what is corrected, as typed
 * @param opening the points that it opens with, as typed
 * @param openingVersion the version of them that the field began with, 0 for none
 */
record ApprovalPage(ReportPage draft, String seen, @Nullable PublishedReport corrects, Map<String, String> statuses,
		Map<String, String> reasons, String correction, String opening, int openingVersion) {

	ApprovalPage {
		statuses = Map.copyOf(statuses);
		reasons = Map.copyOf(reasons);
	}

	/** The code of the status that is chosen for the line. */
	public String status(ReportLine line) {
		return this.statuses.getOrDefault(line.code().value(), line.status().code());
	}

	/** The reason for it as it stands in its field. */
	public String reason(ReportLine line) {
		return this.reasons.getOrDefault(line.code().value(), line.reason());
	}

	/** Every status that can be chosen. */
	public List<StatusMark> choices() {
		return Arrays.asList(StatusMark.values());
	}

	/** How many objectives have no comment. */
	public long withoutComment() {
		return this.draft.lines().stream().filter((line) -> line.comment().text().isEmpty()).count();
	}

	/** How many objectives say what an earlier report has said. */
	public long withRepeatedComment() {
		return this.draft.lines().stream().filter((line) -> line.comment().isRepeated()).count();
	}

}
