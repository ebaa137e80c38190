package org.jfpmonitor.publication.page;

import org.jfpmonitor.assessment.reason.Source;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.progress.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A place in a delivered file, as a page links to it.
 *
 * @param delivery the delivery
 * @param fileName its file name
 * @param place where in the file
 */
public record SourceLine(DeliveryId delivery, String fileName, Place place) {

	public static SourceLine of(Source source) {
		return new SourceLine(source.delivery(), source.fileName(), source.place());
	}

	public static @Nullable SourceLine of(Origin origin) {
		DeliveryId delivery = origin.delivery();
		String fileName = origin.fileName();
		return (delivery == null || fileName == null) ? null : new SourceLine(delivery, fileName, origin.place());
	}

}
