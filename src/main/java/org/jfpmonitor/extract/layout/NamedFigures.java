package org.jfpmonitor.extract.layout;

import java.util.Map;

import org.jfpmonitor.plan.id.MeasureId;
import org.jspecify.annotations.Nullable;

/**
 * How rows that name their own measure are read.
 *
 * @param measure the id of the column that names the measure
 * @param organisation the id of the column that names the organisation; null to take the
 * one that the plan judges the measure by
 * @param organisationAbove whether the organisation of each value stands in the heading
 * above its period
 * @param value the id of the column that holds the value; null when the headers are
 * periods and the values stand below them
 * @param numerator the id of a column, or null
 * @param denominator the id of a column, or null
 * @param inBaseUnits whether numbers are ratios and seconds instead of what people write
 * @param names measures by the folded names the files have for them, beside their ids
 */
public record NamedFigures(String measure, @Nullable String organisation, boolean organisationAbove,
		@Nullable String value, @Nullable String numerator, @Nullable String denominator, boolean inBaseUnits,
		Map<String, MeasureId> names) {

	public NamedFigures {
		names = Map.copyOf(names);
	}

}
