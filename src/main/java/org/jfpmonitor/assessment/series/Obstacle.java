package org.jfpmonitor.assessment.series;

/** Why a period has no figure to judge. */
public enum Obstacle {

	/** The figure is withheld because it, or one beside it, is small. */
	WITHHELD,
	/** The source says that the figure was not submitted or is not available. */
	NOT_SUBMITTED,
	/** There was a figure, and it was withdrawn or a newer file has none. */
	WITHDRAWN,
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
	CANNOT_BE_COMBINED

}
