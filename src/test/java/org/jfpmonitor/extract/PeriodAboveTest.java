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

/** Sheets with a period above the columns of several measures. */
class PeriodAboveTest {

	private static final String LAYOUT = """
			layout: wide
			title: Months over measures
			feed: virtual-wards
			columns: {code: Code, beds: Beds, occupied: {is: Occupied, missing: ["-"]}}
			period: {above: true}
			levels: [{scope: ward, organisation: code}]
			figures:
			  - {measure: virtual-ward-beds, value: {sum: beds}}
			  - {measure: virtual-ward-occupancy, numerator: {sum: occupied}, denominator: {sum: beds}}
			""";

	private static final String[] OCTOBER_AND_NOVEMBER = { "virtual-ward-beds QMM November 2024 = 20",
			"virtual-ward-beds QMM October 2024 = 10", "virtual-ward-occupancy QMM November 2024 = 90%",
			"virtual-ward-occupancy QMM October 2024 = 80%" };

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { ",,Oct 2024,,Nov 2024,", ",,Oct 2024,Oct 2024,Nov 2024,Nov 2024",
			"Beds by month,,2024-10-01,,2024-11-01,", ",Name,October 2024,,November 2024,", ",,Oct-24,,Nov-24," })
	void eachHeadingHoldsForItsColumnsUpToTheNext(String headings) throws IOException {
		Read read = read(LAYOUT.replace("above: true", "above: true, as: monthly"), headings,
				"Code,Name,Beds,Occupied,Beds,Occupied", "QMM,Norfolk,10,8,20,18");

		assertThat(read.rejects()).isEmpty();
		assertThat(read.figures()).containsExactly(OCTOBER_AND_NOVEMBER);
		assertThat(read.extract().lines().read()).isEqualTo(1);
		assertThat(read.extract().warnings()).isEmpty();
	}

	@Test
	void linesAreAddedUpForEachPeriodOfItsOwn() throws IOException {
		assertThat(read(LAYOUT, ",Oct 2024,,Nov 2024,", "Code,Beds,Occupied,Beds,Occupied", "QMM,4,3,12,11",
				"QMM,6,5,8,7", "RM1,1,1,2,2")
			.figures()).contains(OCTOBER_AND_NOVEMBER).hasSize(8);
	}

	@Test
	void headingsMergedWithTheRowBelowAndMonthsThatAreStillToComeAreNoFault() throws IOException {
		Read read = read(LAYOUT, "Virtual wards,,,,,,", "Code,Oct 2024,,Nov 2024,,Jul 2026,",
				",Beds,Occupied,Beds,Occupied,Beds,Occupied", "QMM,10,8,20,18,,");

		assertThat(read.figures()).containsExactly(OCTOBER_AND_NOVEMBER);
		assertThat(read.rejects()).isEmpty();
	}

	@Test
	void whatStandsBelowAnotherHeadingIsNotReadAndNamed() throws IOException {
		Read read = read(LAYOUT, ",Oct 2024,,Nov 2024,,2024/25 YTD,", "Code,Beds,Occupied,Beds,Occupied,Beds,Occupied",
				"QMM,10,8,20,18,30,26");

		assertThat(read.figures()).containsExactly(OCTOBER_AND_NOVEMBER);
		assertThat(read.extract().warnings()).containsExactly(
				"The columns below \"2024/25 YTD\" were not read: expected a heading that is a period such as"
						+ " March 2025.");
	}

	@Test
	void aFaultOfOnePeriodRejectsTheLineOnceAndNamesItsColumn() throws IOException {
		Read read = read(LAYOUT, ",Oct 2024,,Nov 2024,", "Code,Beds,Occupied,Beds,Occupied", "QMM,10,8,20,x",
				"QMM,1,1,1,1", "ZZZZ9,1,1,1,1");

		assertThat(read.rejects())
			.extracting((each) -> each.place().inWords() + " " + each.column() + " " + each.found())
			.containsExactly("line 3 Occupied (Nov 2024) x");
		assertThat(read.figures()).contains("virtual-ward-beds QMM October 2024 = 11");
		assertThat(read.extract().lines().rejected()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					,,,                 | Expected above the columns headings that are periods such as March 2025, found none. Write month and year above the first column of each period.
					,October,,November, | Expected above the columns headings that are periods such as March 2025, found none.
					,Oct 2024,,Nov,     | Expected a month with its year above its columns, such as March 2025, found "Nov". Write the year beside it.
					,Oct 2024,,October 2024, | Expected one heading for each period, found October 2024 twice: "Oct 2024" and further right "October 2024". Delete the columns that do not hold the figures.
					,Oct 2024,,Jul 2026, | Expected above the columns a period that has begun by 1 June 2026, found "Jul 2026". Correct the heading, or clear what stands below it.
					,Oct 2024,Nov 2024,, | Expected below "Oct 2024", or left of all periods, the column "Occupied", found none. Add what is missing, or delete the columns of that period.
					""")
	void whereNobodyCanTellThePeriodTheFileIsRefused(String headings, String refusal) throws IOException {
		assertThat(read(LAYOUT, headings, "Code,Beds,Occupied,Beds,Occupied", "QMM,10,8,20,18").refusal())
			.hasMessageContaining(refusal);
	}

	@Test
	void aYearBesideItsMonthsIsRejectedByItsHeading() throws IOException {
		assertThat(read(LAYOUT, ",Oct 2024,,2024/25,", "Code,Beds,Occupied,Beds,Occupied", "QMM,10,8,20,18").rejects())
			.singleElement()
			.satisfies((each) -> assertThat(each.found() + ": " + each.expected())
				.isEqualTo("2024/25: a monthly period, as measure virtual-ward-beds has"));
	}

	@ParameterizedTest
	@CsvSource({ "31/10/2024, 2024-10-29", "Oct 2024, 31 October 2024" })
	void twoDaysOfOneMonthAreTheSameMonthTwice(String one, String other) throws IOException {
		assertThat(read(LAYOUT.replace("above: true", "above: true, as: monthly"), "," + one + ",," + other + ",",
				"Code,Beds,Occupied,Beds,Occupied", "QMM,10,8,20,18")
			.refusal())
			.hasMessageContaining("Expected one heading for each period, found October 2024 twice: \"" + one
					+ "\" and further right \"" + other + "\".");
	}

	@Test
	void aSecondTableBelowOtherMonthsIsRefused() throws IOException {
		assertThat(read(LAYOUT, ",Oct 2024,,Nov 2024,", "Code,Beds,Occupied,Beds,Occupied", "QMM,10,8,20,18", ",,,,",
				",Dec 2024,,Jan 2025,", "Code,Beds,Occupied,Beds,Occupied", "QMM,50,48,60,58")
			.refusal()).hasMessage(
					"Line 5: expected lines of the table that begins above, found \"Dec 2024\". Send what stands below it in a"
							+ " file or sheet of its own, or delete the row if it changes nothing.");
		assertThat(read(LAYOUT, ",Oct 2024,,Nov 2024,", "Code,Beds,Occupied,Beds,Occupied", "QMM,10,8,20,18", ",,,,",
				",Oct 2024,,Nov 2024,", "Code,Beds,Occupied,Beds,Occupied", "RM1,50,48,60,58")
			.figures()).contains(OCTOBER_AND_NOVEMBER).hasSize(8);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			,Dec 2024,,Jan 2025, | Code,Occupied,Beds,Occupied,Beds | "Dec 2024"
			,Dec 2024,,Jan 2025, | Org,Beds,Occupied,Beds,Occupied  | "Dec 2024"
			Plan                 | Code,Beds,Occupied,,             | "Plan"
			""")
	void aSecondTableThatBeginsOtherwiseIsRefused(String words, String header, String found) throws IOException {
		assertThat(read(LAYOUT, ",Oct 2024,,Nov 2024,", "Code,Beds,Occupied,Beds,Occupied", "QMM,10,8,20,18", ",,,,",
				words, header, "QMM,50,48,60,58")
			.refusal()).hasMessageContaining("expected lines of the table that begins above, found " + found + ".");
	}

	@Test
	void thePlanBelowWhatCameOfItIsRefused() throws IOException {
		assertThat(read(LAYOUT, "Actual,,,,", ",Oct 2024,,Nov 2024,", "Code,Beds,Occupied,Beds,Occupied",
				"QMM,10,8,20,18", ",,,,", "Plan,,,,", ",Oct 2024,,Nov 2024,", "Code,Beds,Occupied,Beds,Occupied",
				"QMM,50,48,60,58")
			.refusal()).hasMessageContaining("Line 6: expected lines of the table that begins above, found \"Plan\".");
	}

	@Test
	void aLineThatIsTooShortIsRejectedWhereTheFirstColumnHasNoName() throws IOException {
		assertThat(read(LAYOUT.replace("code: Code", "code: empty"), ",Oct 2024,,Nov 2024,",
				",Beds,Occupied,Beds,Occupied", "QMM,10,8,20,18", "RM1")
			.rejects()).singleElement()
			.satisfies((each) -> assertThat(each.code().code()).isEqualTo("wrong_number_of_columns"));
	}

	@Test
	void aYearThatDoesNotHoldTheMonthBelowItRefusesTheFile() throws IOException {
		assertThat(read(LAYOUT, ",2024/25,,2025/26,", ",Oct 2024,,Nov 2024,", "Code,Beds,Occupied,Beds,Occupied",
				"QMM,10,8,20,18")
			.refusal())
			.hasMessage("Expected above \"Nov 2024\" a period that it lies in, or nothing, found"
					+ " \"2025/26\". Correct the one that is wrong.");
	}

	/** Today is 1 June 2026. */
	@Test
	void aMonthThatIsNotOverIsPassedOverBesideOthersAndNamed() throws IOException {
		Read read = read(LAYOUT, ",May 2026,,Jun 2026,", "Code,Beds,Occupied,Beds,Occupied", "RM1,10,8,1,1",
				"RGP,10,8,,");

		assertThat(read.rejects()).isEmpty();
		assertThat(read.figures()).hasSize(4).allMatch((each) -> each.contains("May 2026"));
		assertThat(read.extract().warnings()).containsExactly(
				"The columns below \"Jun 2026\" were not read: expected a period that is over by 1 June 2026,"
						+ " the day of arrival; June 2026 is not, so its figure is no whole yet.");
	}

	@Test
	void monthsMayStandBelowTheirYears() throws IOException {
		assertThat(
				read(LAYOUT, ",2023/24,,2024/25,", ",Mar,,Apr,", "Code,Beds,Occupied,Beds,Occupied", "QMM,10,8,20,18")
					.figures())
			.containsExactly("virtual-ward-beds QMM April 2024 = 20", "virtual-ward-beds QMM March 2024 = 10",
					"virtual-ward-occupancy QMM April 2024 = 90%", "virtual-ward-occupancy QMM March 2024 = 80%");
	}

	@Test
	void monthsOfTwoYearsBelowOneRefuseTheFile() throws IOException {
		assertThat(read(LAYOUT, ",2024,,,,,", ",Nov,,Dec,,Jan,", "Code,Beds,Occupied,Beds,Occupied,Beds,Occupied",
				"QMM,10,8,20,18,1,1")
			.refusal())
			.hasMessageContaining("Expected the months of one calendar year below the heading \"2024\", found"
					+ " \"Jan\" after \"Dec\".");
	}

	@Test
	void whereTheLayoutSaysWhichOfPlanAndActualIsMeantBothMayStandThere() throws IOException {
		assertThat(read(
				LAYOUT.replace("beds: Beds, occupied: {is: Occupied,",
						"beds: {is: Beds, under: Actual}, occupied: {is: Occupied, under: Actual,"),
				",Oct 2024,,,,Nov 2024,,,", ",Plan,,Actual,,Plan,,Actual,",
				"Code,Beds,Occupied,Beds,Occupied,Beds,Occupied,Beds,Occupied", "QMM,1,1,10,8,1,1,20,18")
			.figures()).containsExactly(OCTOBER_AND_NOVEMBER);
	}

	@Test
	void aPlanBesideWhatCameOfItRefusesTheFile() throws IOException {
		assertThat(read(LAYOUT, ",Actual,,Plan,", ",Oct 2024,,Nov 2024,", "Code,Beds,Occupied,Beds,Occupied",
				"QMM,10,8,20,18")
			.refusal())
			.hasMessageContaining("Expected one kind of figures below the periods, found \"Beds\" below"
					+ " \"Actual\" and \"Beds\" below \"Plan\".");
	}

	@Test
	void checkSaysWhereItMakesNoSense() throws IOException {
		assertThat(faults(LAYOUT.replace("{above: true}", "[{above: true}, {file-name: true}]"))).contains(
				"expected above: as the only way to find the period, found 1 beside it. Delete one or the others.");
		assertThat(faults("""
				layout: wide
				title: Months over measures
				feed: virtual-wards
				reads: named-figures
				columns: {measure: Indicator, value: Value}
				period: {above: true}
				named: {measure: measure, value: value}
				""")).contains("expected above: only with \"reads: figures\", found it with \"reads: named-figures\".");
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
