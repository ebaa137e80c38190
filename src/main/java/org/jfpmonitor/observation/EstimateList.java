package org.jfpmonitor.observation;

import java.util.Set;

import org.jfpmonitor.organisation.OrganisationCode;

/**
 * Whose figures their publisher put in for ones that did not come, of all that a coverage
 * speaks of: those organisations', and nobody else's. The list that counts is the one of
 * the highest {@link org.jfpmonitor.observation.record.Precedence}, whether it came
 * before the figures or after them; what people correct is no estimate.
 *
 * @param coverage measure, level and period
 * @param organisations those that are named; may be none
 */
public record EstimateList(Coverage coverage, Set<OrganisationCode> organisations) {

	public EstimateList {
		organisations = Set.copyOf(organisations);
	}

}
