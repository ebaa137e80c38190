package org.jfpmonitor.publication.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.publication.approval.PublishedReport;
import org.jspecify.annotations.Nullable;

/**
 * A published report. Status words are those of the metrics, null for not assessed;
 * {@code corrects} is the number of the report that it corrects.
 */
record ReportJson(long number, LocalDate asOf, LocalDate knownOn, int planVersion, String author, Instant publishedAt,
		@Nullable Long corrects, @Nullable String correction, List<ReportLineJson> objectives) {

	static ReportJson of(PublishedReport report) {
		return new ReportJson(report.number(), report.asOf(), report.knownOn(), report.planVersion(), report.author(),
				report.publishedAt(), report.corrects(), report.correction(),
				report.lines().stream().map(ReportLineJson::of).toList());
	}

	/** What the report says of one objective. */
	record ReportLineJson(String id, String title, @Nullable String status, @Nullable String computed, String reason,
			String comment) {

		static ReportLineJson of(PublishedReport.PublishedLine line) {
			return new ReportLineJson(line.objective().value(), line.title(), ObjectiveJson.code(line.status()),
					ObjectiveJson.code(line.computed()), line.reason(), line.comment());
		}

	}

}
