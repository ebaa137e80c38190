package org.jfpmonitor.intake.checks;

import java.util.List;

import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.plan.id.MeasureId;

/**
 * The current figures held before an extract, for checks that compare with them. Asked at
 * most once for each measure of a file.
 */
interface HeldFigures {

	/** The current figures of every organisation that has any. */
	List<Series> series(MeasureId measure);

	/** Every figure with a value that was ever published, whether it counts or not. */
	List<Revision> everPublished(MeasureId measure);

	/** Whether the delivery was read by the layout. */
	boolean isOfLayout(DeliveryId delivery, String layout);

}
