package org.jfpmonitor.extract;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.FinancialYear;
import org.jfpmonitor.extract.Shipped.Read;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.EstimateList;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Other months and generations of the published files: what is known to change between
 * them, done to the files at hand.
 */
class OtherGenerationsTest {

	@TempDir
	private Path folder;

	private Read changed(String sample, String name, UnaryOperator<String> change) throws IOException {
		return changed(sample, name, StandardCharsets.UTF_8, change);
	}

	private Read changed(String sample, String name, Charset charset, UnaryOperator<String> change) throws IOException {
		String sound = Files.readString(Shipped.SAMPLES.resolve(sample));
		String changed = change.apply(sound);
		assertThat(changed).isNotEqualTo(sound);
		return Shipped.read(Files.writeString(this.folder.resolve(name), changed, charset));
	}

	@ParameterizedTest
	@CsvSource(ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '|',
			value = { "TOTAL,TOTAL,TOTAL,TOTAL", "Total,Total,Total,Total", "Total ,Total ,Total ,Total ",
					"TOTAL ,TOTAL,TOTAl,TOTAL", "TOTAl,TOTAl,TOTAl,TOTAl", "MSitAE-FEBRUARY-2026,TOTAL,TOTAL,TOTAL",
					"Total,TOTAL,,Total ", "TOTAL,,,England" })
	void aAndETotalInAnySpellingIsEngland(String period, String code, String parent, String name) throws IOException {
		Read read = changed("Monthly-AE-March-2025.csv", "February-2026-CSV-a1B2c3.csv",
				(text) -> text.replace("MSitAE-MARCH-2025", "MSitAE-FEBRUARY-2026")
					.replace("TOTAL,TOTAL,TOTAL,TOTAL",
							String.join(",", period, orEmpty(code), orEmpty(parent), name)));

		assertThat(read.rejections()).isEmpty();
		assertThat(read.extract().warnings()).isEmpty();
		assertThat(read.figures()).contains("ae-attendances ENG February 2026 = 2,389,064",
				"emergency-admissions RCX February 2026 = 2,282");
	}

	private static String orEmpty(String text) {
		return (text != null) ? text : "";
	}

