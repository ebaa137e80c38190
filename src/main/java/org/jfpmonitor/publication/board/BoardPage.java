package org.jfpmonitor.publication.board;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.plan.Ambition;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * The board, ready to be printed into the page or the report.
 *
 * @param counts how many objectives have each status, now and as published
 * @param attention the objectives that are underperforming or delayed, worst first
 * @param notices what is overdue and what gives early warning, of the whole plan
 * @param news what changed
 * @param groups the rows, by ambition or, where the worst come first, all in one; a group
 * without rows is left out
 * @param shown how many rows there are
 * @param all how many objectives the plan has
 */
public record BoardPage(List<StatusCount> counts, List<ObjectiveRow> attention, List<ObjectiveRow> notices,
		BoardNews news, List<BoardSection> groups, int shown, int all) {

	public BoardPage {
		counts = List.copyOf(counts);
		attention = List.copyOf(attention);
		notices = List.copyOf(notices);
		groups = List.copyOf(groups);
	}

	/** The rows that the filter shows; all else is of the whole plan. */
	static BoardPage of(PlanAssessment now, BoardRows rows, BoardNews news, BoardFilter filter) {
		Map<ObjectiveCode, ObjectiveRow> all = now.objectives()
			.stream()
			.map(rows::row)
			.collect(Collectors.toMap(ObjectiveRow::code, Function.identity()));
		List<ObjectiveRow> planOrder = now.objectives().stream().map((each) -> row(all, each)).toList();
		List<BoardSection> byAmbition = now.plan()
			.plan()
			.ambitions()
			.stream()
			.filter(filter::shows)
			.map((ambition) -> group(ambition, all, filter))
			.filter((group) -> !group.rows().isEmpty())
			.toList();
		List<ObjectiveRow> shown = byAmbition.stream().flatMap((group) -> group.rows().stream()).toList();
		List<BoardSection> groups = (filter.worstFirst() && !shown.isEmpty())
				? List
					.of(new BoardSection(null, "Worst first", shown.stream().sorted(BoardFilter.bySeverity()).toList()))
				: byAmbition;
		return new BoardPage(StatusCount.of(now.objectives()),
				planOrder.stream().filter(ObjectiveRow::isAdverse).sorted(BoardFilter.bySeverity()).toList(), planOrder,
				news, groups, shown.size(), planOrder.size());
	}

	/** Every row, in the order shown. */
	public List<ObjectiveRow> rows() {
		return this.groups.stream().flatMap((group) -> group.rows().stream()).toList();
	}

	/** The objectives of which something is overdue. */
	public List<ObjectiveRow> overdue() {
		return this.notices.stream().filter((row) -> !row.overdue().isEmpty()).toList();
	}

	/** The objectives that are on track and drift. */
	public List<ObjectiveRow> warned() {
		return this.notices.stream().filter((row) -> !row.warnings().isEmpty()).toList();
	}

	private static BoardSection group(Ambition ambition, Map<ObjectiveCode, ObjectiveRow> all, BoardFilter filter) {
		return new BoardSection(ambition.number(), ambition.title(),
				ambition.objectives()
					.stream()
					.map((objective) -> Optional.ofNullable(all.get(objective.code())))
					.flatMap(Optional::stream)
					.filter(filter::shows)
					.toList());
	}

	private static ObjectiveRow row(Map<ObjectiveCode, ObjectiveRow> all, ObjectiveAssessment objective) {
		return Objects.requireNonNull(all.get(objective.objective().code()));
	}

	/**
	 * Rows under one heading.
	 *
	 * @param number the number of the ambition, or null when they are of several
	 * @param title what they have in common
	 * @param rows at least one
	 */
	record BoardSection(@Nullable String number, String title, List<ObjectiveRow> rows) {

		BoardSection {
			rows = List.copyOf(rows);
		}

		public String heading() {
			return (this.number != null) ? this.number + ". " + this.title : this.title;
		}

	}

	/**
	 * How many objectives have a status.
	 *
	 * @param mark the status
	 * @param now by the status that holds, as metrics, API and mails say it
	 * @param published by the organisation itself
	 * @param unpublished of which nothing was published, counted with those not assessed
	 */
	record StatusCount(StatusMark mark, long now, long published, long unpublished) {

		static List<StatusCount> of(List<ObjectiveAssessment> objectives) {
			return Arrays.stream(StatusMark.values())
				.map((mark) -> new StatusCount(mark, now(mark, objectives), published(mark, objectives),
						(mark == StatusMark.NOT_ASSESSED) ? unpublished(objectives) : 0))
				.toList();
		}

		/** What was published, in words; {@code 1 without a published status} too. */
		public String publishedInWords() {
			String without = this.unpublished + " without a published status";
			if (this.unpublished == 0) {
				return this.published + " published";
			}
			return (this.published > 0) ? this.published + " published, " + without : without;
		}

		/**
		 * Whether it is shown; nobody misses that no objective is without an assessment.
		 */
		public boolean isShown() {
			return this.mark != StatusMark.NOT_ASSESSED || this.now + this.published + this.unpublished > 0;
		}

		private static long now(StatusMark mark, List<ObjectiveAssessment> objectives) {
			return objectives.stream().filter((each) -> StatusMark.of(each.status()) == mark).count();
		}

		private static long published(StatusMark mark, List<ObjectiveAssessment> objectives) {
			return objectives.stream()
				.map(ObjectiveAssessment::published)
				.filter(Objects::nonNull)
				.filter((each) -> StatusMark.of(each.status()) == mark)
				.count();
		}

		private static long unpublished(List<ObjectiveAssessment> objectives) {
			return objectives.stream().filter((each) -> each.published() == null).count();
		}

	}

}
