package org.jfpmonitor.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipInputStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jfpmonitor.extract.Shipped.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Published files whose headers, labels and days are written in other ways: the same
 * figures come out, or it is said which ones do not.
 */
class OtherSpellingsTest {

	private static final String AE = "Monthly-AE-March-2025.csv";

	private static final String DM01 = "Period,Provider Org Code,Commissioner Parent Org Code,Commissioner Org Code,"
			+ "Diagnostic Tests,00 < 01 Week,01 < 02 Weeks,02 < 03 Weeks,03 < 04 Weeks,04 < 05 Weeks,05 < 06 Weeks,"
			+ "06 < 07 Weeks,07 < 08 Weeks,08 < 09 Weeks,09 < 10 Weeks,10 < 11 Weeks,11 < 12 Weeks,12 < 13 Weeks,13+ Weeks,"
			+ "Total WL";

	@TempDir
	private Path folder;

	private Read changed(String sample, UnaryOperator<String> change) throws IOException {
		return changed(Files.readString(Shipped.SAMPLES.resolve(sample)), sample, change);
	}

	private Read changed(String sound, String name, UnaryOperator<String> change) throws IOException {
		String changed = change.apply(sound);
		assertThat(changed).isNotEqualTo(sound);
		return Shipped.read(Files.writeString(this.folder.resolve(name), changed));
	}

	private static String waits() throws IOException {
		Path zip = Shipped.SAMPLES.resolve("Full-CSV-data-file-Apr23-ZIP-cut.zip");
		try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
			entries.getNextEntry();
			return new String(entries.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
		}
	}

	@ParameterizedTest
	@CsvSource({ "A&E,A & E", "A&E,A and E", "over 4hrs,over 4 hours", "12+ hrs,12+ hours",
			"Org Code,Organisation Code", "Org Code,Provider Code", "Org Code,OrgCode", "Other A&E,Other",
			"A&E attendances Other A&E Department,A&E attendances Type 3",
			"A&E attendances Booked,A&E Attendances - Booked", "TOTAL,Grand Total", "TOTAL,ENGLAND", "Period,Month" })
	void aAndEIsTheSameInOtherWords(String from, String to) throws IOException {
		Read read = changed(AE, (text) -> text.replace(from, to));

		assertThat(read.rejections()).isEmpty();
		assertThat(read.extract().warnings()).isEmpty();
		assertThat(read.figures()).contains("ae-attendances ENG March 2025 = 2,389,064",
				"emergency-admissions RM1 March 2025 = 4,081");
	}

	@Test
	void aColumnUnderANewNameIsNotTakenForAbsent() throws IOException {
		Read read = changed(AE,
				(text) -> text.replace("A&E attendances Booked Appointments", "A&E attendances Booked Appts"));

		assertThat(read.figures()).contains("emergency-admissions RM1 March 2025 = 4,081")
			.noneMatch((figure) -> figure.startsWith("ae-attendances") || figure.startsWith("ae-within"));
		assertThat(read.extract().warnings()).contains("No figures of ae-attendances: the file has no column \"A&E "
				+ "attendances Booked Appointments Type 1\", but one \"A&E attendances Booked Appts Type 1\" that layout "
				+ "ae-monthly does not know. If that is a new spelling, add it to the layout and import the file again.");
	}

	@Test
	void aMissingColumnIsNamedAsWrittenAndSoIsTheOneItMayBe() throws IOException {
		Read read = changed(AE,
				(text) -> text.replace("Other emergency admissions", "Other emergency inpatient admissions"));

		assertThat(read.refusal().faults())
			.containsExactly("Line 1: expected the columns of layout ae-monthly, found in " + AE
					+ " a header without \"Other emergency admissions\" (is it \"Other emergency inpatient admissions\"?). "
					+ "Get the file again, or add the new spelling to config/layouts.");
	}

