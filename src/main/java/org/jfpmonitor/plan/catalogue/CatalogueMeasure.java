package org.jfpmonitor.plan.catalogue;

import java.math.BigDecimal;
import java.util.Set;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jspecify.annotations.Nullable;

/**
 * One number that a publication holds, before any plan judges it.
 *
 * @param id its name in layouts, plans, labels and addresses
 * @param title its name for people
 * @param shortTitle a few words for tables and sentences
 * @param definition what exactly is counted, with its source
 * @param unit what it counts in
 * @param direction which way is better
 * @param cadence how long its periods are
 * @param feed the supply it comes from
 * @param kinds the kinds of organisation that it has figures of
 * @param lowest the least possible value in the unit that people read, or null
 * @param highest the greatest possible value in the unit that people read, or null
 * @param smallDenominator below this denominator a figure gives no early warning unless a
 * plan says another number; 0 for never
 * @param place file and line that say it
 */
public record CatalogueMeasure(MeasureId id, String title, String shortTitle, String definition, Unit unit,
		Direction direction, Cadence cadence, FeedId feed, Set<Organisation.Type> kinds, @Nullable BigDecimal lowest,
		@Nullable BigDecimal highest, long smallDenominator, String place) {

	public CatalogueMeasure {
		kinds = Set.copyOf(kinds);
	}

}
