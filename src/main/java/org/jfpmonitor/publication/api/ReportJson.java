package org.jfpmonitor.publication.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.approval.DraftFingerprint;
import org.jfpmonitor.publication.approval.PublishedReport;
import org.jfpmonitor.publication.page.StatusMark;
import org.jfpmonitor.publication.report.ReportLine;
import org.jfpmonitor.publication.report.ReportPage;
import org.jspecify.annotations.Nullable;

/**
 * A published report. Status words are those of the metrics, null for not assessed;
 * {@code corrects} is the number of the report that it corrects.
 */
record ReportJson(long number, String plan, LocalDate asOf, LocalDate knownOn, int planVersion, String author,
		Instant publishedAt, @Nullable Long corrects, @Nullable String correction, List<String> opening,
		List<ReportLineJson> objectives) {

	static ReportJson of(PublishedReport report) {
		return new ReportJson(report.number(), report.plan().value(), report.asOf(), report.knownOn(),
				report.planVersion(), report.author(), report.publishedAt(), report.corrects(), report.correction(),
				report.opening(), report.lines().stream().map(ReportLineJson::of).toList());
	}

	/**
	 * What would be published. {@code seen} is to be sent with the approval, so that it
	 * approves nothing else; {@code corrects} is the number of the report of the same day
	 * that it would correct.
	 */
	record DraftJson(String plan, LocalDate asOf, LocalDate knownOn, String seen, @Nullable Long corrects,
			List<String> opening, List<ReportLineJson> objectives) {

		static DraftJson of(ReportPage draft, Viewpoint viewpoint, @Nullable PublishedReport corrects) {
			return new DraftJson(draft.now().plan().plan().id().value(), viewpoint.asOf(), viewpoint.knownOn(),
					DraftFingerprint.of(draft), (corrects != null) ? corrects.number() : null, draft.opening(),
					draft.lines().stream().map(ReportLineJson::of).toList());
		}

	}

	/**
	 * What the report says of one objective. {@code commentOrigin} names in words the
	 * month that the comment speaks of, and the earlier report that said the same.
	 */
	record ReportLineJson(String id, String title, @Nullable String status, @Nullable String computed, String reason,
			String comment, String commentOrigin, List<String> measureComments) {

		static ReportLineJson of(ReportLine line) {
			return new ReportLineJson(line.code().value(), line.title(), code(line.status()), code(line.computed()),
					line.reason(), line.comment().text(), line.comment().origin(),
					line.measureComments().stream().map(ReportLine.MeasureComment::text).toList());
		}

		private static @Nullable String code(StatusMark mark) {
			return (mark != StatusMark.NOT_ASSESSED) ? mark.code() : null;
		}

		static ReportLineJson of(PublishedReport.PublishedLine line) {
			return new ReportLineJson(line.objective().value(), line.title(), ObjectiveJson.code(line.status()),
					ObjectiveJson.code(line.computed()), line.reason(), line.comment(), line.commentOrigin(),
					line.measureComments());
		}

	}

}
