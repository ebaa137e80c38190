package org.jfpmonitor.intake.trial;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.MeasureId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TriedFigureTest {

	@Test
	void aFigureThatWouldNotCountIsOutdatedWhetherOrNotAnyIsHeld() {
		assertThat(new TriedFigure(observation("icb", 500), Unit.COUNT, null, false).effect())
			.isEqualTo(TriedFigure.Effect.OUTDATED);
		assertThat(new TriedFigure(observation("icb", 500), Unit.COUNT, null, true).effect())
			.isEqualTo(TriedFigure.Effect.NEW);
	}

	@Test
	void aFigureThatIsHeldAsAnEstimateIsTheSameOne() {
		Revision held = new Revision(observation("icb", 181), new Provenance(DeliveryId.of(1), "sheet.csv", "figures",
				Vintage.arrived(LocalDate.of(2025, 5, 15)), Instant.parse("2025-05-15T08:00:00Z")))
			.asEstimate();

		assertThat(new TriedFigure(observation("icb", 181), Unit.COUNT, held, true).effect())
			.isEqualTo(TriedFigure.Effect.SAME);
	}

	private static Observation observation(String scope, int value) {
		Cell cell = new Cell(MeasureId.of("virtual-ward-beds"), OrganisationCode.of("QMM"),
				Period.ofClosed(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 4, 30)));
		return new Observation(cell, new Figure(BigDecimal.valueOf(value), null, null, Figure.Mark.NONE), scope,
				new Place(2, ""), 1);
	}

}
