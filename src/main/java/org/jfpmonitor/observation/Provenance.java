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

}
