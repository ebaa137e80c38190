package org.jfpmonitor.publication.page;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.reason.ValuePair;
import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.chart.ChartIcon;
import org.jfpmonitor.chart.Sparkline;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.target.Trajectory.DatedValue;
import org.jfpmonitor.variation.ControlChart;
import org.jspecify.annotations.Nullable;

/**
 * One measure in one row: its latest figure against what is required of it, and what its
 * control chart says.
 *
 * @param id its name in files and addresses
 * @param title its name for people
 * @param mark its status
 * @param latest the figure that is judged, in words
 * @param period what that figure is for, in words, with the newest figure of the single
 * periods where it has none; empty when there is none
 * @param required what is required of it, in words
 * @param variation what the latest point means, in a word or two, or that it has no
 * figure; empty without a chart
 * @param variationIcon its icon, or null
 * @param assurance whether what is required can be expected to be met, or why that cannot
 * be said, in a few words
 * @param assuranceIcon its icon, or null where it would say more than is known
 * @param drawing the newest figures as a small line, an {@code svg} element; empty
 * without a chart
 * @param overdue whether its figure is overdue
 */
public record MeasureSummary(String id, String title, StatusMark mark, String latest, String period, String required,
		String variation, @Nullable ChartIcon variationIcon, String assurance, @Nullable ChartIcon assuranceIcon,
		String drawing, boolean overdue) {

	/** The first three letters of a month, and the others. */
	private static final Pattern MONTH = Pattern.compile("\\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*");

	public static MeasureSummary of(MeasureAssessment assessed) {
		Measure measure = assessed.measure();
		Optional<ControlChart> chart = assessed.series().chart();
		return new MeasureSummary(measure.id().value(), measure.shortTitle(), StatusMark.of(assessed.status()),
				latest(assessed), shortened(period(assessed)), required(assessed),
				chart.map(Phrasing::variationInShort).orElse(""),
				chart.filter((each) -> each.latest().value() != null)
					.map((each) -> ChartIcon.of(each.variationIcon()))
					.orElse(null),
				Phrasing.assuranceInShort(assessed.series()), chart.flatMap(ChartIcon::ofAssurance).orElse(null),
				chart.map((each) -> Sparkline.of(each.points())).orElse(""), assessed.isOverdue());
	}

	/** {@code Oct to Dec 2024}, so that it fits a narrow column. */
	private static String shortened(String period) {
		return MONTH.matcher(period).replaceAll("$1");
	}

	/** Where that has no figure, the newest one stands beside it. */
	private static String period(MeasureAssessment assessed) {
		Period period = assessed.period();
		if (period == null) {
			return "";
		}
		return hasFigure(assessed) ? period.inWords()
				: newest(assessed)
					.map((each) -> period.inWords() + " (" + assessed.measure().unit().inWords(each.value()) + " "
							+ each.period().when() + ")")
					.orElse(period.inWords());
	}

	private static boolean hasFigure(MeasureAssessment assessed) {
		return assessed.figure() != null && assessed.figure().value() != null;
	}

	private static Optional<PeriodFigure> newest(MeasureAssessment assessed) {
		return assessed.series().figures().stream().filter(PeriodFigure::hasValue).reduce((older, newer) -> newer);
	}

	private static String latest(MeasureAssessment assessed) {
		Figure figure = assessed.figure();
		if (figure == null) {
			return newest(assessed).isPresent() ? "No figure" : "No figure yet";
		}
		BigDecimal value = figure.value();
		BigDecimal required = assessed.required();
		if (value == null) {
			return (figure.mark() == Figure.Mark.SUPPRESSED) ? "Withheld" : "Not available";
		}
		PeriodFigure judged = assessed.reason().figure();
		return (required != null && judged != null)
				? ValuePair.of(assessed.measure(), judged.slot(), value, required).observed()
				: assessed.measure().unit().inWords(value);
	}

	private static String required(MeasureAssessment assessed) {
		Measure measure = assessed.measure();
		BigDecimal required = assessed.required();
		if (required == null) {
			return upcoming(assessed)
				.map((next) -> measure.unit().plannedInWords(next.value()) + " " + measure.direction().bound()
						+ (measure.isTotalOfTheYear() ? " by " : " from ") + Phrasing.day(next.date()))
				.orElse("No target yet");
		}
		PeriodFigure judged = assessed.reason().figure();
		String words = (judged != null && judged.hasValue())
				? ValuePair.of(measure, judged.slot(), judged.value(), required).expected()
				: measure.unit().plannedInWords(required);
		return measure.isExtreme(required) ? words : words + " " + measure.direction().bound();
	}

	/** The first value that the plan requires after the figure's period. */
	private static Optional<DatedValue> upcoming(MeasureAssessment assessed) {
		Period period = assessed.period();
		return Optional.ofNullable(assessed.measure().target())
			.stream()
			.flatMap((target) -> target.trajectory().dated().stream())
			.filter((each) -> period == null || each.date().isAfter(period.lastDay()))
			.findFirst();
	}

}