	@Test
	void aAndEHeadersMayAllBeginWithNumberOf() {
		Read read = Shipped.read(this.folder, "July-2019-CSV.csv",
				"Period,Org Code,Parent Org,Org name,Number of A&E attendances Type 1,Number of A&E attendances Type "
						+ "2,Number of A&E attendances Other A&E Department,Number of attendances over 4hrs Type 1,Number of "
						+ "attendances over 4hrs Type 2,Number of attendances over 4hrs Other A&E Department,Number of "
						+ "patients who have waited 4-12 hrs from DTA to admission,Number of patients who have waited 12+ hrs "
						+ "from DTA to admission,Number of emergency admissions via A&E - Type 1,Number of emergency "
						+ "admissions via A&E - Type 2,Number of emergency admissions via A&E - Other A&E department,Number "
						+ "of other emergency admissions",
				"MSitAE-JULY-2019,RM1,REGION ,NORFOLK,800,0,200,150,0,50,5,1,400,0,0,100");

		assertThat(read.figures()).containsExactly("ae-12-hour-waits RM1 July 2019 = 1",
				"ae-attendances RM1 July 2019 = 1,000", "ae-within-4-hours RM1 July 2019 = 80%",
				"emergency-admissions RM1 July 2019 = 500");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "UTF-16", "UTF-16LE", "windows-1252" })
	void theEncodingIsRecognised(String charset) throws IOException {
		Read read = changed("Monthly-AE-March-2025.csv", "x.csv", Charset.forName(charset),
				(text) -> text.replace("KING'S LYNN", "KING\u2019S LYNN"));

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).contains("ae-attendances ENG March 2025 = 2,389,064");
	}

	@Test
	void headersMayHoldLineBreaksAndOtherCases() throws IOException {
		Read read = changed("Monthly-AE-March-2025.csv", "x.csv", (text) -> {
			int end = text.indexOf('\n');
			String header = text.substring(0, end).strip().toUpperCase(java.util.Locale.ROOT);
			return "\uFEFF\"" + header.replace(" ", "\n").replace(",", " \",\"") + "\"" + text.substring(end);
		});

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).contains("ae-attendances ENG March 2025 = 2,389,064");
	}

	@ParameterizedTest
	@CsvSource({ "2025-26,AUGUST,August 2025", "2025/26,March,March 2026", "2025,8,August 2025",
			"2025,08,August 2025" })
	void ambulanceYearsMayBeFinancialOnes(String year, String month, String period) {
		Read read = Shipped.read(this.folder, "AmbSYS.csv",
				"Year,Month,Region,Org Code,Org Name,A7,A10,A30,A17,A140,A145",
				year + "," + month + ",Y61,RYC,EEAST,100,50,60000,10,40,4");

		assertThat(read.figures()).contains("hear-and-treat RYC " + period + " = 10%");
	}

	@ParameterizedTest
	@ValueSource(strings = { "March 2025", "Mar-25", "MARCH 2025", "Mar 2025" })
	void diagnosticsSheetOfAnotherMonth(String shown) throws IOException {
		Read read = changed("dm01-provider-march-2025-as-displayed.csv", "provider.csv",
				(text) -> text.replace("Period:,March 2025", "Period:, " + shown)
					.replace(",,,,Total,", ",-,-,-,ENGLAND,")
					.replace("Provider Code", "Org Code")
					.replace("Total Waiting List", "\"Total\nwaiting list\"")
					.replace("0 <01 weeks", "00 < 01 weeks"));

		assertThat(read.rejections()).isEmpty();
		assertThat(read.extract().warnings()).isEmpty();
		assertThat(read.figures()).contains("diagnostics-within-6-weeks ENG March 2025 = 81.6%",
				"diagnostics-waiting-list RGP March 2025 = 7,186");
	}

	@ParameterizedTest
	@CsvSource({ "September,July to September 2024", "Dec,October to December 2024", "JUNE,April to June 2024" })
	void bedsOfAnotherQuarter(String month, String quarter) throws IOException {
		Read read = changed("kh03-overnight-q4-2024-25-trust-by-sector-as-displayed.csv", "beds.csv",
				(text) -> text.replace("2024-25,March", "2024/25," + month)
					.replace(",Provider Level Data,,,227,", ",,,,3,4,")
					.replace(",Period:,January to March 2025,", ",Period:," + quarter + ",")
					.replace(",Available,", ",Number of beds available,")
					.replace(",Occupied,", ",Number of beds occupied,")
					.replace("% Occupied", "Occupancy")
					.replace(",,,England,", ",-,-,ENGLAND,")
					.replace(",Revised:,,", ",Revised:,22nd August 2025,"));

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).contains("overnight-bed-occupancy RM1 " + quarter + " = 97.2%",
				"overnight-bed-occupancy ENG " + quarter + " = 92.5%");
		assertThat(read.extract().vintage().day()).isEqualTo("2025-08-22");
	}

	@ParameterizedTest
	@CsvSource({ "Monthly-Virtual-Ward-July2025.csv,July 2025,Month:",
			"Monthly-Virtual-Ward-Feb2024.csv,February 2024,Period:", "Monthly-Virtual-Ward-June2025.csv,,Month:" })
	void virtualWardsOfAnotherMonth(String name, String month, String label) throws IOException {
		Read read = changed("virtual-ward-march-2025-icb-as-displayed.csv", name,
				(text) -> text.replace("Month:,March 2025", label + "," + orEmpty(month))
					.replace("GP registered population", "GP registered population aged 16 years and over")
					.replace("(see note 1)", "(see note 12)")
					.replace(",England,", ",ENGLAND*,"));

		String shown = (month != null) ? month : "June 2025";
		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).contains("virtual-ward-beds QMM " + shown + " = 164",
				"virtual-ward-beds ENG " + shown + " = 12,825", "virtual-ward-occupancy QR1 " + shown + " = 104.4%");
	}

	@ParameterizedTest
	@CsvSource({ "Period:,April 2024,report.csv", "Basis:,Provider,202404-April-2024-sitrep-data-FINAL-revised.csv" })
	void bedSituationReportAsTheWorkbookOfOneMonth(String label, String value, String name) {
		Read read = Shipped.read(this.folder, name, ",,,,,,,,", ",Title:,Daily situation report,,,,,,",
				"," + label + "," + value + ",,,,,,", ",Published:,9th May 2024,,,,,,", ",,,,,April 2024,,,",
				",NHS England Region,Code,Name,,G&A beds available,G&A beds occupied,G&A occupancy rate,",
				",,-,ENGLAND,,\"100,000\",\"93,000\",93.0%,", ",,,,,,,,",
				",East of England, RM1,NORFOLK,,\"1,003\",960,95.7%,", ",East of England,RCX,LYNN,,NA,NA,NA,",
				",East of England,RGP ,PAGET,,494,473,95.7%,");

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).containsExactly("bed-occupancy ENG April 2024 = 93%",
				"bed-occupancy RCX April 2024 = NOT_APPLICABLE", "bed-occupancy RGP April 2024 = 95.7%",
				"bed-occupancy RM1 April 2024 = 95.7%");
	}

	@Test
	void mentalHealthOfAnotherMonthInIsoDays() throws IOException {
		Pattern day = Pattern.compile("(\\d\\d)/(\\d\\d)/(\\d{4})");
		Read read = changed("MHSDS_Data_4WW_SepPerf_2024-cut.csv", "MHSDS Data_4WW_OctPerf_2024_v3.csv",
				(text) -> day
					.matcher(text.replace("01/07/2024", "01/08/2024")
						.replace("01/09/2024", "01/10/2024")
						.replace("30/09/2024", "31/10/2024"))
					.replaceAll("$3-$2-$1"));

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).contains("community-mental-health-clock-stops QMM October 2024 = 95",
				"cyp-still-waiting QMM October 2024 = 11,210");
		assertThat(read.extract().vintage().version()).isEqualTo(20_003);
	}

	@Test
	void cancerSheetOfProviders() throws IOException {
		Read read = changed("cwt-crs-commissioner-march-2025-final-28-day-fds-all-routes-as-displayed.csv", "x.csv",
				(text) -> text.replace("INTEGRATED CARE BOARD (ICB)/COMMISSIONING HUB", "ACCOUNTABLE PROVIDER (2)")
					.replace("Mar-25", "Sep-25")
					.replace("QMM,NHS NORFOLK AND WAVENEY INTEGRATED CARE BOARD", "RM1,NORFOLK AND NORWICH")
					.replace("ALL ENGLISH COMMISSIONERS", "ALL ENGLISH PROVIDERS"));

		assertThat(read.figures()).contains("cancer-28-day-faster-diagnosis RM1 September 2025 = 79.5%")
			.noneMatch((figure) -> figure.contains(" ENG "));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2025-03-01 00:00:00", "2025-03-01T00:00:00Z", "2025-03-01T00:00:00+00:00",
			"2025-03-01T00:00:00.000000+0000", "2025-03-01" })
	void datapointsInAnyIsoMoment(String moment) {
		Read read = Shipped.read(this.folder, "cml.csv",
				"datapoint_id,metric_id,dimension_id,reporting_grain,location_id,location_type,"
						+ "reporting_period_start_datetime,publication_datetime,metric_value,additional_metric_values",
				"a1,virtual-ward-beds,,monthly,E54000022,ICB," + moment + ",2025-04-10T09:30:00Z,164,");

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).containsExactly("virtual-ward-beds QMM March 2025 = 164");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2024/2025 1", "2024/2025 Q1", "2024/2025 Quarter 1", "2024/2025 Apr-Jun", "Q1", "1",
			"2024/2025 April to June" })
	void dentalQuarterInAnySpelling(String quarter) {
		Read read = Shipped.read(this.folder, "geo_cont_activity_2024_25.csv",
				"UID,FINANCIAL_YEAR,FINANCIAL_QUARTER,GEOGRAPHY_TYPE,GEOGRAPHY_ODS_CODE,GEOGRAPHY_ONS_CODE,GEOGRAPHY_NAME,"
						+ "PATIENT_TYPE,DENTAL_TREATMENT_BAND,UDA,COT",
				"1,2024/2025," + quarter + ",ICB,QMM,E54000022,NORFOLK,Child,Band 1,100.5,90");

		assertThat(read.figures()).contains("dental-courses-of-treatment QMM April to June 2024 = 90");
	}

	@Test
	void theSheetOfEstimatesNamesTrustsAndIsDatedByItsReturns() {
		Read read = Shipped.read(Shipped.SAMPLES.resolve("kh03-overnight-q4-2024-25-data-quality.csv"));

		assertThat(read.extract().estimates()).containsExactly(estimated("R1K", "RGP", "RL1", "RM3", "RNA", "RY6"));
		assertThat(read.extract().warnings()).isEmpty();
		assertThat(read.extract().coverages()).isEmpty();
		assertThat(read.extract().vintage()).isEqualTo(Vintage.stated(LocalDate.of(2025, 5, 14), 1));
		assertThat(read.extract().lines().leftOut()).isEqualTo(1);
	}

	@Test
	void theSheetOfEstimatesMayNameNobodyAndNamesTrustsWithoutACodeByTheirNames() {
		String[] head = { "Data Quality KH03 Q4 2024-25,", ",",
				"The following trusts submitted estimated returns this quarter:," };

		assertThat(Shipped.read(this.folder, "nobody.csv", head[0], head[1], head[2], "None,").extract().estimates())
			.containsExactly(estimated());
		Read read = Shipped.read(this.folder, "names.csv", head[0], head[1], head[2],
				"JAMES PAGET UNIVERSITY HOSPITALS NHS  FOUNDATION TRUST,",
				",Norfolk and Norwich University Hospitals NHS Foundation Trust", "A trust in the north,");
		assertThat(read.extract().estimates()).containsExactly(estimated("RGP", "RM1"));
		assertThat(read.rejections()).containsExactly("6 unknown_organisation The following trusts submitted estimated"
				+ " returns this quarter: [A trust in the north] the code of an organisation, or the name of one as"
				+ " organisations.yaml has it");
	}

	@Test
	void theSheetOfEstimatesIsAboutAQuarter() {
		Read read = Shipped.read(this.folder, "month.csv", "Data Quality KH03 March 2025,", ",",
				"The following trusts submitted estimated returns this quarter:,", "RGP,");

		assertThat(read.refusal())
			.hasMessage("Expected a quarterly period, as measure overnight-bed-occupancy has, found March"
					+ " 2025. Check that the file is the one meant.");
	}

	private static EstimateList estimated(String... codes) {
		return new EstimateList(
				new Coverage(MeasureId.of("overnight-bed-occupancy"), "provider", new FinancialYear(2024).quarter(4)),
				Stream.of(codes).map(OrganisationCode::of).collect(Collectors.toSet()));
	}

}
