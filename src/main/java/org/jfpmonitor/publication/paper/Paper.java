package org.jfpmonitor.publication.paper;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.commentary.TextBlock;
import org.jfpmonitor.publication.measures.Matrix;
import org.jfpmonitor.publication.measures.MeasureRow;
import org.jfpmonitor.publication.page.Frame;
import org.jfpmonitor.publication.page.StatusMark;
import org.jfpmonitor.publication.report.ReportPage;

/**
 * What stands in the paper, in words, whatever kind of document it becomes.
 *
 * @param title the plan's
 * @param organisation whose plan it is
 * @param position of which day, and by whose knowledge, in a sentence
 * @param notices what a reader must know first: that figures are made up, that the
 * organisation closed
 * @param opening the points that it opens with
 * @param counts how many objectives have each status, and had the last time
 * @param counted which statuses those are, in a sentence
 * @param moved the objectives whose status is another one than was published before, each
 * in words
 * @param movedAgainst which days {@code moved} compares, in a sentence
 * @param sections the objectives, by ambition
 * @param measures every measure at a glance, in plan order
 * @param matrix the same measures by what their control charts say
 * @param differences the objectives whose published status is not the computed one, each
 * with what either says and the reasons of the computed one
 * @param overrides the statuses that people set which hold on the day, each a sentence
 * @param unassessed the objectives that cannot be judged, each with why
 * @param troubles the objectives that are underperforming or delayed, worst first
 * @param warnings what drifts while it is still on track, each a sentence
 * @param method how the statuses come about and from what, each a paragraph
 * @param frame what stands around it, with the words of the plan
 */
record Paper(String title, String organisation, String position, List<String> notices, List<String> opening,
		List<ReportPage.ReportCount> counts, String counted, List<String> moved, String movedAgainst,
		List<PaperSection> sections, List<MeasureRow> measures, Matrix matrix, List<PaperNote> differences,
		List<String> overrides, List<PaperNote> unassessed, List<Trouble> troubles, List<String> warnings,
		List<String> method, Frame frame) {

	/** Of text, in millimetres. */
	private static final double LINE = 4.8;

	/** Of a sheet, left beside its headings for notices, opening points and changes. */
	private static final double SUMMARY = 110;

	Paper {
		measures = List.copyOf(measures);
		notices = List.copyOf(notices);
		opening = List.copyOf(opening);
		counts = List.copyOf(counts);
		moved = List.copyOf(moved);
		sections = List.copyOf(sections);
		differences = List.copyOf(differences);
		overrides = List.copyOf(overrides);
		unassessed = List.copyOf(unassessed);
		troubles = List.copyOf(troubles);
		warnings = List.copyOf(warnings);
		method = List.copyOf(method);
	}

	/** The status as people read it, with the plan's own word where it has one. */
	public String said(StatusMark mark) {
		return this.frame.said(mark.words());
	}

	/**
	 * Whether what stands before the first ambition fits on one sheet, so that the
	 * ambition can begin the next one and none holds but a few last lines.
	 */
	public boolean isSummaryOnOneSheet() {
		double opening = this.opening.stream().mapToDouble((each) -> 1 + LINE * Math.ceil(each.length() / 140.0)).sum();
		double changed = this.moved.stream().mapToDouble((each) -> 1 + LINE * Math.ceil(each.length() / 88.0)).sum();
		return opening + changed + this.notices.size() * LINE < SUMMARY;
	}

	/** How the paper is called in a list of documents. */
	public String name() {
		return this.title + ": update. " + this.position;
	}

	/**
	 * An ambition.
	 *
	 * @param heading its number and title
	 * @param rows its objectives, at least one
	 */
	record PaperSection(String heading, List<PaperRow> rows) {

		private static final int HEADS = 32;

		PaperSection {
			rows = List.copyOf(rows);
		}

		/**
		 * About how many millimetres its heading, the heads of its table and the first
		 * objective take on a sheet, so that none of them stands alone at its foot.
		 */
		public int roomToBegin() {
			return HEADS + this.rows.get(0).height();
		}

	}

	/**
	 * An objective, in the five columns of the published update and one for the last
	 * time.
	 *
	 * @param code its code
	 * @param title as published
	 * @param success how it will be known that it is met
	 * @param comment what was published about it as of the day, by paragraphs and lists;
	 * empty when nothing was
	 * @param status as published as of the day, otherwise the one that holds
	 * @param remarks where the status comes from when it is not a published one that the
	 * figures bear out, each a sentence
	 * @param before the status of the last time and its day, in words
	 */
	record PaperRow(String code, String title, String success, List<TextBlock> comment, StatusMark status,
			List<String> remarks, String before) {

		PaperRow {
			comment = List.copyOf(comment);
			remarks = List.copyOf(remarks);
		}

		/** In millimetres, at most, of what is not as wide as its column. */
		private int height() {
			double lines = Stream
				.of(this.title.length() / 21.0, this.success.length() / 30.0, commentText().length() / 55.0 + 2,
						String.join(" ", this.remarks).length() / 23.0 + 2)
				.mapToDouble(Math::ceil)
				.max()
				.orElseThrow();
			return (int) Math.ceil(lines * 4.3);
		}

		/** The comment as plain text, each item of a list after a dash. */
		String commentText() {
			return this.comment.stream()
				.map((block) -> block.lines()
					.stream()
					.map((line) -> block.list() ? "- " + line : line)
					.collect(Collectors.joining("\n")))
				.collect(Collectors.joining("\n\n"));
		}

	}

	/**
	 * What there is to say of one objective.
	 *
	 * @param heading its code and short title
	 * @param sentences at least one
	 */
	record PaperNote(String heading, List<String> sentences) {

		PaperNote {
			sentences = List.copyOf(sentences);
		}

	}

	/**
	 * An objective in trouble, with the reasons and its charts.
	 *
	 * @param heading its code and title
	 * @param status its status
	 * @param reasons why, each a sentence
	 * @param charts of its measures
	 */
	record Trouble(String heading, StatusMark status, List<String> reasons, List<PaperChart> charts) {

		/** As many charts are drawn as wide as on a page of the service. */
		static final int WIDE_CHARTS = 2;

		/** How many stand beside each other. */
		public int across() {
			return (this.charts.size() > WIDE_CHARTS) ? WIDE_CHARTS + 1 : WIDE_CHARTS;
		}

		Trouble {
			reasons = List.copyOf(reasons);
			charts = List.copyOf(charts);
		}

	}

	/**
	 * The control chart of a measure.
	 *
	 * @param title the measure's
	 * @param words what it shows, for who does not see it
	 * @param drawing an {@code svg} element
	 * @param key what its marks for restated, withheld and missing figures say, each a
	 * sentence
	 */
	record PaperChart(String title, String words, String drawing, List<String> key) {

		PaperChart {
			key = List.copyOf(key);
		}

	}

}
