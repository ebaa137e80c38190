package org.jfpmonitor.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

import org.jfpmonitor.extract.Shipped.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Files of which a part would be taken for the whole if nobody looked. */
class SilentLossTest {

	private static final Path ATTENDANCES = Path.of("src/test/resources/intake/samples/Monthly-AE-March-2025.csv");

	/** Two providers, each with the lines of all its commissioners. */
	private static final Path WAITING = Path
		.of("src/test/resources/intake/samples/Full-CSV-data-file-Apr23-ZIP-cut.zip");

	@TempDir
	private Path folder;

	@Test
	void aLineWithoutACodeMayBelongToTheOrganisationAboveIt() throws IOException {
		Read read = wards("Code,Site,Month,Beds", "RM1,A,March 2025,10", ",B,March 2025,20", ",C,March 2025,30",
				"RCX,A,March 2025,5", "RGP,A,March 2025,7");

		assertThat(read.figures()).containsExactly("virtual-ward-beds RCX March 2025 = 5",
				"virtual-ward-beds RGP March 2025 = 7", "virtual-ward-beds RM1 March 2025 = MISSING");
		assertThat(read.rejections()).containsExactly(
				"3 missing_value Code [] the code of an organisation in organisations.yaml",
				"4 missing_value Code [] the code of an organisation in organisations.yaml");
	}

