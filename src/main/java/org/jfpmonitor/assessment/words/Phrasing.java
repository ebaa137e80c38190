package org.jfpmonitor.assessment.words;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.jfpmonitor.assessment.Change;
import org.jfpmonitor.assessment.EarlyWarning;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.Reason;
import org.jfpmonitor.assessment.series.MeasureCourse;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.progress.StatusOverride;
import org.jspecify.annotations.Nullable;

/**
 * The one place that puts an explanation into words. Page, mail, report and API say what
 * it says. Sentences are plain text for a reader who was not at the meeting.
 */
public final class Phrasing {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

	private Phrasing() {
	}

	/** The status as the plan prints it; "Not assessed" for none. */
	public static String status(@Nullable Status status) {
		return (status != null) ? status.words() : "Not assessed";
	}

	/** A day as people write it: "31 March 2025". */
	public static String day(LocalDate day) {
		return DAY.format(day);
	}

	/** One step of an explanation, with the place in the file that it rests on. */
	public static String sentence(Reason reason) {
		String places = SourcePhrases.places(reason.sources());
		return statement(reason) + (places.isEmpty() ? "" : " (" + places + ")");
	}

	/** One step of an explanation, without the place in the file. */
	public static String statement(Reason reason) {
		return switch (reason.rule()) {
			case RETIRED, WORST_OF_PARTS, ALL_PARTS_COMPLETED, COMPLETED_SO_FAR, DATA_MISSING, NOTHING_ASSESSED ->
				ReasonPhrases.whole(reason);
			case MILESTONE_ACHIEVED, MILESTONE_NOT_YET_DUE, MILESTONE_PAST_DUE, MILESTONE_FORECAST_LATE ->
				reason.subject() + ": " + ReasonPhrases.milestone(reason);
			case REQUIREMENT_MET, REQUIREMENT_MISSED, TARGET_SUSTAINED, TARGET_MET_NOT_YET_SUSTAINED, TARGET_LOST ->
				reason.subject() + ": " + ReasonPhrases.judged(reason);
			case NO_FIGURE, FIGURE_OVERDUE, ORGANISATION_CLOSED, FIGURE_WITHHELD, FIGURE_NOT_SUBMITTED,
					NOTHING_TO_MEASURE, ORGANISATION_MISSING, PERIODS_MISSING, CANNOT_BE_COMBINED, TARGET_NOT_SET,
					NO_REQUIREMENT ->
				reason.subject() + ": not assessed, because " + ReasonPhrases.hindrance(reason);
		};
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
		String position = "Published as " + published.status().words() + " as of " + day(published.asOf());
		return objective.agrees() ? position + "; the figures and milestones say the same."
				: position + "; the figures and milestones say " + status(objective.computed()) + ".";
	}

	/** Who set a status, until when and why. */
	public static String override(StatusOverride override) {
		return "Set to " + override.status().words() + " by " + override.author() + " from " + day(override.from())
				+ " to the end of " + day(override.until()) + ": " + override.reason();
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
		return since.equals(measure.period()) ? "Met what was required " + in(since) + "."
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
		String missed = CoursePhrases.missed(measure);
		return missed.isEmpty() ? sustained(measure) : missed;
	}

	/**
	 * What a picture of the newest periods of the measure shows, as one sentence for
	 * whoever does not see it: the first and the last figure, what was required of the
	 * last, and which way is better; empty when no period has a value.
	 * @param periods how many periods the picture shows at most
	 */
	public static String picture(MeasureCourse course, int periods) {
		return CoursePhrases.picture(course, periods);
	}

	/** The early warning of a measure that is on track; empty when there is none. */
	public static String warning(MeasureAssessment assessment) {
		EarlyWarning warning = assessment.warning();
		if (warning == null) {
			return "";
		}
		Measure measure = assessment.measure();
		String opening = measure.title() + ": still " + status(assessment.status()) + ", but since "
				+ beginning(warning.since()) + " ";
		return opening + switch (warning.kind()) {
			case ADVERSE_SPECIAL_CAUSE -> "there is a significant change for the worse: " + warning.signal() + ".";
			case TREND_MISSES_TARGET -> {
				ValuePair values = ValuePair.of(measure.unit(), Objects.requireNonNull(warning.projected()),
						Objects.requireNonNull(warning.required()));
				yield warning.signal() + " " + values.observed() + " by " + day(Objects.requireNonNull(warning.by()))
						+ ", against " + values.expected() + " required.";
			}
		};
	}

	/**
	 * Where the figures of an organisation went that no longer exists; empty while it is
	 * open.
	 * @param successor who follows it, where anybody does
	 */
	public static String closure(Organisation organisation, LocalDate day, Optional<Organisation> successor) {
		LocalDate closed = organisation.closed();
		if (closed == null || !day.isAfter(closed)) {
			return "";
		}
		return organisation.name() + " closed on " + day(closed) + ", and its figures end there."
				+ successor
					.map((next) -> " " + next.name() + " (" + next.code()
							+ ") follows it; its figures are a series of their own and are not joined to these.")
					.orElse("");
	}

	/** A piece of news as one sentence, without the reason behind it. */
	public static String change(Change change) {
		return ChangePhrases.sentence(change);
	}

	/** The period, or its first day where the period itself runs from one to another. */
	static String beginning(Period period) {
		String words = period.inWords();
		return words.contains(" to ") ? day(period.start()) : words;
	}

	/** "in March 2025", "on 30 January 2025", "for April to June 2024". */
	static String in(Period period) {
		String words = period.inWords();
		if (period.equals(Period.day(period.start()))) {
			return "on " + words;
		}
		return (words.contains(" to ") ? "for " : "in ") + words;
	}

}
