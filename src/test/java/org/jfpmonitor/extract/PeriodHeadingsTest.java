package org.jfpmonitor.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jfpmonitor.extract.Shipped.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Sheets whose columns are periods, and what else may stand there. */
class PeriodHeadingsTest {

	private static final String LAYOUT = """
			layout: wide
			title: Months in columns
			feed: virtual-wards
			reads: named-figures
			columns: {measure: Indicator, organisation: Code}
			period: {headers: true, as: monthly}
			named: {measure: measure, organisation: organisation}
			""";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "Dec 2024", "2024-12-01", "Dec-24", "December 2024 (provisional)",
			"Month ending 31 Dec 2024", "2024-12-01T00:00:00+00:00", "Dec 2024 revised", "1 Dec 2024" })
	void aPeriodIsReadHoweverItIsWritten(String heading) throws IOException {
		assertThat(read("Indicator,Code,Oct 2024," + heading, "virtual-ward-beds,QMM,10,12").figures())
			.contains("virtual-ward-beds QMM December 2024 = 12");
	}

	@ParameterizedTest
	@ValueSource(strings = { "% Dec 2024", "Dec 2024 %", "Dec 2024 #", "Dec 2024 £", "Dec 2024 +/-",
			"Dec 2024 vs Dec 2023", "Dec 2024 YTD", "Dec 2024 to date", "Dec 2024 year to date", "to Dec 2024",
			"Up to Dec 2024", "from Dec 2024", "Plan Dec 2024", "Average Dec 2024", "Dec 2024 change", "Dec 2024 (n)",
			"Cumulative Dec 2024", "Δ Dec 2024" })
	void whatSaysMoreThanItsPeriodIsNotReadAndNamed(String heading) throws IOException {
		Read read = read("Indicator,Code,Oct 2024," + heading, "virtual-ward-beds,QMM,10,12");

		assertThat(read.figures()).containsExactly("virtual-ward-beds QMM October 2024 = 10");
		assertThat(read.extract().warnings()).contains(
				"The column \"" + heading + "\" was not read: expected a header that is a period such as 2025-03-01.");
	}

	@Test
	void aYearBesideItsMonthsIsTheirSum() throws IOException {
		Read read = read("Indicator,Code,Oct 2024,Nov 2024,2024/25", "virtual-ward-beds,QMM,10,12,22");

		assertThat(read.rejects()).isEmpty();
		assertThat(read.figures()).containsExactly("virtual-ward-beds QMM November 2024 = 12",
				"virtual-ward-beds QMM October 2024 = 10");
		assertThat(read.extract().warnings())
			.contains("The column \"2024/25\" was not read of virtual-ward-beds: expected a monthly period.");
	}

	@Test
	void aMonthOfAFinancialYearIsInItsLaterHalf() throws IOException {
		assertThat(read("Indicator,Code,Dec 2024/25,Jan 2024/25", "virtual-ward-beds,QMM,10,12").figures())
			.containsExactly("virtual-ward-beds QMM December 2024 = 10", "virtual-ward-beds QMM January 2025 = 12");
	}

	@ParameterizedTest
	@ValueSource(strings = { "12 months to Dec 2024", "Year ending December 2024", "Quarter to Dec 2024",
			"3 months ending 31 December 2024" })
	void whatIsOfSeveralMonthsIsNotTheFigureOfTheLast(String heading) throws IOException {
		Read read = read("Indicator,Code,Oct 2024," + heading, "virtual-ward-beds,QMM,10,12");

		assertThat(read.rejects()).singleElement()
			.satisfies((each) -> assertThat(each.code().code()).isEqualTo("period_not_of_cadence"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					,,Actual,Plan         | Expected one kind of figures below the periods, found "Oct 2024" without such a word and "Dec 2024" below "plan". Delete the columns that do not hold the figures, and the words above those that do.
					,,2024/25,2024/25 plan | Expected one kind of figures below the periods, found "Oct 2024" without such a word and "Dec 2024" below "2024/25plan".
					,,Outturn,Forecast    | Expected one kind of figures below the periods, found "Oct 2024" below "outturn" and "Dec 2024" below "forecast".
					,,2023/24,            | Expected above "Oct 2024" a period that it lies in, or nothing, found "2023/24". Correct the one that is wrong.
					""")
	void headingsThatTellColumnsApartOrContradictThemRefuseTheFile(String headings, String refusal) throws IOException {
		assertThat(read(headings, "Indicator,Code,Oct 2024,Dec 2024", "virtual-ward-beds,QMM,10,12").refusal())
			.hasMessageContaining(refusal);
	}

	@ParameterizedTest
	@ValueSource(strings = { ",,Actual,", ",,2024/25,", ",,Beds by month,", "Beds by month,,,", ",,Final,Provisional" })
	void aTitleOrAYearAboveAllOfThemChangesNothing(String headings) throws IOException {
		assertThat(read(headings, "Indicator,Code,Oct 2024,Dec 2024", "virtual-ward-beds,QMM,10,12").figures())
			.containsExactly("virtual-ward-beds QMM December 2024 = 12", "virtual-ward-beds QMM October 2024 = 10");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			,,Actual,Plan        | "Mar" below "Actual" and "Apr" below "Plan"
			,,,Forecast          | "Mar" without such a word and "Apr" below "Forecast"
			Beds,,,Target (2025) | "Mar" without such a word and "Apr" below "Target (2025)"
			""")
	void wordsAboveTheYearsTellColumnsApart(String words, String found) throws IOException {
		assertThat(read(words, ",,2023/24,2024/25", "Indicator,Code,Mar,Apr", "virtual-ward-beds,QMM,10,12").refusal())
			.hasMessageContaining("Expected one kind of figures below the periods, found " + found + ".");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Plan and actual,,,", ",,Actual,", "Operational plan,,,Published June", ",,Region,Place" })
	void aTitleAboveTheYearsChangesNothing(String words) throws IOException {
		assertThat(read(words, ",,2023/24,2024/25", "Indicator,Code,Mar,Apr", "virtual-ward-beds,QMM,10,12").figures())
			.containsExactly("virtual-ward-beds QMM April 2024 = 12", "virtual-ward-beds QMM March 2024 = 10");
	}

	@Test
	void aSecondTableBelowAnotherYearIsRefused() throws IOException {
		assertThat(read(",,2023/24,", "Indicator,Code,Oct,Nov", "virtual-ward-beds,QMM,10,12", ",,2024/25,",
				"Indicator,Code,Oct,Nov", "virtual-ward-beds,QMM,14,16")
			.refusal())
			.hasMessageContaining("Line 4: expected lines of the table that begins above, found \"2024/25\".");
	}

	/** Today is 1 June 2026. */
	@Test
	void aMonthThatIsNotOverIsPassedOverBesideOthersAndNamed() throws IOException {
		Read read = read("Indicator,Code,May 2026,Jun 2026", "virtual-ward-occupancy,RM1,10,1",
				"virtual-ward-occupancy,RGP,10,");

		assertThat(read.rejects()).isEmpty();
		assertThat(read.figures()).containsExactly("virtual-ward-occupancy RGP May 2026 = 10%",
				"virtual-ward-occupancy RM1 May 2026 = 10%");
		assertThat(read.extract().warnings()).containsExactly(
				"The column \"Jun 2026\" was not read of virtual-ward-occupancy: expected a period that is over by"
						+ " 1 June 2026, the day of arrival; June 2026 is not, so its figure is no whole yet.");
	}

	@Test
	void aSecondTableOfOtherMonthsIsRefused() throws IOException {
		assertThat(read("Indicator,Code,Oct 2024,Nov 2024", "virtual-ward-beds,QMM,10,12", ",,,",
				"Indicator,Code,Dec 2024,Jan 2025", "virtual-ward-beds,QMM,14,16")
			.refusal())
			.hasMessageContaining("Line 4: expected lines of the table that begins above, found \"Dec 2024\"");
		assertThat(read("Indicator,Code,Oct 2024,Nov 2024", "virtual-ward-beds,QMM,10,12", ",,,",
				"Indicator,Code,Oct 2024,Nov 2024", "virtual-ward-beds,RM1,14,16")
			.figures()).hasSize(4);
	}

	@Test
	void headingsMayBeMergedWithTheRowOfTheMonths() throws IOException {
		assertThat(read("Beds,,,", "Indicator,Code,2024/25,", ",,Oct,Nov", "virtual-ward-beds,QMM,10,12").figures())
			.containsExactly("virtual-ward-beds QMM November 2024 = 12", "virtual-ward-beds QMM October 2024 = 10");
	}

	@Test
	void wordsAboveTheOrganisationsTellColumnsApart() throws IOException {
		String layout = LAYOUT.replace(", organisation: Code}", "}")
			.replace("organisation: organisation", "organisation-above: true");
		assertThat(readBy(layout, ",Actual,,Plan,", ",QMM,RY3,QMM,RY3", "Indicator,Feb 2024,Feb 2024,Mar 2024,Mar 2024",
				"virtual-ward-beds,10,12,14,16")
			.refusal()).hasMessageContaining("found \"Feb 2024\" below \"Actual\" and \"Mar 2024\" below \"Plan\"");
	}

	@Test
	void monthsBelowTheirYearsPassFromOneToTheNext() throws IOException {
		assertThat(read(",,2023/24,,2024/25,", "Indicator,Code,Feb,Mar,Apr,May", "virtual-ward-beds,QMM,1,2,3,4")
			.figures()).containsExactly("virtual-ward-beds QMM April 2024 = 3",
					"virtual-ward-beds QMM February 2024 = 1", "virtual-ward-beds QMM March 2024 = 2",
					"virtual-ward-beds QMM May 2024 = 4");
	}

	private Read read(String... lines) throws IOException {
		return readBy(LAYOUT, lines);
	}

	private Read readBy(String layout, String... lines) throws IOException {
		Path layouts = Files.createDirectories(this.folder.resolve("layouts"));
		Files.writeString(layouts.resolve("wide.yaml"), layout);
		LayoutsReading reading = Shipped.layouts(layouts, Shipped.PLAN);
		assertThat(reading.faults()).isEmpty();
		return Read.by(reading, Shipped.PLAN, Shipped.write(this.folder, "wide.csv", lines), Shipped.TODAY);
	}

}
