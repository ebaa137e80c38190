package org.jfpmonitor.intake.delivery;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.LineCounts;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.plan.id.FeedId;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as it is written down.
 *
 * @param id its number
 * @param file what arrived
 * @param feed its feed, or null
 * @param layout its layout, or null
 * @param layoutFingerprint the layout as it was then, or null
 * @param vintage how new the file says it is
 * @param lines what became of its lines
 * @param news what it brought
 * @param periods the periods it speaks for, with whether it brought anything for them
 * @param took how long reading and publishing took
 * @param faults why it was refused whole; empty when it was published
 * @param warnings what its checks found besides
 */
public record NewDelivery(DeliveryId id, ReceivedFile file, @Nullable FeedId feed, @Nullable String layout,
		@Nullable String layoutFingerprint, Vintage vintage, LineCounts lines, News news,
		SortedMap<Period, Boolean> periods, Duration took, List<String> faults, List<String> warnings) {

	/** One that was refused whole. */
	public static NewDelivery refused(DeliveryId id, ReceivedFile file, ExtractRefused why, Duration took) {
		return new NewDelivery(id, file, why.feed(), why.layout(), null, Vintage.arrived(file.arrivedOn()),
				why.counts(), News.NONE, new TreeMap<>(), took, why.faults(), List.of());
	}

	/**
	 * What a delivery brought.
	 *
	 * @param figures cells published
	 * @param added cells that had no figure before
	 * @param revised cells whose figure differs from the one before
	 * @param reports milestone reports, positions and overrides that say anything new
	 */
	public record News(long figures, long added, long revised, long reports) {

		static final News NONE = new News(0, 0, 0, 0);

	}

}
