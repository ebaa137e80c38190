package org.jfpmonitor.assessment.reason;

import java.util.List;

import org.jfpmonitor.plan.Status;
import org.jspecify.annotations.Nullable;

/**
 * One step of an explanation, as data: by which rule, what was expected and observed,
 * from which lines, therefore what. Pages, mails, reports and the API say what it says.
 */
public sealed interface Reason permits ObjectiveReason, MilestoneReason, MeasureReason {

	/** The rule that spoke. */
	Rule rule();

	/**
	 * What it speaks of: the title of a measure or milestone, or the objective's short
	 * title.
	 */
	String subject();

	/** The id of that measure or milestone, or the objective's code. */
	String part();

	/** The status that follows, or null for none. */
	@Nullable Status therefore();

	/** The places it rests on, in order of period and organisation. */
	List<Source> sources();

	/** The step as the API writes it and as runs record it. */
	Facts facts();

	/** The step in words, without the places it rests on. */
	String statement();

	/** The step in words, with the places it rests on. */
	default String sentence() {
		String places = Source.inWords(sources());
		return statement() + (places.isEmpty() ? "" : " (" + places + ")");
	}

}
