package org.jfpmonitor.publication.approval;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jfpmonitor.publication.report.ReportLine;
import org.jspecify.annotations.Nullable;

/**
 * An approval as it was sent.
 *
 * @param seen the fingerprint of what the approver has seen
 * @param statuses the code of the status of each objective; those left out are published
 * as they hold
 * @param reasons why a status differs from the computed one, by objective
 * @param corrects the number of the report that this one corrects, or null
 * @param correction what is corrected and why
 * @param opening the points that it opens with, a line each; those of the draft when
 * absent
 */
public record WantedApproval(@Nullable String seen, @Nullable Map<String, String> statuses,
		@Nullable Map<String, String> reasons, @Nullable Long corrects, @Nullable String correction,
		@Nullable String opening) {

	public WantedApproval {
		statuses = (statuses != null) ? Map.copyOf(statuses) : Map.of();
		reasons = (reasons != null) ? Map.copyOf(reasons) : Map.of();
	}

	/** The codes of the objectives that anything is sent of, in order. */
	Stream<String> named() {
		return Stream
			.concat(Objects.requireNonNull(this.statuses).keySet().stream(),
					Objects.requireNonNull(this.reasons).keySet().stream())
			.distinct()
			.sorted();
	}

	String status(ReportLine line) {
		return Objects.requireNonNull(this.statuses).getOrDefault(line.code().value(), line.status().code());
	}

	String reason(ReportLine line) {
		return Objects.requireNonNull(this.reasons).getOrDefault(line.code().value(), line.reason());
	}

}
