package org.jfpmonitor.assessment.words;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jfpmonitor.assessment.Change;
import org.jfpmonitor.assessment.EarlyWarning;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.reason.ValuePair;
import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.assessment.series.Restatement;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Plan.PlanWords;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.yaml.WordList;
import org.jfpmonitor.progress.PlainText;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.progress.StatusOverride;
import org.jfpmonitor.variation.ControlChart;
import org.jfpmonitor.variation.PointType;
import org.jspecify.annotations.Nullable;

/**
 * The one place that puts an explanation into words. Page, mail, report and API say what
 * it says. Sentences are plain text for a reader who was not at the meeting.
 */
public final class Phrasing {

	/** What is said of a chart whose latest period has no value. */
	public static final String NO_LATEST_FIGURE = "No latest figure";

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

	private Phrasing() {
	}

	/** The status as the plan prints it; "Not assessed" for none. */
	public static String status(@Nullable Status status) {
		return PlanWords.USUAL.status(status);
	}

	/** A day as people write it: "31 March 2025". */
	public static String day(LocalDate day) {
		return DAY.format(day);
	}

	/**
	 * Whether published and computed agree, as one sentence; empty when nothing was
	 * published.
	 */
	public static String agreement(ObjectiveAssessment objective) {
		PublishedPosition published = objective.published();
		if (published == null) {
			return "";
		}
		String position = "Published as " + status(published.status()) + " as of " + day(published.asOf());
		return objective.agrees() ? position + "; the figures and milestones say the same."
				: position + "; the figures and milestones say " + status(objective.computed()) + ".";
	}

	/**
	 * {@code set manually by secretary until 30 June 2025}: how a status came about that
	 * is not the computed one.
	 */
	public static String setManually(StatusOverride override) {
		return "set manually by " + override.author() + " until " + day(override.lastDay());
	}

	/**
	 * Why the status that is shown or was published is not the computed one, as whoever
	 * decided it said: a sentence for what was set manually, and one for the reason of
	 * what was published otherwise; empty where nobody decided anything.
	 * @param published the reason of the published status, or empty
	 */
	public static List<String> decided(@Nullable StatusOverride override, String published) {
		List<String> sentences = new ArrayList<>();
		if (override != null) {
			sentences.add(override(override));
		}
		if (!published.isEmpty() && (override == null || !override.reason().equals(published))) {
			sentences.add("Reason for the published status: " + PlainText.ended(published));
		}
		return sentences;
	}

	/**
	 * {@code was set to On Track (computed Delayed) by secretary until 30 June 2025: beds
	 * open}.
	 */
	static String setManually(StatusOverride override, @Nullable Status computed, PlanWords words) {
		return "was set to " + words.status(override.status()) + " (computed " + words.status(computed) + ") by "
				+ override.author() + " until " + day(override.lastDay()) + ": " + PlainText.ended(override.reason());
	}

	/** Who set a status, until when and why, and who ended it. */
	public static String override(StatusOverride override) {
		return "Set to " + override.status().words() + " by " + override.author() + " " + days(override) + ": "
				+ PlainText.ended(override.reason())
				+ override.revocations()
					.stream()
					.map((each) -> " Revoked from " + day(each.from()) + " by " + each.author() + ": "
							+ PlainText.ended(each.reason()))
					.collect(Collectors.joining());
	}

	/** From when to when a status set manually holds, by what revoked it. */
	public static String days(StatusOverride override) {
		LocalDate last = override.lastDay();
		return "from " + day(override.from())
				+ (last.isBefore(override.from()) ? ", but held on no day" : " to the end of " + day(last));
	}

	/**
	 * Since when the measure has met what was required, period after period; empty when
	 * its latest figure does not or was not assessed.
	 */
	public static String sustained(MeasureAssessment measure) {
		Period since = measure.sustainedSince();
		if (since == null) {
			return "";
		}
		return since.equals(measure.period()) ? "Met what was required " + since.when() + "."
				: "Has met what was required since " + beginning(since) + ".";
	}

	/**
	 * For how long the measure has met what was required or missed it; empty when its
	 * latest figure was not judged.
	 */
	public static String howLong(MeasureAssessment measure) {
		if (measure.status() == null) {
			return "";
		}
		String missed = SeriesPhrases.missed(measure);
		return missed.isEmpty() ? sustained(measure) : missed;
	}

	/**
	 * What a picture of the newest periods of the measure shows, as one sentence for
	 * whoever does not see it: the first and the last figure, what was required of the
	 * last, and which way is better; empty when no period has a value.
	 * @param periods how many periods the picture shows at most
	 */
	public static String picture(MeasureSeries series, int periods) {
		return SeriesPhrases.picture(series, periods);
	}

	/**
	 * What is judged of the measure in place of its single periods: {@code year to date}
	 * or {@code last 12 months}; empty when they are judged themselves.
	 */
	public static String judged(Measure measure) {
		return SeriesPhrases.judged(measure);
	}

