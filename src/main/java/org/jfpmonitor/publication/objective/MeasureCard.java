package org.jfpmonitor.publication.objective;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.publication.comments.AnnotationRow;
import org.jfpmonitor.publication.comments.CommentBlock;
import org.jfpmonitor.publication.page.LondonTime;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * One measure as a page shows it.
 *
 * @param id its name in files and addresses
 * @param title its name for people
 * @param definition what exactly is counted
 * @param mark its status
 * @param why the reason for it
 * @param warning what drifts while it is still on track, or empty
 * @param facts what is known of it, each under a name
 * @param chart its control chart, or null when there are too few figures for one
 * @param related the figures of who came before or after, beside its own
 * @param annotations what people wrote about its figures
 * @param comment what somebody says about it alone, or null
 */
record MeasureCard(String id, String title, String definition, StatusMark mark, ReasonLine why, String warning,
		List<Fact> facts, @Nullable ChartPanel chart, List<RelatedSeries> related, List<AnnotationRow> annotations,
		@Nullable CommentBlock comment) {

	MeasureCard {
		facts = List.copyOf(facts);
		related = List.copyOf(related);
		annotations = List.copyOf(annotations);
	}

	static MeasureCard of(MeasureAssessment assessed, String feed, String organisations, List<RelatedSeries> related,
			List<AnnotationRow> annotations, @Nullable CommentBlock comment) {
		Measure measure = assessed.measure();
		return new MeasureCard(measure.id().value(), measure.title(), measure.definition(),
				StatusMark.of(assessed.status()), ReasonLine.of(assessed.reason()), Phrasing.warning(assessed),
				facts(assessed, feed, organisations), ChartPanel.of(assessed.series(), annotations), related,
				annotations, comment);
	}

	private static List<Fact> facts(MeasureAssessment assessed, String feed, String organisations) {
		Measure measure = assessed.measure();
		List<Fact> facts = new ArrayList<>();
		facts.add(new Fact("Figure", figure(assessed)));
		facts.add(new Fact("Required then", required(assessed)));
		promised(measure, facts);
		facts.add(new Fact("Sustained", sustained(assessed)));
		facts.add(new Fact("Direction",
				(measure.direction() == Direction.HIGHER) ? "Higher is better" : "Lower is better"));
		facts.add(new Fact("Area", organisations));
		facts.add(new Fact("Comes from", feed + ", " + measure.cadence().word() + received(assessed.receivedAt())));
		return facts;
	}

	private static void promised(Measure measure, List<Fact> facts) {
		TargetWords words = TargetWords.of(measure);
		Target target = measure.target();
		if (words == null || target == null) {
			facts.add(new Fact("Target", "Not yet set. " + measure.targetNote()));
			return;
		}
		facts.add(new Fact("Target", words.promise()));
		facts.add(new Fact("Planned values", words.path()));
		facts.add(new Fact("Judged by", words.basis()));
		if (target.assumption() != null) {
			facts.add(new Fact("Assumed", target.assumption()));
		}
	}

	private static String figure(MeasureAssessment assessed) {
		PeriodFigure judged = assessed.reason().figure();
		if (judged == null || judged.figure() == null) {
			return "None";
		}
		String parts = FigureWords.parts(judged.figure(), assessed.measure().unit());
		return FigureWords.of(judged.figure(), assessed.measure(), judged.slot(), assessed.required())
				+ (parts.isEmpty() ? "" : " (" + parts + ")") + ", " + judged.period().inWords();
	}

	private static String sustained(MeasureAssessment assessed) {
		String since = Phrasing.sustained(assessed);
		if (!since.isEmpty()) {
			return since;
		}
		int misses = assessed.consecutiveMisses();
		if (misses == 0) {
			return "Not known";
		}
		Target target = assessed.measure().target();
		if (target == null || target.basis().isOfOnePeriod()) {
			return (misses == 1) ? "No: the latest figure misses what is required."
					: "No: the latest " + misses + " figures in a row miss what is required.";
		}
		// What stands in the chart are single periods, of which the latest may well meet.
		String together = (target.basis().span() == Basis.Span.YEAR_TO_DATE) ? "of the year to date"
				: "over " + target.basis().periods() + " periods";
		return "No: the figure " + together + " misses what is required"
				+ ((misses == 1) ? "." : ", at the end of each of the latest " + misses + " periods.");
	}

	private static String required(MeasureAssessment assessed) {
		PeriodFigure judged = assessed.reason().figure();
		BigDecimal required = assessed.required();
		return (required == null) ? "None stated"
				: (judged == null) ? assessed.measure().unit().plannedInWords(required)
						: FigureWords.required(judged.figure(), assessed.measure(), judged.slot(), required);
	}

	private static String received(@Nullable Instant received) {
		return (received != null) ? ", received on " + LondonTime.inWords(received) : "";
	}

	/**
	 * Something known of a measure.
	 *
	 * @param name what it is
	 * @param words what is known
	 */
	record Fact(String name, String words) {

	}

}
