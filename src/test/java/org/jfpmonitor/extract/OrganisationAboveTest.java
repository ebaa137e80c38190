package org.jfpmonitor.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jfpmonitor.extract.Shipped.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Sheets with an organisation above several periods. */
class OrganisationAboveTest {

	private static final String LAYOUT = """
			layout: wide
			title: Organisations over months
			feed: virtual-wards
			reads: named-figures
			columns: {measure: {is: Indicator, missing: ["-"]}}
			period: {headers: true, as: monthly}
			named: {measure: measure, organisation-above: true}
			""";

	@TempDir
	private Path folder;

	@Test
	void eachHeadingHoldsForItsPeriodsUpToTheNext() throws IOException {
		Read read = read(LAYOUT, ",QMM,,RM1,", "Indicator,Oct 2024,Nov 2024,Oct 2024,Nov 2024",
				"virtual-ward-occupancy,80,81,90,-", "virtual-ward-beds,10,,12,13");

		assertThat(read.rejects()).isEmpty();
		assertThat(read.extract().observations()).extracting((each) -> each.cell() + " " + each.figure().value())
			.hasSize(7)
			.anySatisfy((each) -> assertThat(each).contains("virtual-ward-occupancy", "QMM", "2024-10", " 0.8"))
			.anySatisfy((each) -> assertThat(each).contains("virtual-ward-occupancy", "RM1", "2024-10", " 0.9"))
			.anySatisfy((each) -> assertThat(each).contains("virtual-ward-occupancy", "RM1", "2024-11", " null"))
			.anySatisfy((each) -> assertThat(each).contains("virtual-ward-beds", "RM1", "2024-11", " 13"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			,QMM,Total | found "total" above "Nov 2024"
			,,QMM      | found nothing above "Oct 2024"
			,QMM,ZZ9   | found "zz9" above "Nov 2024"
			""")
	void aPeriodBelowAnythingElseRefusesTheFile(String headings, String found) throws IOException {
		assertThat(read(LAYOUT, headings, "Indicator,Oct 2024,Nov 2024", "virtual-ward-beds,10,11").refusal())
			.hasMessageContaining("Expected above each period the code of an organisation in organisations.yaml, "
					+ found + ". Write the code there, or delete the columns below it, such as totals.");
	}

	@Test
	void theMonthsOfEachNameTheirYearAndMayPassApril() throws IOException {
		assertThat(read(LAYOUT, ",QMM,,RM1,,QMM", "Indicator,Mar 2025,Apr 2025,Mar 2025,Apr 2025,May 2025",
				"virtual-ward-beds,80,81,90,91,82")
			.figures()).containsExactly("virtual-ward-beds QMM April 2025 = 81",
					"virtual-ward-beds QMM March 2025 = 80", "virtual-ward-beds QMM May 2025 = 82",
					"virtual-ward-beds RM1 April 2025 = 91", "virtual-ward-beds RM1 March 2025 = 90");
	}

	@Test
	void theSamePeriodTwiceForOneOrganisationIsRejected() throws IOException {
		assertThat(read(LAYOUT, ",QMM,", "Indicator,Oct 2024,2024-10-31", "virtual-ward-beds,10,11").rejects())
			.hasSize(1)
			.first()
			.extracting((each) -> each.code().code())
			.isEqualTo("duplicate_key");
	}

	@Test
	void checkSaysWhereItMakesNoSense() throws IOException {
		assertThat(faults(LAYOUT.replace("{headers: true, as: monthly}", "{file-name: true}")
			.replace("missing: [\"-\"]}}", "missing: [\"-\"]}, value: Value}")
			.replace("organisation-above: true", "value: value, organisation-above: true")))
			.contains("expected organisation-above: beside \"period: {headers: true}\" only, found it with periods that"
					+ " stand elsewhere.");
		assertThat(faults(LAYOUT.replace("columns: {", "columns: {whose: Whose, ")
			.replace("organisation-above: true", "organisation: whose, organisation-above: true")))
			.contains("expected organisation: only without \"organisation-above:\"");
	}

	private String faults(String layout) throws IOException {
		Files.writeString(Files.createDirectories(this.folder.resolve("layouts")).resolve("wide.yaml"), layout);
		return Shipped.layouts(this.folder.resolve("layouts"), Shipped.PLAN).faults().toString();
	}

	private Read read(String layout, String... lines) throws IOException {
		assertThat(faults(layout)).isEqualTo("[]");
		return Read.by(Shipped.layouts(this.folder.resolve("layouts"), Shipped.PLAN), Shipped.PLAN,
				Shipped.write(this.folder, "wide.csv", lines), Shipped.TODAY);
	}

}
