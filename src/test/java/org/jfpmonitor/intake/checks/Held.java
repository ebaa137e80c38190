package org.jfpmonitor.intake.checks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.observation.Vintage;

/** Figures as if they had been stored. */
final class Held {

	private Held() {
	}

	/** What extracts of different periods said. */
	static HeldFigures of(Extract... extracts) {
		return (measure) -> Stream.of(extracts)
			.flatMap((each) -> each.observations().stream())
			.filter((each) -> each.cell().measure().equals(measure))
			.map((each) -> new Series(measure, each.cell().organisation(),
					List.of(new Revision(each,
							new Provenance(new DeliveryId(1), "x.csv", Vintage.arrived(LocalDate.EPOCH),
									Instant.EPOCH)))))
			.toList();
	}

}
