package org.jfpmonitor.assessment.words;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.jfpmonitor.assessment.Reason;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/** Each rule in words, after the name of what it speaks of. */
final class ReasonPhrases {

	private ReasonPhrases() {
	}

	/** The roll-up of an objective. */
	static String whole(Reason reason) {
		return switch (reason.rule()) {
			case RETIRED ->
				"No Longer Applicable since " + day(reason.other()) + ", as the plan says: " + reason.note();
			case ALL_PARTS_COMPLETED -> (reason.asked() == 1) ? "Completed: its one part is completed."
					: "Completed: all " + reason.asked() + " parts are completed.";
			case COMPLETED_SO_FAR ->
				"On Track: all else is completed, but for " + quoted(reason.names()) + " the plan sets no target yet.";
			case WORST_OF_PARTS -> worst(reason);
			case DATA_MISSING -> "Not assessed: no part that could be assessed is behind, but " + quoted(reason.names())
					+ " could not be, for want of data.";
			default -> (reason.asked() == 0) ? "Not assessed: the plan names no measure and no milestone for it."
					: "Not assessed: none of its " + reason.asked() + " parts could be assessed.";
		};
	}

	private static String worst(Reason reason) {
		Status worst = Objects.requireNonNull(reason.therefore());
		int unassessed = reason.count();
		String some = ((unassessed == 1) ? "one" : String.valueOf(unassessed)) + " of its " + reason.asked() + " parts";
		if (worst.isAdverse()) {
			return worst.words() + ", because of " + quoted(reason.names()) + "."
					+ ((unassessed == 0) ? "" : " " + StringUtils.capitalize(some) + " could not be assessed.");
		}
		return worst.words() + ": none of its parts is behind."
				+ ((unassessed == 0) ? "" : " For " + some + " the plan sets no target yet.");
	}

	/** A milestone. */
	static String milestone(Reason reason) {
		LocalDate due = Objects.requireNonNull(reason.due());
		LocalDate other = reason.other();
		return switch (reason.rule()) {
			case MILESTONE_ACHIEVED -> "achieved on " + day(other)
					+ (Objects.requireNonNull(other).isAfter(due) ? ", after it was due on " : ", due by ") + day(due)
					+ ".";
			case MILESTONE_PAST_DUE -> "was due by " + day(due) + " and is not achieved"
					+ ((other != null && other.isAfter(due)) ? "; now expected by " + day(other) + "." : ".");
			case MILESTONE_FORECAST_LATE -> "due by " + day(due) + ", but expected by " + day(other) + ".";
			default -> "due by " + day(due) + ((other != null) ? ", expected by " + day(other) + "." : ".");
		};
	}

	/** A figure against what is asked of it. */
	static String judged(Reason reason) {
		ValuePair values = ValuePair.of(Objects.requireNonNull(reason.unit()),
				Objects.requireNonNull(reason.observed()), Objects.requireNonNull(reason.expected()));
		String figure = values.observed() + " " + Phrasing.in(Objects.requireNonNull(reason.period()));
		String required = figure + ", against " + values.expected() + " required"
				+ ((reason.due() != null) ? " from " + day(reason.due()) : "");
		String goal = figure + "; the final target of " + values.expected();
		return switch (reason.rule()) {
			case REQUIREMENT_MET -> required + ": met.";
			case REQUIREMENT_MISSED -> required + ": missed.";
			case TARGET_SUSTAINED -> goal + ((reason.asked() == 1) ? " is met." : " has been met for " + reason.count()
					+ " periods in a row, and " + reason.asked() + " were asked for.");
			case TARGET_MET_NOT_YET_SUSTAINED -> goal + " is met, so far for " + reason.count() + " of the "
					+ reason.asked() + " periods in a row that the plan asks for.";
			default -> (reason.therefore() == Status.UNDERPERFORMANCE)
					? required + ": the final target had been met and held until " + day(reason.other())
							+ ", and is missed again."
					: figure + ", against the final target of " + values.expected()
							+ ", which had been met and held until " + day(reason.other())
							+ " and is missed again; it is good enough for now.";
		};
	}

	/** Why there is no status. */
	static String hindrance(Reason reason) {
		return switch (reason.rule()) {
			case NO_FIGURE -> "no figure has come yet.";
			case FIGURE_OVERDUE -> "there is no figure since " + period(reason) + "; the one for "
					+ reason.names().get(0) + " was due by " + day(reason.due()) + ".";
			case ORGANISATION_CLOSED ->
				reason.names().get(0) + " closed on " + day(reason.other()) + " and its figures end there"
						+ ((reason.names().size() > 1) ? "; its successor is " + reason.names().get(1) + "." : ".");
			case FIGURE_WITHHELD -> "the source withholds the figure" + whose(reason) + ", which is small.";
			case FIGURE_NOT_SUBMITTED -> "the figure" + whose(reason) + " was not submitted or is not available.";
			case NOTHING_TO_MEASURE -> "there was nothing to measure" + whose(reason) + ".";
			case ORGANISATION_MISSING ->
				"for " + period(reason) + " there is no figure of " + SourcePhrases.listed(reason.names()) + ".";
			case PERIODS_MISSING -> "it is judged over " + reason.asked() + " periods, and there is no figure for "
					+ SourcePhrases.listed(reason.names()) + ".";
			case CANNOT_BE_COMBINED -> "the figures for " + period(reason)
					+ " come without the numerators and denominators that adding them up needs.";
			case NO_REQUIREMENT -> "the plan states no value required "
					+ Phrasing.in(Objects.requireNonNull(reason.period())) + "; the figure is " + amount(reason) + ".";
			default -> "the plan sets no target yet" + (reason.note().isEmpty() ? "." : ": " + reason.note())
					+ ((reason.observed() != null) ? " The figure "
							+ Phrasing.in(Objects.requireNonNull(reason.period())) + " is " + amount(reason) + "."
							: "");
		};
	}

	/** Whose or which period's figure: the names where there are any. */
	private static String whose(Reason reason) {
		return reason.names().isEmpty() ? "" : " for " + SourcePhrases.listed(reason.names());
	}

	private static String amount(Reason reason) {
		return Objects.requireNonNull(reason.unit()).inWords(Objects.requireNonNull(reason.observed()));
	}

	private static String period(Reason reason) {
		Period period = Objects.requireNonNull(reason.period());
		return period.inWords();
	}

	private static String day(@Nullable LocalDate day) {
		return Phrasing.day(Objects.requireNonNull(day));
	}

	private static String quoted(List<String> names) {
		return SourcePhrases.listed(names.stream().map((each) -> "“" + each + "”").toList());
	}

}
