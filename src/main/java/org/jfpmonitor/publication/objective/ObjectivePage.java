package org.jfpmonitor.publication.objective;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.publication.board.ObjectiveRow;
import org.jfpmonitor.publication.comments.CommentBlock;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * Why one objective stands where it stands.
 *
 * @param row how it stands, as on the board
 * @param ambition the number and title of its ambition
 * @param success the published text of how its success will be known
 * @param owner who is told of a change, or null
 * @param due its final date in words, or null
 * @param disagreement why computed and published differ, or null when they do not
 * @param because the steps of the explanation
 * @param judgedApart where figures of one measure are judged several times, these side by
 * side
 * @param measures its measures
 * @param milestones its milestones
 * @param overrides the statuses that people set, newest first
 * @param history each change of its status that was recorded, newest first
 * @param words what people wrote about it
 * @param positions what was published of it, newest first
 * @param mails the mails that told of it, newest first, for those who may see them
 * @param timeline its milestones as an {@code svg} element; empty without any
 */
record ObjectivePage(ObjectiveRow row, String ambition, String success, @Nullable String owner, @Nullable String due,
		@Nullable Disagreement disagreement, List<ReasonLine> because, List<JudgedApart> judgedApart,
		List<MeasureCard> measures, List<MilestoneRow> milestones, List<OverrideRow> overrides,
		List<HistoryRow> history, Words words, List<PositionRow> positions, List<MailLine> mails, String timeline) {

	ObjectivePage {
		because = List.copyOf(because);
		judgedApart = List.copyOf(judgedApart);
		measures = List.copyOf(measures);
		milestones = List.copyOf(milestones);
		overrides = List.copyOf(overrides);
		history = List.copyOf(history);
		positions = List.copyOf(positions);
		mails = List.copyOf(mails);
	}

	/**
	 * What people wrote about the objective.
	 *
	 * @param comment the comment that everybody reads, or null
	 * @param earlier the final versions before it, newest first, those of its measures
	 * too
	 * @param writable whether who looks at the page may write
	 * @param month the month about which they would write, such as {@code 2025-04}
	 * @param monthInWords the same in words
	 * @param draft the draft for that month, or null
	 */
	record Words(@Nullable CommentBlock comment, List<CommentBlock> earlier, boolean writable, String month,
			String monthInWords, @Nullable CommentBlock draft) {

		Words {
			earlier = List.copyOf(earlier);
		}

	}

	/**
	 * Figures of one measure that are judged several times: for each organisation, or
	 * from below and from above.
	 *
	 * @param figures the name under which files give the figures
	 * @param rows the judgements, in plan order
	 */
	record JudgedApart(String figures, List<JudgedFigure> rows) {

		JudgedApart {
			rows = List.copyOf(rows);
		}

		/** Those of the measures that share their figures, in plan order. */
		static List<JudgedApart> of(List<MeasureAssessment> measures) {
			return measures.stream()
				.collect(Collectors.groupingBy((each) -> each.measure().figures().value(), LinkedHashMap::new,
						Collectors.toList()))
				.entrySet()
				.stream()
				.filter((group) -> group.getValue().size() > 1)
				.map((group) -> new JudgedApart(group.getKey(),
						group.getValue().stream().map(JudgedFigure::of).toList()))
				.toList();
		}

		/**
		 * One judgement.
		 *
		 * @param id the id of the measure
		 * @param title its title
		 * @param mark its status
		 * @param period the period of the figure, in words
		 * @param figure the figure in words
		 * @param required what is required of it, in words
		 */
		record JudgedFigure(String id, String title, StatusMark mark, String period, String figure, String required) {

			static JudgedFigure of(MeasureAssessment assessed) {
				Measure measure = assessed.measure();
				PeriodFigure judged = assessed.reason().figure();
				BigDecimal required = assessed.required();
				return new JudgedFigure(measure.id().value(), measure.title(), StatusMark.of(assessed.status()),
						(judged != null) ? judged.period().inWords() : "",
						(judged != null && judged.figure() != null) ? FigureWords.of(judged.figure(), measure,
								judged.slot(), required) : "None",
						(required == null) ? "None stated"
								: ((judged != null)
										? FigureWords.required(judged.figure(), measure, judged.slot(), required)
										: measure.unit().plannedInWords(required)) + " " + measure.direction().bound());
			}

		}

	}

	/** The statuses that a person may set. */
	public List<StatusMark> statuses() {
		return Arrays.stream(StatusMark.values()).filter((mark) -> mark != StatusMark.NOT_ASSESSED).toList();
	}

}
