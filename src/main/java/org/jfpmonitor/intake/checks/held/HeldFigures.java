package org.jfpmonitor.intake.checks.held;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;

/**
 * The current figures held before an extract, for checks that compare with them. Asked at
 * most once for each measure of a file.
 */
public interface HeldFigures {

	/** The current figures of every organisation that has any. */
	List<Series> series(MeasureId measure);

	/**
	 * The current figures of the organisations, and of every other one those of periods
	 * that end on a day of {@code within}.
	 */
	List<Series> series(MeasureId measure, Set<OrganisationCode> organisations, Period within);

	/**
	 * Every figure with a value that was ever published, whether it counts or not, of
	 * periods that end on the day or later.
	 */
	List<Revision> everPublished(MeasureId measure, LocalDate since);

	/** Whether the delivery was read by the layout. */
	boolean isOfLayout(DeliveryId delivery, String layout);

}
