package org.jfpmonitor.publication.report;

import java.util.Arrays;
import java.util.List;

import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.publication.board.BoardPage;
import org.jfpmonitor.publication.board.ObjectiveRow;
import org.jfpmonitor.publication.measures.Matrix;
import org.jfpmonitor.publication.measures.MeasureRow;
import org.jfpmonitor.publication.objective.Disagreement;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * The report for the board, ready to be printed.
 *
 * @param now what it was made of
 * @param opening the points that it opens with
 * @param draft whether these are a draft, which only editors see
 * @param board the objectives, all of them
 * @param sections the objectives in the columns of the published plan, by ambition
 * @param differences where computed and published differ
 * @param unassessed objectives without a status, with why
 * @param warnings measures that drift while still on track
 * @param sources the deliveries behind the figures, by number
 * @param planVersion which version of the plan was used
 */
public record ReportPage(PlanAssessment now, List<String> opening, boolean draft, BoardPage board,
		List<ReportSection> sections, List<Difference> differences, List<Unassessed> unassessed, List<Warning> warnings,
		List<SourceRow> sources, String planVersion) {

	public ReportPage {
		opening = List.copyOf(opening);
		sections = List.copyOf(sections);
		differences = List.copyOf(differences);
		unassessed = List.copyOf(unassessed);
		warnings = List.copyOf(warnings);
		sources = List.copyOf(sources);
	}

	/** The same; whether its opening points are a draft is as given. */
	ReportPage withDraft(boolean isDraft) {
		return new ReportPage(this.now, this.opening, isDraft && !this.opening.isEmpty(), this.board, this.sections,
				this.differences, this.unassessed, this.warnings, this.sources, this.planVersion);
	}

	/** Every measure at a glance, in plan order. */
	public List<MeasureRow> measures() {
		return MeasureRow.all(this.now);
	}

	/** What the control charts of the measures say, variation against assurance. */
	public Matrix matrix() {
		return Matrix.of(measures());
	}

	/** Every line, in plan order. */
	public List<ReportLine> lines() {
		return this.sections.stream().flatMap((section) -> section.lines().stream()).toList();
	}

	/** What is published otherwise than last time. */
	public List<ReportLine> moved() {
		return lines().stream().filter(ReportLine::moved).toList();
	}

	/**
	 * Which days {@link #moved()} compares, which is another thing than moved figures; or
	 * that nothing moved, or was there to compare with.
	 */
	public String movedAgainst() {
		List<String> before = lines().stream()
			.map(ReportLine::lastDay)
			.filter((each) -> !each.isEmpty())
			.distinct()
			.toList();
		if (before.isEmpty()) {
			return "Nothing was published before this day, so there is nothing to compare it with.";
		}
		return "Compares the status on %s with the one published last time, as of %s. ".formatted(
				Period.day(this.now.asOf()).inWords(),
				(before.size() == 1) ? before.get(0) : "the day named with each objective")
				+ (moved().isEmpty() ? "All are the same."
						: "One that was published otherwise than computed is listed even if no figure has changed since.");
	}

	/** How many objectives are published with each status, and were last time. */
	public List<ReportCount> counts() {
		return Arrays.stream(StatusMark.values())
			.map((mark) -> new ReportCount(mark, lines().stream().filter((line) -> line.status() == mark).count(),
					lines().stream().filter((line) -> line.lastTime() == mark).count()))
			.toList();
	}

	/** Which statuses the summary counts as now. */
	public String counted() {
		long published = lines().stream().filter(ReportLine::isPublished).count();
		long neverPublished = lines().stream().filter((line) -> line.lastTime() == null).count();
		String lastTime = " Last time counts what was published before this day" + ((neverPublished > 0)
				? "; nothing was for %d of %d objectives.".formatted(neverPublished, lines().size()) : ".");
		if (published == 0) {
			return "Now counts the status that holds, as the board does; nothing is published for this day yet."
					+ lastTime;
		}
		return "Now counts the status that is published for this day, which %d of %d objectives have%s.".formatted(
				published, lines().size(),
				(published < lines().size()) ? "; for the others it counts the status that holds" : "")
				+ " The board and the API count the status that holds, computed or set manually." + lastTime;
	}

	/**
	 * The objectives of an ambition.
	 *
	 * @param heading number and title of the ambition
	 * @param lines at least one
	 */
	public record ReportSection(String heading, List<ReportLine> lines) {

		public ReportSection {
			lines = List.copyOf(lines);
		}

	}

	/**
	 * How many objectives have a status.
	 *
	 * @param mark the status
	 * @param now as it is published with this report
	 * @param lastTime as it was published before; what was never published has none
	 */
	public record ReportCount(StatusMark mark, long now, long lastTime) {

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
	public record Difference(ObjectiveRow row, Disagreement explained) {

	}

	/**
	 * An objective without a status.
	 *
	 * @param code its code
	 * @param title a few words
	 * @param because why, part by part
	 */
	public record Unassessed(ObjectiveCode code, String title, List<String> because) {

		public Unassessed {
			because = List.copyOf(because);
		}

	}

	/**
	 * An early warning.
	 *
	 * @param code the objective's code
	 * @param sentence what was seen
	 */
	public record Warning(ObjectiveCode code, String sentence) {

	}

	/**
	 * A delivery behind the figures.
	 *
	 * @param fileName its file name
	 * @param number its number
	 * @param feed the title of its feed, or null when it is no longer known
	 * @param arrived when, in words, or null when it is no longer known
	 */
	public record SourceRow(String fileName, String number, @Nullable String feed, @Nullable String arrived) {

	}

}