	@ParameterizedTest
	@ValueSource(strings = { ",Total,March 2025,15", ",Grand total,March 2025,15", ",,March 2025,15", ",,,15",
			",Source: the trusts,,", ",B,March 2025," })
	void aTotalOrANoteWithoutACodeBelongsToNobody(String line) throws IOException {
		Read read = wards("Code,Site,Month,Beds", "RM1,A,March 2025,10", "RCX,A,March 2025,5", line);

		assertThat(read.figures()).containsExactly("virtual-ward-beds RCX March 2025 = 5",
				"virtual-ward-beds RM1 March 2025 = 10");
		assertThat(read.rejections()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Total", "TOTAL:", "Grand total", "Sub-total", "Subtotals", "All", "Overall" })
	void aTotalAmongThePartsIsNotAddedToThem(String word) throws IOException {
		Read read = wards("Code,Site,Month,Beds", "RM1,A,March 2025,10", "RM1,B,March 2025,20",
				"RM1," + word + ",March 2025,30", "RCX," + word + ",March 2025,5", "RGP,Allerton,March 2025,7",
				"RGP,B,March 2025,7");

		assertThat(read.figures()).containsExactly("virtual-ward-beds RCX March 2025 = 5",
				"virtual-ward-beds RGP March 2025 = 14", "virtual-ward-beds RM1 March 2025 = MISSING");
		assertThat(read.extract().warnings())
			.contains("No figure of virtual-ward-beds for RM1 in March 2025: expected lines to add up, found among them"
					+ " such as say that they are a total (total, all, overall) or a part of others (of which). Leave those out by \"leave-out\" in the"
					+ " layout and import the file by \"import --again\", or delete them from the file.");
	}

	/** As RTT's specialty is named Total on each line that counts. */
	@Test
	void aWordForTotalsThatStandsOnEveryLineHidesNoOther() throws IOException {
		Read read = wards("Code,Site,Month,Beds,Kind", "RM1,A,March 2025,10,Total", "RM1,B,March 2025,20,Total",
				"RM1,Total,March 2025,30,Total", "RCX,A,March 2025,5,Total", "RCX,B,March 2025,6,Total");

		assertThat(read.figures()).containsExactly("virtual-ward-beds RCX March 2025 = 11",
				"virtual-ward-beds RM1 March 2025 = MISSING");
	}

	@Test
	void theLargestLineThatComesToWhatTheOthersComeToIsATotalHoweverItIsCalled() throws IOException {
		Read read = wards("Code,Site,Month,Beds", "RM1,A,March 2025,1217", "RM1,B,March 2025,2233",
				"RM1,Complete,March 2025,3450", "RCX,A,March 2025,5", "RCX,B,March 2025,5");

		assertThat(read.figures()).containsExactly("virtual-ward-beds RCX March 2025 = 10",
				"virtual-ward-beds RM1 March 2025 = MISSING");
		assertThat(read.extract().warnings()).contains(
				"No figure of virtual-ward-beds for RM1 in March 2025: expected lines to add up, found \"Complete\""
						+ " in column \"Site\", which comes to what all others come to, or half of that, as a total does. If it is one, leave it out by"
						+ " \"leave-out\" in the layout and import the file by \"import --again\", or delete it from the file; if"
						+ " not, send these as local figures.");
	}

	@Test
	void linesOfOneWordThatComeToWhatTheOthersComeToAreTotals() throws IOException {
		Read read = wards("Code,Site,Month,Beds,Ages", "RM1,A,March 2025,41,Child", "RM1,A,March 2025,52,Adult",
				"RM1,A,March 2025,93,All ages", "RM1,B,March 2025,33,Child", "RM1,B,March 2025,71,Adult",
				"RM1,B,March 2025,104,All ages", "RCX,A,March 2025,17,Child", "RCX,A,March 2025,22,Adult",
				"RCX,A,March 2025,39,All ages", "RGP,A,March 2025,7,Adult");

		assertThat(read.figures()).containsExactlyInAnyOrder("virtual-ward-beds RGP March 2025 = 7",
				"virtual-ward-beds RM1 March 2025 = MISSING", "virtual-ward-beds RCX March 2025 = MISSING");
		assertThat(read.extract().warnings())
			.anyMatch((warning) -> warning.contains("found \"All ages\" in column \"Ages\", which comes to"));
	}

	/** A word that others have as well, and a sum that chance makes once in ten times. */
	@ParameterizedTest
	@ValueSource(strings = { "Total of sites", "All sites", "A and B combined", "Both sites", "Any site" })
	void aWordThatTotalsOftenHaveAndTheirSumAreEnoughTogether(String word) throws IOException {
		Read read = wards("Code,Site,Month,Beds", "RM1,A,March 2025,11", "RM1,B,March 2025,20",
				"RM1," + word + ",March 2025,31", "RCX," + word + ",March 2025,11", "RCX,B,March 2025,20",
				"RCX,C,March 2025,30", "RGP,D,March 2025,17", "RGP,E,March 2025,20", "RGP,F,March 2025,31");

		assertThat(read.figures()).containsExactlyInAnyOrder("virtual-ward-beds RM1 March 2025 = MISSING",
				"virtual-ward-beds RCX March 2025 = 61", "virtual-ward-beds RGP March 2025 = 68");
		assertThat(read.extract().warnings()).anyMatch((warning) -> warning.contains("found line 4, which comes to"));
	}

	/** Everyone, adults and children, of both bands, beside both bands of each. */
	@Test
	void subtotalsHideNoTotal() throws IOException {
		Read read = wards("Code,Site,Month,Beds,Ages,Band", "RM1,A,March 2025,1217,Adult,B1",
				"RM1,A,March 2025,2231,Adult,B2", "RM1,A,March 2025,3448,Adult,B1+B2", "RM1,A,March 2025,509,Child,B1",
				"RM1,A,March 2025,808,Child,B2", "RM1,A,March 2025,1317,Child,B1+B2",
				"RM1,A,March 2025,4765,Everyone,B1+B2");

		assertThat(read.figures()).containsExactly("virtual-ward-beds RM1 March 2025 = MISSING");
	}

	/** No single line is the total of the others. */
	@Test
	void subtotalsAtTheEndAreTotalsTogether() throws IOException {
		Read read = wards("Code,Site,Month,Beds", "RM1,Ashby,March 2025,32190", "RM1,Birch,March 2025,78678",
				"RM1,Cedar,March 2025,72333", "RM1,Dale,March 2025,18094", "RM1,Elm,March 2025,49490",
				"RM1,North,March 2025,110868", "RM1,South,March 2025,139917");

		assertThat(read.figures()).containsExactly("virtual-ward-beds RM1 March 2025 = MISSING");
		assertThat(read.extract().warnings())
			.contains("No figure of virtual-ward-beds for RM1 in March 2025: expected lines to add up, found line 7 and"
					+ " those below, which come to what all above them come to, or twice or three times that, as a total does. If it"
					+ " is one, leave it out by \"leave-out\" in the layout and import the file by \"import --again\", or delete it from the file;"
					+ " if not, send these as local figures.");
	}

	/** Three splits of the same people. */
	@Test
	void whatIsSplitThreeTimesIsNotAddedUp() throws IOException {
		Read read = wards("Code,Site,Month,Beds", "RM1,Men,March 2025,32190", "RM1,Women,March 2025,78678",
				"RM1,Young,March 2025,72333", "RM1,Old,March 2025,38535", "RM1,Day,March 2025,18094",
				"RM1,Night,March 2025,92774");

		assertThat(read.figures()).containsExactly("virtual-ward-beds RM1 March 2025 = MISSING");
	}

	@Test
	void subtotalsBetweenTheLinesAreTotalsEach() throws IOException {
		Read read = wards("Code,Site,Month,Beds", "RM1,Ashby,March 2025,32190", "RM1,Birch,March 2025,78678",
				"RM1,North,March 2025,110868", "RM1,Cedar,March 2025,72333", "RM1,Dale,March 2025,18094",
				"RM1,South,March 2025,90427");

		assertThat(read.figures()).containsExactly("virtual-ward-beds RM1 March 2025 = MISSING");
		assertThat(read.extract().warnings()).anyMatch((warning) -> warning
			.contains("found line 4, which comes to what the lines above it come to, as a total does"));
	}

	/** As most tables of the NHS have them: the heading of a group is their sum. */
	@Test
	void subtotalsBeforeTheirPartsAreTotalsEach() throws IOException {
		Read read = wards("Code,Site,Month,Beds", "RM1,North,March 2025,110868", "RM1,Ashby,March 2025,32190",
				"RM1,Birch,March 2025,78678", "RM1,South,March 2025,90427", "RM1,Cedar,March 2025,72333",
				"RM1,Dale,March 2025,18094");

		assertThat(read.figures()).containsExactly("virtual-ward-beds RM1 March 2025 = MISSING");
		assertThat(read.extract().warnings()).anyMatch((warning) -> warning
			.contains("found line 2, which comes to what the lines below it come to, as a total does"));
	}

	/** Small ones do so of several organisations, each of which says little alone. */
	@Test
	void smallSubtotalsAreSeenOfSeveralOrganisations() throws IOException {
		List<String> lines = new ArrayList<>(List.of("Code,Site,Month,Beds"));
		int more = 17;
		for (String code : List.of("RM1", "RCX", "RGP", "RGN", "RGT")) {
			lines.add(code + ",Ashby,March 2025," + (231 + more));
			lines.add(code + ",Birch,March 2025," + (407 - 2 * more));
			lines.add(code + ",North,March 2025," + (638 - more));
			lines.add(code + ",Cedar,March 2025," + (190 + 3 * more));
			more += 13;
		}

		assertThat(wards(lines.toArray(new String[0])).figures())
			.allMatch((figure) -> figure.endsWith(" March 2025 = MISSING"))
			.hasSizeGreaterThan(3);
	}

	/** Small ones do so in several months, each of which says little alone. */
	@Test
	void smallSubtotalsAreSeenInSeveralMonths() throws IOException {
		List<String> lines = new ArrayList<>();
		for (int month = 1; month <= 9; month++) {
			int north = 231 + 17 * month;
			int south = 407 - 23 * month;
			for (String line : List.of("Ashby," + north, "Birch," + south, "North," + (north + south),
					"Cedar," + (190 + 3 * month), "Dale," + (77 + month))) {
				lines.add("RM1," + line.replace(",", ",2024-0" + month + ","));
			}
		}
		Read read = wards(Stream.concat(Stream.of("Code,Site,Month,Beds"), lines.stream()).toArray(String[]::new));

		assertThat(read.figures()).hasSize(9).allMatch((figure) -> figure.endsWith(" = MISSING"));
	}

	/** The chance that some of several small numbers come to others is not small. */
	@Test
	void smallLinesThatComeToThoseAboveAreNoSubtotals() throws IOException {
		Read read = wards("Code,Site,Month,Beds", "RM1,A,March 2025,12", "RM1,B,March 2025,17", "RM1,C,March 2025,29",
				"RM1,D,March 2025,21", "RM1,E,March 2025,37");

		assertThat(read.figures()).containsExactly("virtual-ward-beds RM1 March 2025 = 116");
	}

	@ParameterizedTest
	@ValueSource(ints = { 34491, 34493 })
	void aTotalThatRoundingHasMovedByOneIsATotal(int total) throws IOException {
		Read read = wards("Code,Site,Month,Beds", "RM1,A,March 2025,12176", "RM1,B,March 2025,22316",
				"RM1,A and B,March 2025," + total);

		assertThat(read.figures()).contains("virtual-ward-beds RM1 March 2025 = MISSING");
	}

	@Test
	void aPartOfAnotherLineIsNotAddedToIt() throws IOException {
		Read read = wards("Code,Site,Month,Beds", "RM1,A,March 2025,73", "RM1,of which Hospital at Home,March 2025,20");

		assertThat(read.figures()).containsExactly("virtual-ward-beds RM1 March 2025 = MISSING");
	}

	/** Small numbers are often the sum of others, and so are round ones. */
	@Test
	void whatChanceDoesEveryDayIsNoTotal() throws IOException {
		Read read = wards("Code,Site,Month,Beds", "RM1,A,March 2025,1", "RM1,B,March 2025,1", "RM1,C,March 2025,2",
				"RCX,A,March 2025,1000", "RCX,B,March 2025,2000", "RCX,C,March 2025,3000", "RGP,A,March 2025,500",
				"RGP,B,March 2025,500");

		assertThat(read.figures()).containsExactlyInAnyOrder("virtual-ward-beds RM1 March 2025 = 4",
				"virtual-ward-beds RCX March 2025 = 6,000", "virtual-ward-beds RGP March 2025 = 1,000");
	}

	/** Merged cells leave their word on the first line alone. */
	@Test
	void aLineWithoutTheWordThatItIsChosenByIsNotLeftOutUnsaid() {
		Read read = Shipped.read(this.folder, "cancer-waits.csv",
				"PERIOD,STANDARD,ORG CODE,STAGE/ROUTE,TREATMENT MODALITY,CANCER TYPE,TOTAL TREATED,WITHIN STANDARD,BREACHES",
				"Feb-25,28-day FDS,RCX,URGENT SUSPECTED CANCER,,Breast,50,49,1",
				"Feb-25,,RCX,URGENT SUSPECTED CANCER,,Lung,70,40,30",
				"Feb-25,28-day FDS,RGP,URGENT SUSPECTED CANCER,,Breast,40,30,10",
				"Feb-25,28-day FDS,RGP,\"BREAST SYMPTOMATIC, CANCER NOT SUSPECTED\",,Breast,10,10,0",
				"Feb-25,28-day FDS,RGP,NATIONAL SCREENING PROGRAMME,,Breast,10,10,0");

		assertThat(read.figures()).filteredOn((figure) -> !figure.contains("ENG"))
			.containsExactly("cancer-28-day-faster-diagnosis RCX February 2025 = MISSING",
					"cancer-28-day-faster-diagnosis RGP February 2025 = 83.3%");
		assertThat(read.rejections())
			.containsExactly("3 missing_value STANDARD [] a word, because it says what the line"
					+ " counts towards; fill in each of merged cells, or, where it may be blank, say so in the layout by \"empty\"");
	}

	@Test
	void aLineWithoutTheWordForTheKindOfItsOrganisationMayBeOfAnyKind() {
		Read read = Shipped.read(this.folder, "geo.csv",
				"FINANCIAL_YEAR,FINANCIAL_QUARTER,GEOGRAPHY_TYPE,GEOGRAPHY_ODS_CODE,GEOGRAPHY_ONS_CODE,PATIENT_TYPE,"
						+ "DENTAL_TREATMENT_BAND,UDA,COT",
				"2023/24,1,ICB,QMM,E1,Adult,1,10,90", "2023/24,1,,,,Child,1,10,40",
				"2023/24,1,ICB,QJG,E2,Adult,1,10,77", "2023/24,1,,QJG,E2,Child,1,10,33");

		assertThat(read.figures()).isNotEmpty().allMatch((figure) -> figure.endsWith("= MISSING"));
		assertThat(read.rejections()).hasSize(2)
			.allMatch((reject) -> reject.contains(" missing_value GEOGRAPHY_TYPE []"));
	}

	@Test
	void aLineOfAnyKindMayBeOfThatWhichItsOrganisationIs() throws IOException {
		Path changed = this.folder.resolve("MHSDS_Data_4WW_SepPerf_2024.csv");
		Files.writeString(changed,
				Files.readString(Shipped.SAMPLES.resolve("MHSDS_Data_4WW_SepPerf_2024-cut.csv"))
					.replace("ICB of GP Practice or Residence,QMM", ",QMM")
					.replace("\"ICB of GP Practice or Residence\",\"QMM\"", "\"\",\"QMM\""));

		Read read = Shipped.read(changed);

		assertThat(read.rejections()).isNotEmpty().allMatch((reject) -> reject.contains(" missing_value BREAKDOWN []"));
		assertThat(read.figures()).noneMatch((figure) -> figure.contains(" QMM ") && !figure.endsWith("MISSING"))
			.contains("community-mental-health-clock-stops RMY September 2024 = 550");
		assertThat(read.extract().unregistered()).doesNotContain("QMM");
	}

	/** One thousand and seventy-three, as half of the world writes it. */
	@Test
	void aPointThatMayStandBetweenThousandsIsNotTakenForADecimalOne() throws IOException {
		Read read = wards("Code,Site,Month,Beds", "RM1,A,March 2025,1.073", "RCX,A,March 2025,913");

		assertThat(read.refusal().faults()).containsExactly(
				"Line 2, column \"Beds\": expected a count, found 1.073, of which the point may stand between"
						+ " thousands, as every point of the file stands before three digits. Save the file without separators of"
						+ " thousands, such as 1234; if they are decimals, say \"decimals: true\" of the column in the layout,"
						+ " or write more or fewer of them, such as 1.2340.");
	}

	/** As in the ambulance files, where it stands for a figure that is missing. */
	@Test
	void aPointAloneShowsNothingOfNumbers() throws IOException {
		Read read = wards("Code,Site,Month,Beds", "RM1,A,March 2025,1.073", "RCX,A,March 2025,.");

		assertThat(read.refusal().faults()).singleElement().asString().startsWith("Line 2, column \"Beds\": expected");
	}

	/** Average beds have parts: the layout says so. */
	@Test
	void whereALayoutSaysThatNumbersHaveDecimalsAPointIsOne() {
		Read read = Shipped.read(this.folder, "geo.csv",
				"FINANCIAL_YEAR,FINANCIAL_QUARTER,GEOGRAPHY_TYPE,GEOGRAPHY_ODS_CODE,GEOGRAPHY_ONS_CODE,PATIENT_TYPE,"
						+ "DENTAL_TREATMENT_BAND,UDA,COT",
				"2023/24,1,ICB,QMM,E1,Adult,1,120.125,90");

		assertThat(read.figures()).contains("dental-units-of-activity QMM April to June 2023 = 120.1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0.5", "12.25", "4210.125" })
	void aNumberThatShowsWhatPointsAreIsEnough(String other) throws IOException {
		Read read = wards("Code,Site,Month,Beds", "RM1,A,March 2025,1.073", "RCX,A,March 2025," + other);

		assertThat(read.figures()).contains("virtual-ward-beds RM1 March 2025 = 1.1");
	}

	/** Who wants the lines of one ICB keeps those; a trust has patients of others. */
	@Test
	void whatIsPickedByCommissionerGivesNoProviderAFigure() throws IOException {
		List<String> lines;
		try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(WAITING))) {
			zip.getNextEntry();
			lines = new String(zip.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
		Path picked = this.folder.resolve("20230430-RTT-April-2023-full-extract.csv");
		Files.write(picked,
				lines.stream()
					.filter((line) -> lines.indexOf(line) == 0 || line.split(",", 7)[5].equals("QE1"))
					.toList());

		Read read = Shipped.read(picked);

		assertThat(Shipped.read(WAITING).figures()).contains("elective-waiting-list AAV April 2023 = 3,813");
		assertThat(read.figures()).noneMatch((figure) -> figure.contains(" AAV "));
		assertThat(read.extract().warnings()).anyMatch((warning) -> warning.contains(
				"expected lines of each in column \"Commissioner Parent Org Code\", found those of one for 2 in column"
						+ " \"Provider Org Code\". The lines of some seem to be picked, so that a figure would be a part."));
	}

	/** Attendances use three of six columns that came into being together. */
	@Test
	void aFigureMissesWhatAnotherThatSharesItsColumnsHas() throws IOException {
		Path changed = this.folder.resolve("Monthly-AE-March-2025.csv");
		Files.writeString(changed,
				Files.readString(ATTENDANCES).replace("A&E attendances Booked Appointments", "Something else of"));

		Read read = Shipped.read(changed);

		assertThat(read.figures()).noneMatch((figure) -> figure.startsWith("ae-attendances"));
		assertThat(read.figures()).anyMatch((figure) -> figure.startsWith("emergency-admissions"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "$1 Scheduled $2", "$1 By Appointment $2", "111 slots: $1 - $2" })
	void aColumnUnderANameBesideThatOfAnotherIsNotAbsent(String name) throws IOException {
		Path changed = this.folder.resolve("Monthly-AE-March-2025.csv");
		Files.writeString(changed,
				Files.readString(ATTENDANCES).replaceAll("([^,]*) Booked Appointments ([^,\r\n]*)", name));

		Read read = Shipped.read(changed);

		assertThat(read.figures())
			.noneMatch((figure) -> figure.startsWith("ae-attendances") || figure.startsWith("ae-within-4-hours"));
	}

	/** An analyst's own column beside those of the publication. */
	@ParameterizedTest
	@ValueSource(strings = { "A&E attendances Type 1 (last year)", "A&E attendances Type 1 rank" })
	void aColumnThatIsReckonedFromAnotherIsNoneOfItsFellows(String name) {
		Read read = Shipped.read(this.folder, "Monthly-AE-May-2019.csv",
				"Period,Org Code,Parent Org,Org name,A&E attendances Type 1,A&E attendances Type 2,A&E attendances Other A&E"
						+ " Department,Attendances over 4hrs Type 1,Attendances over 4hrs Type 2,Attendances over 4hrs Other"
						+ " Department,Patients who have waited 12+ hrs from DTA to admission,Emergency admissions via A&E -"
						+ " Type 1,Emergency admissions via A&E - Type 2,Emergency admissions via A&E - Other A&E department,"
						+ "Other emergency admissions," + name,
				"MSitAE-MAY-2019,RM1,REGION,NORFOLK,800,0,200,150,0,50,1,400,0,0,100,3");

		assertThat(read.figures()).contains("ae-attendances RM1 May 2019 = 1,000");
	}

	/** Columns that came into being together are there together. */
	@ParameterizedTest
	@ValueSource(strings = { "A&E attendances Booked Appointments Type 1",
			"Attendances over 4hrs Booked Appointments Type 2" })
	void aColumnThatIsMissingBesideOthersAsNewAddsNotNothing(String column) throws IOException {
		String text = Files.readString(ATTENDANCES);
		assertThat(text).contains(column);
		Path changed = this.folder.resolve("Monthly-AE-March-2025.csv");
		Files.writeString(changed, text.replace(column, "Something else"));

		Read read = Shipped.read(changed);

		assertThat(read.extract().warnings()).anySatisfy((warning) -> assertThat(warning)
			.startsWith(
					"No figures of ae-within-4-hours: the file has no column \"" + column + "\", although it has \"")
			.endsWith(
					"\", which is as new. If the column is called otherwise now, add that to the layout and import the"
							+ " file again."));
		assertThat(read.figures()).noneMatch((figure) -> figure.startsWith("ae-within-4-hours"));
	}

	@Test
	void aFieldThatIsNoFigureTakesNothingAwayFromTheOtherMonthsOfItsLine() {
		Read read = Shipped.read(this.folder, "month.csv", "ref,measure_name,comment,Jul 2024,Aug 2024,Sep 2024",
				"virtual-ward-beds,Beds,,71,many,73", "nhs-app-registrations,App,,59,60,61");

		assertThat(read.figures()).filteredOn((figure) -> figure.startsWith("virtual"))
			.containsExactly("virtual-ward-beds QMM July 2024 = 71", "virtual-ward-beds QMM September 2024 = 73");
		assertThat(read.rejections()).singleElement().asString().startsWith("2 not_a_number Aug 2024 [many]");
	}

	/**
	 * Each team of many trusts has a second line of the same people under another name.
	 */
	@Test
	void twoWordsThatAlwaysHaveTheSameNumbersAreOne() throws IOException {
		Read read = wards("Code,Site,Month,Beds", "RM1,East,March 2025,131", "RM1,Service,March 2025,131",
				"RCX,East,March 2025,257", "RCX,Service,March 2025,257", "RGP,East,March 2025,97",
				"RGP,Service,March 2025,97", "RDE,East,March 2025,411", "RDE,Service,March 2025,411");

		assertThat(read.figures()).hasSize(4).allMatch((figure) -> figure.endsWith("= MISSING"));
	}

	/** Under the code of one that has a line of its own, or none. */
	@ParameterizedTest
	@CsvSource({ "RM1,20729,false", "RGT,20729,false", "RGT,20730,false", "RM1,20500,true", "RGT,20500,true" })
	void theTotalOfAllUnderTheCodeOfOneIsNotItsOwn(String code, long number, boolean given) throws IOException {
		Read read = wards("Code,Site,Month,Beds", "RM1,East,March 2025,3190", "RCX,East,March 2025,7257",
				"RGP,East,March 2025,4871", "RDE,East,March 2025,5411", code + ",East,March 2025," + number);

		assertThat(read.figures()).contains("virtual-ward-beds RCX March 2025 = 7,257")
			.anyMatch((figure) -> figure.startsWith("virtual-ward-beds " + code + " March 2025 = ")
					&& figure.endsWith("MISSING") != given);
	}

	@Test
	void whatTwoOthersComeToIsNoTotalOfAll() throws IOException {
		assertThat(wards("Code,Site,Month,Beds", "RM1,East,March 2025,3190", "RCX,East,March 2025,7257",
				"RGP,East,March 2025,10447")
			.figures()).contains("virtual-ward-beds RGP March 2025 = 10,447");
	}

	/** Lines of a publication that somebody kept, with the total of these. */
	@ParameterizedTest
	@ValueSource(ints = { 3, 40, 119 })
	void theTotalOfAPartIsNotEnglands(int kept) throws IOException {
		Read read = Shipped.read(attendances(kept, List.of(), 0));

		assertThat(read.figures()).noneMatch((figure) -> figure.contains(" ENG "))
			.anyMatch((figure) -> figure.startsWith("ae-attendances "));
		assertThat(read.extract().warnings()).contains("Withheld 4 figures of ENG for March 2025: expected at least 120"
				+ " other lines beside its total in line " + (kept + 2) + ", found " + kept
				+ ", so that it is the total of a part. What is held stays. Import the file whole, as it was published.");
	}

	@Test
	void theTotalOfAPartIsNotEnglandsWhereOneOfItsLinesIsRejected() throws IOException {
		Read read = Shipped.read(attendances(12, List.of("MSitAE-MARCH-2025,RXX,X,X" + ",many".repeat(18)), 0));

		assertThat(read.figures()).noneMatch((figure) -> figure.contains(" ENG "));
		assertThat(read.rejections()).isNotEmpty();
	}

	@Test
	void aTotalOfFewLinesThatComesToMoreRefusesTheFile() throws IOException {
		Read read = Shipped.read(attendances(12, List.of(), 700));

		assertThat(read.refusal().faults()).singleElement()
			.asString()
			.contains("expected the sum of the other lines, found a total that is 700 more");
	}

	@Test
	void aTotalOfAsManyLinesAsAWholeFileHasIsEnglands() throws IOException {
		Read read = Shipped.read(attendances(120, List.of(), 0));

		assertThat(read.figures()).filteredOn((figure) -> figure.contains(" ENG ")).hasSize(4);
	}

	/** With so many lines of trusts, others besides, and a total of the trusts. */
	private Path attendances(int kept, List<String> others, int more) throws IOException {
		List<String> lines = Files.readAllLines(ATTENDANCES);
		List<String> written = new ArrayList<>(lines.subList(0, kept + 1));
		long[] totals = new long[18];
		for (String line : lines.subList(1, kept + 1)) {
			String[] numbers = line.split(",", -1);
			for (int i = 1; i <= 18; i++) {
				totals[18 - i] += Long.parseLong(numbers[numbers.length - i]);
			}
		}
		totals[0] += more;
		written.addAll(others);
		written.add("TOTAL,TOTAL,TOTAL,TOTAL,"
				+ LongStream.of(totals).mapToObj(Long::toString).collect(Collectors.joining(",")));
		return Files.write(this.folder.resolve("Monthly-AE-March-2025.csv"), written);
	}

	private Read wards(String... lines) throws IOException {
		Path layouts = Files.createDirectory(this.folder.resolve("layouts"));
		Files.writeString(layouts.resolve("wards.yaml"), """
				layout: wards
				title: Wards
				feed: virtual-wards
				columns: {provider: Code, site: Site, month: Month, beds: {is: Beds, missing: ["."]}}
				period: {column: month, as: monthly}
				levels:
				  - {scope: provider, organisation: provider, kinds: [trust]}
				figures:
				  - {measure: virtual-ward-beds, value: {sum: beds}}
				""");
		return Read.by(Shipped.layouts(layouts, Shipped.PLAN), Shipped.PLAN,
				Shipped.write(this.folder, "wards.csv", lines), LocalDate.of(2025, 6, 11));
	}

}
