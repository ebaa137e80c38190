package org.jfpmonitor.publication.board;

import java.util.List;
import java.util.Optional;

import org.jfpmonitor.plan.Ambition;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.publication.csv.CsvTable;
import org.jfpmonitor.publication.page.MeasureSummary;

/**
 * The board, a line for each objective. Statuses are written as metrics and the API write
 * them.
 */
final class BoardCsv {

	private BoardCsv() {
	}

	static CsvTable of(BoardPage page, Plan plan) {
		CsvTable table = new CsvTable("objective", "title", "ambition", "ambition_title", "owner", "status", "computed",
				"since", "published", "published_as_of", "set_manually", "reason", "measure", "latest", "period",
				"required", "milestones", "milestones_due", "overdue", "sustained", "early_warning");
		for (ObjectiveRow row : page.rows()) {
			Ambition ambition = of(row.code(), plan);
			Optional<MeasureSummary> figure = Optional.ofNullable(row.figure());
			Optional<PublishedMark> published = Optional.ofNullable(row.published());
			table.row(row.code(), row.title(), ambition.number(), ambition.title(), row.owner(), row.status().code(),
					row.computed().code(), row.since(), published.map((each) -> each.mark().code()).orElse(null),
					published.map(PublishedMark::asOf).orElse(null),
					(row.override() != null) ? row.override().sentence() : null, row.why(),
					figure.map(MeasureSummary::id).orElse(null), figure.map(MeasureSummary::latest).orElse(null),
					figure.map(MeasureSummary::period).orElse(null), figure.map(MeasureSummary::required).orElse(null),
					row.milestones(), row.milestonesDue(), inOne(row.overdue()), inOne(row.sustained()),
					inOne(row.warnings()));
		}
		return table;
	}

	private static String inOne(List<String> sentences) {
		return String.join("; ", sentences);
	}

	private static Ambition of(ObjectiveCode code, Plan plan) {
		return plan.ambitions()
			.stream()
			.filter((each) -> each.objectives().stream().anyMatch((objective) -> objective.code().equals(code)))
			.findFirst()
			.orElseThrow();
	}

}
