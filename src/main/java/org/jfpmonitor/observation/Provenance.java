package org.jfpmonitor.observation;

import java.time.Instant;

/**
 * Where figures came from and since when they are known.
 *
 * @param delivery the delivery they were read from
 * @param fileName that delivery's file name
 * @param vintage how new the file says it is
 * @param knownAt when the delivery arrived
 */
public record Provenance(DeliveryId delivery, String fileName, Vintage vintage, Instant knownAt) {

	/** The same delivery, of which a part is as new as this. */
	public Provenance dated(Vintage part) {
		return part.equals(this.vintage) ? this : new Provenance(this.delivery, this.fileName, part, this.knownAt);
	}

}
