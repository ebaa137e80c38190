package org.jfpmonitor.assessment.reason;

import java.util.Locale;

/** The rules by which a status, or the lack of one, comes about. */
public enum Rule {

	/** The plan says that the objective no longer applies. */
	RETIRED,
	/** The worst of the assessed parts decides. */
	WORST_OF_PARTS,
	/** Every part is completed. */
	ALL_PARTS_COMPLETED,
	/**
	 * Every assessed part is completed, but some part is not assessed, so the objective
	 * is not completed.
	 */
	COMPLETED_SO_FAR,
	/**
	 * No part that could be assessed is behind, but another lacks the data to be judged
	 * by, so the objective is not assessed: missing data never reads as on track.
	 */
	DATA_MISSING,
	/** No part could be assessed. */
	NOTHING_ASSESSED,
	/** The figure is as good as required. */
	REQUIREMENT_MET,
	/** The figure is worse than required. */
	REQUIREMENT_MISSED,
	/** The last target is met and was held as long as the plan asks. */
	TARGET_SUSTAINED,
	/** The last target is met, but not yet for as long as the plan asks. */
	TARGET_MET_NOT_YET_SUSTAINED,
	/** The last target had been met and held, and is missed again. */
	TARGET_LOST, MILESTONE_ACHIEVED, MILESTONE_NOT_YET_DUE, MILESTONE_PAST_DUE, MILESTONE_FORECAST_LATE,
	/** No figure has come at all. */
	NO_FIGURE,
	/** The newest figure is older than one that is due and beyond its grace. */
	FIGURE_OVERDUE,
	/**
	 * The organisation closed before the period that is due, so no figure of it will
	 * come; a series never goes on in its successor by itself.
	 */
	ORGANISATION_CLOSED,
	/** The figure is withheld because it, or one beside it, is small. */
	FIGURE_WITHHELD,
	/** The source says that the figure was not submitted or is not available. */
	FIGURE_NOT_SUBMITTED,
	/** There was a figure, and it was withdrawn or a newer file has none. */
	FIGURE_WITHDRAWN,
	/** There was nothing to measure, such as a share of nobody. */
	NOTHING_TO_MEASURE,
	/** Of several organisations that are summed, one has no figure. */
	ORGANISATION_MISSING,
	/** Periods that the basis needs are missing. */
	PERIODS_MISSING,
	/**
	 * Figures of several periods or organisations come without the numerators and
	 * denominators that adding them up needs.
	 */
	CANNOT_BE_COMBINED,
	/** The figure that the target is relative to is not known. */
	BASELINE_MISSING,
	/** The plan sets no target yet. */
	TARGET_NOT_SET,
	/** No required value is stated for the period. */
	NO_REQUIREMENT;

	/** As the API writes it: {@code requirement_missed}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