	@Test
	void aBlankBandOfWaitingTimeIsNobody() throws IOException {
		Read sound = Shipped.read(Shipped.SAMPLES.resolve("Full-CSV-data-file-Apr23-ZIP-cut.zip"));
		Read read = changed(waits(), "waits.csv", (text) -> text.replaceAll(",0(?=,)", ",").replaceAll(",0(?=,)", ","));

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).isEqualTo(sound.figures()).contains("waits-over-52-weeks ENG April 2023 = 202");
	}

	@Test
	void aBandThatLostItsNumberIsNotTakenForNobody() throws IOException {
		Read read = changed(waits(), "waits.csv", OtherSpellingsTest::withoutFirstBand);

		assertThat(read.rejections()).isNotEmpty().allMatch((reject) -> reject.contains("total_differs Total All"));
	}

	private static String withoutFirstBand(String text) {
		return text.lines().map((line) -> {
			String[] fields = line.split(",", -1);
			if (fields.length == 121 && fields[9].equals("Part_2") && !fields[13].equals("0")) {
				fields[13] = "";
			}
			return String.join(",", fields);
		}).reduce((one, other) -> one + "\r\n" + other).orElseThrow() + "\r\n";
	}

	@ParameterizedTest
	@ValueSource(strings = { " SUM 1", "Patients with unknown clock start date," })
	void waitingTimesOfAnOlderGeneration(String left) throws IOException {
		Read read = changed(waits(), "waits.csv", (text) -> left.startsWith(" ") ? text.replace(left, "")
				: text.lines().map((line) -> withoutField(line, 119)).reduce((a, b) -> a + "\n" + b).orElseThrow()
						+ "\n");

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).contains("elective-waiting-list ENG April 2023 = 7,313",
				"waits-over-65-weeks ENG April 2023 = 43", "waits-within-18-weeks ENG April 2023 = 76.5%");
	}

	private static String withoutField(String line, int field) {
		List<String> fields = new ArrayList<>(Arrays.asList(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)));
		fields.remove(field);
		return String.join(",", fields);
	}

	@ParameterizedTest
	@CsvSource({ "' < ',<", "' < ',' to '", "' < ',' - '", "13+ Weeks,13 Weeks +",
			"Diagnostic Tests,Diagnostic_Tests" })
	void diagnosticsBandsInOtherSpellings(String from, String to) {
		Read read = Shipped.read(this.folder, "dm01.csv", DM01.replace(from, to),
				"DM01-MAY-2024,RM1,QMM,26A,TOTAL,10,1,1,1,1,1,1,1,1,1,1,1,1,8,30");

		assertThat(read.figures()).contains("diagnostics-over-6-weeks QMM May 2024 = 15",
				"diagnostics-over-13-weeks QMM May 2024 = 8", "diagnostics-within-6-weeks QMM May 2024 = 50%");
	}

	@ParameterizedTest
	@CsvSource({ "at time of,at the time of", "'Women ','Number of women '", "FinancialYear,Financial Year" })
	void smokingStatusInOtherWords(String from, String to) {
		String[] lines = { "FinancialYear,Quarter,OrgCode,OrgName,Measure,Value",
				"2019-2020,4,E54000022,N,Number of maternities,2000",
				"2019-2020,4,E54000022,N,Women known to be smokers at time of delivery,240",
				"2019-2020,4,E54000022,N,Women known to be non-smokers at time of delivery,1760",
				"2019-2020,4,E54000022,N,Women whose smoking status was not known at time of delivery,0" };
		Read read = Shipped.read(this.folder, "satod.csv",
				Arrays.stream(lines).map((line) -> line.replace(from, to)).toArray(String[]::new));

		assertThat(read.figures()).contains("smoking-at-delivery QMM January to March 2020 = 12%");
	}

	@Test
	void bedsBelowGroupsInAnotherOrderWithNumbersOfColumnsBetween() throws IOException {
		Read read = changed("kh03-overnight-q4-2024-25-trust-by-sector-as-displayed.csv",
				(text) -> sharesFirst(text)
					.replace(",Year,Period End,", ",,3,4,5,6,7\n,,,\n,Financial Year,Quarter End,")
					.replace(",March,", ",31/03/2025,"));

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).contains("overnight-bed-occupancy RM1 January to March 2025 = 97.2%");
	}

	/** The third group of columns moves before the first. */
	private static String sharesFirst(String text) {
		StringBuilder changed = new StringBuilder();
		try (CSVParser rows = CSVParser.parse(text, CSVFormat.DEFAULT);
				CSVPrinter printer = new CSVPrinter(changed, CSVFormat.DEFAULT)) {
			for (CSVRecord row : rows) {
				List<String> fields = row.toList();
				List<String> moved = new ArrayList<>(fields.subList(0, 6));
				moved.addAll(fields.subList(18, fields.size()));
				moved.add("");
				moved.addAll(fields.subList(6, 17));
				printer.printRecord(moved);
			}
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
		return changed.toString();
	}

	@ParameterizedTest
	@ValueSource(strings = { "APRIL 2024 - MARCH 2025", "2024-25", "January to March 2025" })
	void aSheetOfAYearIsNotTakenForItsLastMonth(String period) throws IOException {
		Read read = changed("cwt-crs-commissioner-march-2025-final-62-day-all-cancer-as-displayed.csv",
				(text) -> text.replace("Mar-25", period));

		assertThat(read.refusal().faults()).containsExactly("Expected a monthly period, not one that begins before it, "
				+ "found \"" + period + "\". Check the date in the file, and the name of the file.");
	}

	@Test
	void daysWrittenMonthFirstAreRefusedNotMistaken() {
		Read read = Shipped.read(this.folder, "tlhc.csv", "ProjectCode,MetricId,month,Numerator",
				"26A,1a,02/03/2023,200", "26A,3a,02/28/2023,60");

		assertThat(read.refusal().faults())
			.containsExactly("Expected days written day first, such as 31/03/2025, found "
					+ "some whose month comes first. Save the file with days such as 2025-03-31.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "01/01/2025,15/01/2025", "2025-01-01,2025-01-01" })
	void twoColumnsOfOneMonthAreNotTwoFigures(String dates) {
		Read read = Shipped.read(this.folder, "month.csv", "ref,measure_name,comment," + dates,
				"virtual-ward-beds,Beds,,170,171", "nhs-app-registrations,App,,59%,");

		assertThat(read.figures()).containsExactly("nhs-app-registrations QMM January 2025 = 59%");
		assertThat(read.rejections()).singleElement()
			.asString()
			.contains("duplicate_key")
			.endsWith("one column for each period; another one is for January 2025, too, and virtual-ward-beds has one "
					+ "figure for it");
	}

	@Test
	void aWideSheetSaysWhichColumnsItDidNotRead() {
		Read read = Shipped.read(this.folder, "month.csv", "ref,measure_name,comment,45658.0,Target 2025,Notes",
				"virtual-ward-beds,Beds,,170,202,fine");

		assertThat(read.figures()).containsExactly("virtual-ward-beds QMM January 2025 = 170");
		assertThat(read.extract().warnings()).containsExactly(
				"The column \"Target 2025\" was not read: expected a header that is a period such as 2025-03-01.");
	}

	@Test
	void aWideSheetWithMonthFirstDatesIsRefused() {
		Read read = Shipped.read(this.folder, "month.csv", "ref,measure_name,comment,1/12/2025,1/31/2025",
				"virtual-ward-beds,Beds,,170,202");

		assertThat(read.refusal().faults()).containsExactly("Expected column headers that are dates, day first, found "
				+ "\"1/31/2025\". Save the sheet with dates such as 2025-03-31.");
	}

	@Test
	void aWideSheetMayHaveItsMonthsBelowTheirYearsAndMarksForNoValue() {
		Read read = Shipped.read(this.folder, "month.csv", ",,,2024/25,,2025/26",
				"ref,measure_name,comment,February,March,April", "virtual-ward-beds,Beds,,170,NA,172");

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).containsExactly("virtual-ward-beds QMM April 2025 = 172",
				"virtual-ward-beds QMM February 2025 = 170", "virtual-ward-beds QMM March 2025 = MISSING");
	}

	@ParameterizedTest
	@ValueSource(strings = { ",,,2024,2024,2025", ",,,2024,,2025" })
	void aWideSheetMayHaveItsMonthsBelowCalendarYears(String years) {
		Read read = Shipped.read(this.folder, "month.csv", years, "ref,measure_name,comment,Nov,December,Jan",
				"virtual-ward-beds,Beds,,31,32,33");

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).containsExactly("virtual-ward-beds QMM December 2024 = 32",
				"virtual-ward-beds QMM January 2025 = 33", "virtual-ward-beds QMM November 2024 = 31");
	}

	@ParameterizedTest
	@CsvSource({ "'Nov,Dec,Jan', Jan, Dec", "'Apr,May,Feb', Feb, May", "'Mar,Feb,Dec', Dec, Feb" })
	void monthsOfTwoYearsBelowOneCalendarYearAreRefused(String months, String found, String after) {
		Read read = Shipped.read(this.folder, "month.csv", ",,,2024,,", "ref,measure_name,comment," + months,
				"virtual-ward-beds,Beds,,31,32,33");

		assertThat(read.refusal().faults()).containsExactly(
				"Expected the months of one calendar year below the heading \"2024\", found \"" + found + "\" after \""
						+ after + "\". Write the next year above those of the next, or the financial year, such as"
						+ " 2024/25, above all that are of it.");
	}

	@Test
	void monthsOfTwoYearsBelowOneFinancialYearAreRefused() {
		Read read = Shipped.read(this.folder, "month.csv", ",,,2024/25,,,", "ref,measure_name,comment,Feb,Mar,Apr",
				"virtual-ward-beds,Beds,,31,32,33");

		assertThat(read.refusal().faults()).containsExactly(
				"Expected the months of one financial year below the heading \"2024/25\", found \"Apr\" after \"Mar\"."
						+ " Write the next year above those of the next, or the calendar year, such as 2025, above all"
						+ " that are of it.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2025 (perhaps)", "24/25", "2 025", "Change" })
	void aMonthBelowAYearThatCannotBeReadIsNotPassedOver(String year) {
		Read read = Shipped.read(this.folder, "month.csv", ",,,2024," + year, "ref,measure_name,comment,Dec,Jan",
				"virtual-ward-beds,Beds,,31,32");

		assertThat(read.refusal().faults()).singleElement()
			.asString()
			.startsWith("Expected a year above each month, such as 2025 or 2024/25, found \"Jan\" below \"")
			.endsWith("\". Write the year there, or beside the month.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Aug 2024 target", "Plan Aug 2024", "Aug 2024 YTD", "Aug 2024 denominator",
			"Aug 2024 % change", "August 2024 trajectory" })
	void aHeadingThatSaysMoreThanItsPeriodIsNotTheFigureOfThePeriod(String heading) {
		Read read = Shipped.read(this.folder, "month.csv", "ref,measure_name,comment,Jul 2024," + heading,
				"virtual-ward-beds,Beds,,71,72");

		assertThat(read.figures()).containsExactly("virtual-ward-beds QMM July 2024 = 71");
		assertThat(read.extract().warnings()).contains(
				"The column \"" + heading + "\" was not read: expected a header that is a period such as 2025-03-01.");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "August 2024", "Aug-24", "Aug 2024 (provisional)", "2024-08", "Month ending 31 August 2024" })
	void aHeadingMayNameItsPeriodInManyWays(String heading) {
		assertThat(Shipped
			.read(this.folder, "month.csv", "ref,measure_name,comment," + heading, "virtual-ward-beds,Beds,,72")
			.figures()).containsExactly("virtual-ward-beds QMM August 2024 = 72");
	}

	@Test
	void headersThatAreNoPeriodsAreNamedWithThoseThatWouldDo() {
		Read read = Shipped.read(this.folder, "month.csv", "ref,measure_name,comment,Nov,Dec",
				"virtual-ward-beds,Beds,,31,32");

		assertThat(read.refusal().faults()).containsExactly("Expected column headers that are periods, found \"Nov\","
				+ " \"Dec\". Save the sheet with headers such as 2025-03-01, 2025-03, Mar 2025, 2024-Q4 or 2024/25, or Mar"
				+ " below a heading such as 2025 or 2024/25.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Mar 05 2023 10:30", "March 5, 2023", "05-Mar-23", "5 March 2023", "20230305", "44990",
			"44990.4375", "2023-03-05 10:30:00", "25/03/2023 10:30", "01/03/2023" })
	void aDayInAColumnMayBeWrittenInManyWays(String day) {
		Read read = Shipped.read(this.folder, "tlhc.csv", "ProjectCode,MetricId,month,Numerator",
				"26A,1a,\"" + day + "\",200");

		assertThat(read.figures()).contains("lung-check-invitations 26A March 2023 = 200");
	}

	/** As somebody in America writes the first of September. */
	@ParameterizedTest
	@ValueSource(strings = { "9/1/2024", "09/01/24", "9-1-2024" })
	void aDayForAMonthThatMayBeOfAnotherMonthIsRefusedUnlessAnotherOneShowsTheOrder(String day) {
		String header = "ProjectCode,MetricId,month,Numerator";

		assertThat(Shipped.read(this.folder, "tlhc.csv", header, "26A,1a," + day + ",200").refusal().faults())
			.containsExactly(
					"Expected months, or days of which one after the 12th shows that they are written day first,"
							+ " found days such as " + day + " alone, of which nobody can tell the day from the month."
							+ " Save the file with months such as 2025-03, or days such as 2025-03-31.");
		assertThat(
				Shipped.read(this.folder, "tlhc.csv", header, "26A,1a,9/1/2024,200", "26A,1a,29/2/2024,100").figures())
			.contains("lung-check-invitations 26A January 2024 = 200",
					"lung-check-invitations 26A February 2024 = 100");
	}

	@ParameterizedTest
	@ValueSource(strings = { "June 31 2025", "31 June 2025", "12345", "99999" })
	void whatIsNoDayIsNoPeriod(String day) {
		Read read = Shipped.read(this.folder, "tlhc.csv", "ProjectCode,MetricId,month,Numerator", "26A,1a,Mar 2023,200",
				"26A,1a," + day + ",200");

		assertThat(read.rejections()).containsExactly("3 not_a_period month [" + day + "] a period such as March 2025");
	}

}
