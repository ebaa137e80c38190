package org.jfpmonitor.publication.api;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.ExtractReader;
import org.jfpmonitor.extract.Layouts;
import org.jfpmonitor.extract.Shipped;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Figure.Mark;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.catalogue.CatalogueReading;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.reading.OrganisationsFile;
import org.jfpmonitor.plan.reading.PlanFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DatapointsTest {

	private static final Path CONFIG = Path.of("config");

	private static final Organisations REGISTER = OrganisationsFile.read(CONFIG.resolve("organisations.yaml"))
		.organisations()
		.orElseThrow();

	private static final Plan PLAN = PlanFiles
		.read(CONFIG.resolve("plan"), REGISTER, CatalogueReading.in(Path.of("config")).catalogue())
		.plan()
		.orElseThrow();

	private static final OrganisationCode ICB = OrganisationCode.of("QMM");

	@TempDir
	private Path folder;

	private final List<Figure> figures = List.of(Figure.ratio(BigDecimal.valueOf(212), BigDecimal.valueOf(1954)),
			Figure.absent(Mark.SUPPRESSED), Figure.absent(Mark.MISSING), Figure.of(BigDecimal.ZERO),
			new Figure(new BigDecimal("0.5"), BigDecimal.ONE, BigDecimal.valueOf(2), Mark.ESTIMATED));

	private String written() throws IOException {
		Measure measure = PLAN.measure(MeasureId.of("smoking-at-delivery")).orElseThrow();
		List<Revision> revisions = new ArrayList<>();
		Provenance provenance = new Provenance(new DeliveryId(7), "x.csv", "figures", Vintage.arrived(LocalDate.EPOCH),
				Instant.parse("2025-05-10T08:30:00Z"));
		Period quarter = Period.ofClosed(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 3, 31));
		for (Figure each : this.figures) {
			revisions.add(new Revision(
					new Observation(new Cell(measure.id(), ICB, quarter), each, "organisation", Place.line(2), 1),
					provenance));
			quarter = measure.cadence().next(quarter);
		}
		StringBuilder out = new StringBuilder();
		Datapoints datapoints = new Datapoints(out);
		datapoints.write(measure, REGISTER.find(ICB).orElseThrow(), new Series(measure.id(), ICB, revisions));
		datapoints.flush();
		return out.toString();
	}

	@Test
	void haveTheColumnsOfTheLibrary() throws IOException {
		assertThat(written().lines()).containsExactly(
				"datapoint_id,metric_id,dimension_id,reporting_grain,location_id,location_type,"
						+ "reporting_period_start_datetime,publication_datetime,metric_value,additional_metric_values",
				"smoking-at-delivery:QMM:2024-01-01,smoking-at-delivery,,quarterly,QMM,icb,2024-01-01 00:00:00,"
						+ "2025-05-10 08:30:00,10.849539406346,\"{\"\"numerator\"\":212,\"\"denominator\"\":1954}\"",
				"smoking-at-delivery:QMM:2024-04-01,smoking-at-delivery,,quarterly,QMM,icb,2024-04-01 00:00:00,"
						+ "2025-05-10 08:30:00,*,",
				"smoking-at-delivery:QMM:2024-07-01,smoking-at-delivery,,quarterly,QMM,icb,2024-07-01 00:00:00,"
						+ "2025-05-10 08:30:00,NA,",
				"smoking-at-delivery:QMM:2024-10-01,smoking-at-delivery,,quarterly,QMM,icb,2024-10-01 00:00:00,"
						+ "2025-05-10 08:30:00,0,",
				"smoking-at-delivery:QMM:2025-01-01,smoking-at-delivery,,quarterly,QMM,icb,2025-01-01 00:00:00,"
						+ "2025-05-10 08:30:00,50,\"{\"\"numerator\"\":1,\"\"denominator\"\":2,\"\"estimated\"\":true}\"");
	}

	@Test
	void areReadAgainAsTheSameFigures() throws IOException {
		Path file = Files.writeString(this.folder.resolve("datapoints.csv"), written());
		LocalDate today = LocalDate.of(2025, 5, 15);
		Layouts layouts = Shipped.layouts(CONFIG.resolve("layouts"), PLAN).layouts();

		Extract extract = new ExtractReader(layouts, REGISTER).read(file, "datapoints.csv",
				new ReadingContext(Shipped.plans(PLAN), today), (reject) -> {
					throw new IllegalStateException(reject.toString());
				});

		assertThat(extract.observations()).hasSameSizeAs(this.figures);
		for (int i = 0; i < this.figures.size(); i++) {
			Figure sent = this.figures.get(i);
			Figure read = extract.observations().get(i).figure();
			if (sent.value() == null) {
				assertThat(read).isEqualTo(sent);
			}
			else {
				assertThat(read.value()).isCloseTo(sent.value(),
						org.assertj.core.data.Offset.offset(new BigDecimal("1e-14")));
			}
		}
		assertThat(extract.vintage().day()).isEqualTo("2025-05-10");
	}

}
