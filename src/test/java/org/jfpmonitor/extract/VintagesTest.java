package org.jfpmonitor.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;

import org.jfpmonitor.extract.Shipped.Read;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Ledgers;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What files say of the day of their publication, and what of it is believed. */
class VintagesTest {

	private static final String DATAPOINTS = "datapoint_id,metric_id,dimension_id,reporting_grain,location_id,location_type,"
			+ "reporting_period_start_datetime,publication_datetime,metric_value,additional_metric_values";

	@TempDir
	private Path folder;

	@Test
	void aDayOfPublicationYetToComeDoesNotBlockTheCorrection() {
		Read slip = datapoint("slip.csv", "2052-06-12 09:30:00", "71.2");
		Read correction = datapoint("correction.csv", "2024-07-10 09:30:00", "72.4");

		assertThat(slip.extract().warnings()).contains(
				"Expected a day of publication no later than that of arrival, 1 June 2026, found 12 June 2052. It is not"
						+ " believed: the file counts as published on 1 June 2026, the day it arrived. Correct the day in the"
						+ " file and import that.");
		assertThat(correction.extract().vintage()).isEqualTo(Vintage.stated(LocalDate.of(2024, 7, 10), 1));
		assertThat(
				Ledgers
					.of(Stream.concat(revisions(slip, 1, "2026-06-01T06:00:00Z"),
							revisions(correction, 2, "2026-06-01T07:00:00Z"))
						.toList())
					.series(MeasureId.of("handover-within-30-minutes-local"), OrganisationCode.of("QMM"), Shipped.TODAY)
					.points())
			.extracting((each) -> each.figure().value().stripTrailingZeros().toPlainString())
			.containsExactly("0.724");
	}

	@Test
	void ofTheDaysAboveAHeaderTheNewestThatIsNotYetToComeCounts() {
		Vintage vintage = sheet("Published:,12th June 2025", "Revised:,10th July 2052").vintage();

		assertThat(vintage).isEqualTo(Vintage.stated(LocalDate.of(2025, 6, 12), 1));
	}

	@Test
	void aDayAboveAHeaderYetToComeCountsAsNone() {
		assertThat(sheet("Published:,12th June 2052", "Revised:,").vintage()).isEqualTo(Vintage.arrived(Shipped.TODAY));
	}

	@Test
	void theDayOfArrivalItselfIsBelieved() {
		assertThat(sheet("Published:,1st June 2026", "Revised:,").vintage())
			.isEqualTo(Vintage.stated(Shipped.TODAY, 1));
	}

	@ParameterizedTest
	@CsvSource({ "April-2021-revised-120522-ABC456.csv, 2022-05-12",
			"August-2023-revised-130624-ndx091.csv, 2024-06-13" })
	void theDayAfterTheWordRevisedInANameIsThatOfTheRevision(String name, LocalDate day) {
		assertThat(Shipped.read(Shipped.SAMPLES.resolve(name)).extract().vintage()).satisfies((vintage) -> {
			assertThat(vintage.datedBy()).isEqualTo(Vintage.DatedBy.PUBLISHER);
			assertThat(vintage.day()).isEqualTo(day);
		});
	}

	@Test
	void aLineWithASlipInItsYearDoesNotMakeItsFileOutrankTheRevision() {
		String april = text(Shipped.SAMPLES.resolve("Monthly-AE-April-2025.csv"));
		Extract slip = Shipped
			.read(this.folder, "Monthly-AE-April-2025.csv", april.replace("APRIL-2025,RCX,", "APRIL-2026,RCX,"))
			.extract();
		Extract revised = Shipped.read(Shipped.SAMPLES.resolve("April-2025-CSV-revised.csv")).extract();

		assertThat(slip.vintage()).isEqualTo(new Vintage(Vintage.DatedBy.LATEST_PERIOD, LocalDate.of(2025, 4, 30), 1));
		assertThat(revised.vintage().rank()).isGreaterThan(slip.vintage().rank());
		assertThat(slip.warnings()).contains("Expected no lines for a period after April 2025, as the others have none,"
				+ " found 1 line (30) for April 2026. So few do not make the file newer. Check its period.");
	}

