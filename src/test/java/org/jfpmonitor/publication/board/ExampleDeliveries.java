package org.jfpmonitor.publication.board;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.extract.result.LineCounts;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.intake.delivery.Arrival;
import org.jfpmonitor.intake.delivery.Deliveries;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.observation.Vintage;

/**
 * Sixty deliveries, one a day up to today: the newest was refused whole, the one before
 * it had rejects.
 */
final class ExampleDeliveries implements Deliveries {

	static final int ALL = 60;

	static final int REJECTS = 80;

	@Override
	public Optional<Delivery> find(DeliveryId id) {
		return all().filter((each) -> each.id().equals(id)).findFirst();
	}

	@Override
	public Optional<Delivery> find(String sha256) {
		return all().filter((each) -> each.sha256().equals(sha256)).findFirst();
	}

	@Override
	public List<Delivery> newest(LocalDate knownOn, int offset, int limit) {
		return known(knownOn).sorted(Comparator.comparing(Delivery::arrivedAt).reversed())
			.skip(offset)
			.limit(limit)
			.toList();
	}

	@Override
	public List<Delivery> after(long number) {
		return all().filter((each) -> each.id().value() > number).sorted(Comparator.comparing(Delivery::id)).toList();
	}

	@Override
	public long newestNumber() {
		return after(0).stream().mapToLong((each) -> each.id().value()).max().orElse(0);
	}

	@Override
	public long count(LocalDate knownOn) {
		return known(knownOn).count();
	}

	@Override
	public List<Arrival> arrivals(DeliveryId id) {
		Arrival first = new Arrival("Virtual-Ward-%s.csv".formatted(id), Instant.parse("2025-05-14T08:05:00Z"));
		return List.of(first, new Arrival("copy.csv", Instant.parse("2025-05-15T10:00:00Z")));
	}

	@Override
	public void rejects(DeliveryId id, Consumer<Reject> reader) {
		IntStream.rangeClosed(1, REJECTS)
			.mapToObj((line) -> (line == 1)
					? new Reject(Place.line(1), RejectCode.WRONG_NUMBER_OF_COLUMNS, "", "", "8 columns")
					: new Reject(Place.line(line), RejectCode.NOT_A_NUMBER, "Capacity", "<b>n/a</b>", "a number"))
			.forEach(reader);
	}

	private static Stream<Delivery> known(LocalDate day) {
		return all().filter((each) -> each.arrivedAt().isBefore(Today.endOf(day)));
	}

	private static Stream<Delivery> all() {
		return LongStream.rangeClosed(1, ALL).mapToObj(ExampleDeliveries::delivery);
	}

	private static Delivery delivery(long number) {
		LocalDate day = ExamplePlan.TODAY.minusDays(ALL - number);
		Instant arrived = day.atTime(9, 5).atZone(Today.LONDON).toInstant();
		if (number == ALL) {
			return new Delivery(DeliveryId.of(number), sha(number), "renamed.csv", null, null, Vintage.arrived(day),
					arrived, null, Delivery.Outcome.REFUSED, LineCounts.NONE, 0, 0, List.of(), Duration.ofMillis(12),
					List.of("Expected a text file of comma separated values, found a workbook (its first bytes are PK)."
							+ " Save the sheet as CSV and deliver that."),
					List.of());
		}
		long rejected = (number == ALL - 1) ? REJECTS : 0;
		return new Delivery(DeliveryId.of(number), sha(number), "Virtual-Ward-%d.csv".formatted(number),
				ExamplePlan.BEDS_FEED.id(), "virtual-wards-icb", Vintage.arrived(day), arrived, "analyst",
				Delivery.Outcome.PUBLISHED, new LineCounts(1200 + rejected, 1150, 50, rejected), 42, 3,
				List.of(Period.month(2025, 2), Period.month(2025, 3)), Duration.ofMillis(412), List.of(),
				(rejected > 0) ? List.of("One expected organisation sent nothing: RGP.") : List.of());
	}

	static String sha(long number) {
		return "%064x".formatted(number);
	}

}
