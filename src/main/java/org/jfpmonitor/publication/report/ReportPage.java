package org.jfpmonitor.publication.report;

import java.util.List;

import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.publication.board.BoardPage;
import org.jfpmonitor.publication.board.ObjectiveRow;
import org.jfpmonitor.publication.objective.Disagreement;
import org.jspecify.annotations.Nullable;

/**
 * The report for the board, ready to be printed.
 *
 * @param board the objectives, all of them
 * @param differences where computed and published differ
 * @param unassessed objectives without a status, with why
 * @param warnings measures that drift while still on track
 * @param sources the deliveries behind the figures, by number
 * @param planVersion which version of the plan was used
 */
record ReportPage(BoardPage board, List<Difference> differences, List<Unassessed> unassessed, List<Warning> warnings,
		List<SourceRow> sources, String planVersion) {

	ReportPage {
		differences = List.copyOf(differences);
		unassessed = List.copyOf(unassessed);
		warnings = List.copyOf(warnings);
		sources = List.copyOf(sources);
	}

	/** Whether a person's status holds for any objective. */
	public boolean anyOverride() {
		return this.board.rows().stream().anyMatch((row) -> row.override() != null);
	}

	/**
	 * A disagreement of one objective.
	 *
	 * @param row the objective
	 * @param explained what each says, and the rules and figures behind it
	 */
	record Difference(ObjectiveRow row, Disagreement explained) {

	}

	/**
	 * An objective without a status.
	 *
	 * @param code its code
	 * @param title a few words
	 * @param because why, part by part
	 */
	record Unassessed(ObjectiveCode code, String title, List<String> because) {

		Unassessed {
			because = List.copyOf(because);
		}

	}

	/**
	 * An early warning.
	 *
	 * @param code the objective's code
	 * @param sentence what was seen
	 */
	record Warning(ObjectiveCode code, String sentence) {

	}

	/**
	 * A delivery behind the figures.
	 *
	 * @param fileName its file name
	 * @param number its number
	 * @param feed the title of its feed, or null when it is no longer known
	 * @param arrived when, in words, or null when it is no longer known
	 */
	record SourceRow(String fileName, String number, @Nullable String feed, @Nullable String arrived) {

	}

}
