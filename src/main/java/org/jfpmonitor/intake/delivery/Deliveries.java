package org.jfpmonitor.intake.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.observation.DeliveryId;

/** The store of deliveries and of what was refused in them. */
public interface Deliveries {

	Optional<Delivery> find(DeliveryId id);

	/** The newest delivery of these bytes. */
	Optional<Delivery> find(String sha256);

	/**
	 * Deliveries that had arrived by the end of the day, newest first.
	 * @param offset how many to pass over
	 * @param limit how many at most
	 */
	List<Delivery> newest(LocalDate knownOn, int offset, int limit);

	/** The deliveries with a higher number, in order of number. */
	List<Delivery> after(long number);

	/** The highest number of a delivery; 0 when there is none. */
	long newestNumber();

	/** How many deliveries had arrived by the end of the day. */
	long count(LocalDate knownOn);

	/** Every arrival of the delivery's bytes, the first one first. */
	List<Arrival> arrivals(DeliveryId id);

	/**
	 * Hands every reject of the delivery to {@code reader}, in order of line, without
	 * holding them all.
	 */
	void rejects(DeliveryId id, Consumer<Reject> reader);

}
