package org.jfpmonitor.extract.layout;

import java.util.List;

import org.jfpmonitor.plan.id.MeasureId;

/**
 * What the rows of a list of estimates name: organisations whose figures of the file's
 * period the publisher put in.
 *
 * @param organisation the id of the column with their codes or names
 * @param name the id of the column with their names, for rows without a code
 * @param scope the level at which they have these figures
 * @param measures of which measures
 */
public record EstimateRule(String organisation, String name, String scope, List<MeasureId> measures) {

	public EstimateRule {
		measures = List.copyOf(measures);
	}

}
