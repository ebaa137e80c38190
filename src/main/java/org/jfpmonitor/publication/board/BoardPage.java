package org.jfpmonitor.publication.board;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.plan.Ambition;
import org.jfpmonitor.publication.page.StatusMark;

/**
 * The board, ready to be printed into the page or the report.
 *
 * @param counts how many objectives have each status, computed and published
 * @param ambitions the rows, by ambition; an ambition without rows is left out
 * @param shown how many rows there are
 * @param all how many objectives the plan has
 */
public record BoardPage(List<StatusCount> counts, List<AmbitionRows> ambitions, int shown, int all) {

	public BoardPage {
		counts = List.copyOf(counts);
		ambitions = List.copyOf(ambitions);
	}

	/** The rows that the filter shows; the counts are of the whole plan. */
	static BoardPage of(PlanAssessment now, BoardRows rows, BoardFilter filter) {
		List<AmbitionRows> ambitions = now.plan()
			.plan()
			.ambitions()
			.stream()
			.filter(filter::shows)
			.map((ambition) -> new AmbitionRows(ambition.number(), ambition.title(),
					of(ambition, now).map(rows::row).filter(filter::shows).toList()))
			.filter((ambition) -> !ambition.rows().isEmpty())
			.toList();
		int shown = ambitions.stream().mapToInt((ambition) -> ambition.rows().size()).sum();
		return new BoardPage(StatusCount.of(now.objectives()), ambitions, shown, now.objectives().size());
	}

	/** Every row, in plan order. */
	public List<ObjectiveRow> rows() {
		return this.ambitions.stream().flatMap((ambition) -> ambition.rows().stream()).toList();
	}

	private static Stream<ObjectiveAssessment> of(Ambition ambition, PlanAssessment now) {
		return ambition.objectives()
			.stream()
			.map((objective) -> now.objective(objective.code()).orElse(null))
			.filter(Objects::nonNull);
	}

	/**
	 * The rows of one ambition.
	 *
	 * @param number as published
	 * @param title as published
	 * @param rows in plan order
	 */
	record AmbitionRows(String number, String title, List<ObjectiveRow> rows) {

		AmbitionRows {
			rows = List.copyOf(rows);
		}

	}

	/**
	 * How many objectives have a status.
	 *
	 * @param mark the status
	 * @param computed by the rules
	 * @param published by the organisation itself; without a status, nothing was
	 * published
	 */
	record StatusCount(StatusMark mark, long computed, long published) {

		static List<StatusCount> of(List<ObjectiveAssessment> objectives) {
			return Arrays.stream(StatusMark.values())
				.map((mark) -> new StatusCount(mark, computed(mark, objectives), published(mark, objectives)))
				.toList();
		}

		private static long computed(StatusMark mark, List<ObjectiveAssessment> objectives) {
			return objectives.stream().filter((each) -> StatusMark.of(each.computed()) == mark).count();
		}

		private static long published(StatusMark mark, List<ObjectiveAssessment> objectives) {
			return objectives.stream()
				.filter((each) -> StatusMark.of((each.published() != null) ? each.published().status() : null) == mark)
				.count();
		}

	}

}