	/** That and how a figure was restated, as a sentence. */
	public static String restated(MeasureSeries series, Restatement restatement) {
		return SeriesPhrases.restated(series, restatement);
	}

	/** What a figure was before it was restated, and until when: "was 168 until ...". */
	public static String before(MeasureSeries series, Restatement restatement) {
		return SeriesPhrases.before(series, restatement);
	}

	/** What the latest point of a control chart means. */
	public static String variation(ControlChart chart) {
		return ChartPhrases.variation(chart);
	}

	/**
	 * Whether what is required can be expected to be met, or why that cannot be said,
	 * beside the icon or in its place.
	 */
	public static String assurance(MeasureSeries series) {
		return ChartPhrases.assurance(series);
	}

	/** What a point of a control chart means, in a word or two. */
	public static String variationInShort(PointType type) {
		return ChartPhrases.variationInShort(type);
	}

	/** What the latest point means, or that it has no value. */
	public static String variationInShort(ControlChart chart) {
		return (chart.latest().value() != null) ? variationInShort(chart.variation()) : NO_LATEST_FIGURE;
	}

	/** As {@link #assurance}, in a few words. */
	public static String assuranceInShort(MeasureSeries series) {
		return ChartPhrases.assuranceInShort(series);
	}

	/** Which process limits the latest point has none of, and why, each a sentence. */
	public static List<String> limits(MeasureSeries series) {
		return ChartPhrases.limits(series);
	}

	/** A warning that the limits of a chart rest on few figures; empty otherwise. */
	public static String shortSeries(ControlChart chart) {
		return ChartPhrases.shortSeries(chart);
	}

	/** The early warning of a measure that is on track; empty when there is none. */
	public static String warning(MeasureAssessment assessment) {
		EarlyWarning warning = assessment.warning();
		if (warning == null) {
			return "";
		}
		Measure measure = assessment.measure();
		return measure.title() + ": still " + status(assessment.status()) + ", but "
				+ warning.map(
						(seen) -> "there is a significant change for the worse: " + ChartPhrases.cause(seen.cause())
								+ ". Its figures have shown such a change since " + beginning(seen.since()) + ".",
						(seen) -> projection(measure, seen) + " First seen " + seen.since().when() + ".");
	}

	private static String projection(Measure measure, EarlyWarning.TrendMissesTarget warning) {
		ValuePair values = ValuePair.of(measure.unit(), warning.projected(), warning.required());
		String seen = warning.trend() ? "the trend of its latest figures leads to "
				: "its latest figures show no clear trend and lead to ";
		return seen + values.observed() + " by " + day(warning.by()) + ", against " + values.expected() + " required.";
	}

	/**
	 * Where the figures of an organisation went that no longer exists; empty while it is
	 * open.
	 * @param successors who follows it, where anybody does
	 */
	public static String closure(Organisation organisation, LocalDate day, List<Organisation> successors) {
		LocalDate closed = organisation.closed();
		return (closed != null && day.isAfter(closed)) ? closure(organisation, successors) : "";
	}

	/**
	 * That a closed organisation's figures end, and who follows it.
	 * @throws NullPointerException when it is open
	 */
	public static String closure(Organisation organisation, List<Organisation> successors) {
		LocalDate closed = Objects.requireNonNull(organisation.closed());
		return organisation.name() + " closed on " + day(closed) + ", and its figures end there." + follows(successors);
	}

	/**
	 * That the plan had not begun on the day, or had ended; empty on the days that it
	 * speaks of.
	 */
	public static String outside(Plan plan, LocalDate day) {
		if (plan.duration().contains(day)) {
			return "";
		}
		return plan.title()
				+ (day.isBefore(plan.duration().start()) ? " begins on " + day(plan.duration().start()) + ", after"
						: " ended on " + day(plan.duration().lastDay()) + ", before")
				+ " this day. The statuses say how the day would be judged by it.";
	}

	private static String follows(List<Organisation> successors) {
		String names = WordList.all(successors.stream().map((each) -> each.name() + " (" + each.code() + ")").toList());
		return switch (successors.size()) {
			case 0 -> "";
			case 1 -> " " + names + " follows it; its figures are a series of their own and are not joined to these.";
			default -> " It was split between " + names
					+ "; their figures are series of their own, and none of them goes on with these.";
		};
	}

	/** A piece of news as one sentence, without the reason behind it. */
	public static String change(Change change) {
		return change(change, PlanWords.USUAL);
	}

	/** The same in the words of the plan. */
	public static String change(Change change, PlanWords words) {
		return ChangePhrases.sentence(change, words);
	}

	/** The period, or its first day where the period itself runs from one to another. */
	static String beginning(Period period) {
		String words = period.inWords();
		return words.contains(" to ") ? day(period.start()) : words;
	}

}