	@Test
	void aPeriodThatIsNotOverDatesItsFileNoLaterThanItsArrival() throws IOException {
		Path layouts = Files.createDirectory(this.folder.resolve("layouts"));
		Files.writeString(layouts.resolve("wards.yaml"), """
				layout: wards
				title: Virtual wards
				feed: figures
				columns: {provider: Provider, day: Day, beds: Beds}
				period: {column: day, as: monthly}
				vintage: {otherwise: latest-period}
				levels:
				  - {scope: provider, organisation: provider, kinds: [trust]}
				figures:
				  - measure: virtual-ward-beds
				    value: {sum: beds}
				""");
		Path wards = Shipped.write(this.folder, "wards.csv", "Provider,Day,Beds", "RM1,2026-06-10,70",
				"RCX,2026-06-12,30");

		Read read = Read.by(Shipped.layouts(layouts, Shipped.PLAN), Shipped.PLAN, wards, LocalDate.of(2026, 6, 11));

		assertThat(read.extract().vintage()).isEqualTo(Vintage.arrived(LocalDate.of(2026, 6, 11)));
		assertThat(read.rejections()).containsExactly(
				"3 period_in_future Day [2026-06-12] a day no later than 11 June 2026, the day of arrival");
	}

	@Test
	void aDayInAColumnOfAFileWithLevelsDatesIt() throws IOException {
		Path layouts = Files.createDirectory(this.folder.resolve("layouts"));
		Files.writeString(layouts.resolve("wards.yaml"), """
				layout: wards
				title: Virtual wards
				feed: figures
				columns: {icb: ICB, month: Month, beds: Beds, released: Released}
				period: {column: month, as: monthly}
				vintage: {column: released}
				levels:
				  - {scope: icb, organisation: icb, kinds: [icb]}
				figures:
				  - measure: virtual-ward-beds
				    value: {sum: beds}
				""");

		assertThat(Read.by(Shipped.layouts(layouts, Shipped.PLAN), Shipped.PLAN,
				Shipped.write(this.folder, "wards.csv", "ICB,Month,Beds,Released", "QMM,2025-03,120,2025-05-05",
						"QMM,2025-02,110,2025-04-01", "QMM,many,100,2026-05-09", "nobody,2025-03,1,2026-05-08"),
				Shipped.TODAY)
			.extract()
			.vintage()).isEqualTo(Vintage.stated(LocalDate.of(2025, 5, 5), 1));
	}

	@Test
	void aDayThatOnlyFewPersonsHaveDatesNoFile() throws IOException {
		Path layouts = Files.createDirectory(this.folder.resolve("layouts"));
		Files.writeString(layouts.resolve("stays.yaml"), """
				layout: stays
				title: Stays
				feed: figures
				record-level: true
				columns: {icb: ICB, month: Month, released: Released}
				period: {column: month, as: monthly}
				vintage: {column: released}
				levels:
				  - {scope: icb, organisation: icb, kinds: [icb]}
				figures:
				  - measure: virtual-ward-beds
				    value: {count: rows}
				""");
		String many = "QMM,2025-03,2025-05-05\n".repeat(5).strip();
		String few = "QMM,2025-03,2025-05-06\n".repeat(4).strip();

		assertThat(Read
			.by(Shipped.layouts(layouts, Shipped.PLAN), Shipped.PLAN,
					Shipped.write(this.folder, "stays.csv", "ICB,Month,Released", many, few), Shipped.TODAY)
			.extract()
			.vintage()).isEqualTo(Vintage.stated(LocalDate.of(2025, 5, 5), 1));
	}

	/** The published sheet with other days above its header. */
	private Extract sheet(String published, String revised) {
		String text = text(Shipped.SAMPLES.resolve("virtual-ward-april-2025-provider-as-displayed.csv"));
		String other = text.replaceFirst("Published:,[^,]*", published).replaceFirst("Revised:,[^,]*", revised);
		return Shipped.read(this.folder, "virtual-ward-april-2025-provider-as-displayed.csv", other).extract();
	}

	private static String text(Path file) {
		try {
			return Files.readString(file, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Read datapoint(String file, String published, String value) {
		return Shipped.read(this.folder, file, DATAPOINTS, "a,handover-within-30-minutes-local,,monthly,QMM,icb,"
				+ "2024-05-01 00:00:00," + published + "," + value + ",");
	}

	private static Stream<Revision> revisions(Read read, long delivery, String knownAt) {
		Provenance provenance = new Provenance(DeliveryId.of(delivery), "a.csv", "figures", read.extract().vintage(),
				Instant.parse(knownAt));
		return read.extract().observations().stream().map((each) -> new Revision(each, provenance));
	}

}
