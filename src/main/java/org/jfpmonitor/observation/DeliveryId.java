package org.jfpmonitor.observation;

/**
 * The number of a delivery: one arrival of one file.
 *
 * @param value counted up by the store
 */
public record DeliveryId(long value) implements Comparable<DeliveryId> {

	public static DeliveryId of(long value) {
		return new DeliveryId(value);
	}

	@Override
	public int compareTo(DeliveryId other) {
		return Long.compare(this.value, other.value);
	}

	@Override
	public String toString() {
		return Long.toString(this.value);
	}

}
