package org.jfpmonitor.extract;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.Shipped.Read;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ChecksTest {

	private static final String VIRTUAL_WARDS = "virtual-ward-april-2025-icb-as-displayed.csv";

	@TempDir
	private Path folder;

	/** A published file with some texts replaced. */
	private Path changed(String sample, String... changes) throws Exception {
		String text = Files.readString(Shipped.SAMPLES.resolve(sample));
		for (int i = 0; i < changes.length; i += 2) {
			assertThat(text).contains(changes[i]);
			text = text.replace(changes[i], changes[i + 1]);
		}
		return Files.writeString(this.folder.resolve(sample), text);
	}

	private Read readChanged(String sample, String... changes) throws Exception {
		return Shipped.read(changed(sample, changes));
	}

	@Test
	void refusesAFileWhoseTotalExceedsItsParts() throws Exception {
		List<String> lines = Files.readAllLines(Shipped.SAMPLES.resolve("dm01-provider-march-2025-as-displayed.csv"));
		lines.removeIf((line) -> line.contains(",RGP,"));
		Path file = Shipped.write(this.folder, "dm01.csv", lines.toArray(new String[0]));

		assertThat(Shipped.read(file).refusal().faults())
			.containsExactly("Line 16, column \"Total Waiting List\": expected the "
					+ "sum of the other lines, found a total that is 7186 more. Get the file again; lines may be "
					+ "missing, doubled or shifted.");
	}

	@Test
	void aTotalForAMonthWithoutAnyOtherLineIsWithheld() throws Exception {
		Read read = readChanged("Monthly-AE-April-2025.csv", "TOTAL,TOTAL,TOTAL,TOTAL,",
				"MSitAE-MARCH-2025,TOTAL,TOTAL,TOTAL,");

		assertThat(read.figures()).noneMatch((figure) -> figure.contains(" ENG ") || figure.contains("March"))
			.anyMatch((figure) -> figure.startsWith("ae-attendances RM1 April 2025 = "));
		assertThat(read.extract().coverages()).noneMatch((each) -> each.scope().equals("national"));
		assertThat(read.extract().warnings()).contains(
				"Withheld 4 figures of ENG for March 2025: expected other lines for that period beside its total in"
						+ " line 200, found none. Check the period of that line, and import the file whole.");
		assertThat(read.extract().unregistered()).doesNotContain("TOTAL");
	}

	@Test
	void englandsLineOfASeriesForAMonthWithoutAnyOtherLineIsWithheld() throws Exception {
		List<String> lines = ambulances();
		lines.replaceAll((line) -> line.startsWith("2026,3,Eng,") ? line.replace("2026,3,", "2026,5,") : line);

		Read read = Shipped.read(this.folder, "AmbSYS-to-Mar-2026.csv", lines.toArray(new String[0]));

		assertThat(read.figures()).noneMatch((figure) -> figure.contains("May 2026"))
			.anyMatch((figure) -> figure.startsWith("ambulance-incidents ENG February 2026 = "));
		assertThat(read.extract().warnings()).anyMatch(
				(each) -> each.startsWith("Withheld ") && each.contains(" figures of ENG for May 2026: expected"));
	}

	@Test
	void refusesAFileCutToItsFirstLinesAndItsTotal() throws Exception {
		List<String> lines = Files.readAllLines(Shipped.SAMPLES.resolve("Monthly-AE-March-2025.csv"));
		List<String> cut = new ArrayList<>(lines.subList(0, 20));
		cut.add(lines.get(lines.size() - 1));
		Path file = Shipped.write(this.folder, "Monthly-AE-March-2025.csv", cut.toArray(new String[0]));

		assertThat(Shipped.read(file).refusal().faults())
			.containsExactly("Line 21, column \"A&E attendances Type 1\": expected the sum of the other lines, found a "
					+ "total that is 1385997 more. Get the file again; lines may be missing, doubled or shifted. If you left"
					+ " lines out, leave out the total as well.");
	}

	/**
	 * The line that stands there twice is rejected, and the total says so all the same.
	 */
	@Test
	void aTotalThatIsRightOnlyWithALineTwiceIsWithheld() throws Exception {
		List<String> lines = new ArrayList<>(Files.readAllLines(Shipped.SAMPLES.resolve("Monthly-AE-March-2025.csv")));
		lines.removeIf((line) -> line.isBlank());
		String twice = lines.stream().filter((line) -> line.contains(",RM1,")).findFirst().orElseThrow();
		int last = lines.size() - 1;
		lines.add(last, twice.toLowerCase(Locale.ROOT).replace("msitae", "MSitAE"));
		lines.set(last + 1, sum(lines.get(last + 1), twice));

		Read read = Shipped.read(this.folder, "Monthly-AE-March-2025.csv", lines.toArray(new String[0]));

		assertThat(read.rejects()).singleElement().asString().contains("DUPLICATE_KEY");
		assertThat(read.figures()).noneMatch((figure) -> figure.contains(" ENG "));
		assertThat(read.extract().warnings()).contains(
				"Withheld 4 figures of ENG for March 2025: expected each other line" + " once beside its total in line "
						+ (last + 2) + ", found some twice, and the total counts them twice."
						+ " What is held stays. Get the file again.");
	}

	private static String sum(String total, String line) {
		String[] totals = total.split(",", -1);
		String[] numbers = line.split(",", -1);
		for (int i = 0; i < totals.length; i++) {
			if (totals[i].matches("[0-9]+")) {
				totals[i] = String
					.valueOf(Long.parseLong(totals[i]) + Long.parseLong(numbers[numbers.length - totals.length + i]));
			}
		}
		return String.join(",", totals);
	}

	@Test
	void refusesATotalOfBookedAppointmentsThatIsNotTheirSum() throws Exception {
		Read read = readChanged("Monthly-AE-April-2025.csv", ",33654,", ",533654,");

		assertThat(read.refusal().faults()).singleElement()
			.asString()
			.contains("column \"A&E attendances Booked Appointments Type 1\"")
			.contains("found a total that is 500000 more.");
	}

	@Test
	void rejectsANegativeCountInsideASumAndNamesItsColumn() throws Exception {
		List<String> lines = new ArrayList<>(Files.readAllLines(Shipped.SAMPLES.resolve("Monthly-AE-March-2025.csv")));
		lines.removeIf((line) -> line.startsWith("TOTAL,"));
		lines.replaceAll((line) -> line.contains(",RM1,") ? line.replaceFirst(",[0-9]+$", ",-50") : line);

		Read read = Shipped.read(this.folder, "Monthly-AE-March-2025.csv", lines.toArray(new String[0]));

		assertThat(read.rejections()).singleElement()
			.asString()
			.endsWith(" out_of_range Other emergency admissions [-50] 0 or more");
		assertThat(read.figures()).contains("emergency-admissions RM1 March 2025 = MISSING")
			.anyMatch((figure) -> figure.startsWith("ae-attendances RM1 March 2025 = 2"));
	}

	@Test
	void warnsOfBedsOfEnglandThatAreNotThoseOfTheTrustsBesideIt() throws Exception {
		List<String> lines = new ArrayList<>(
				List.of("Code,Name,Date,G&A beds available,G&A beds occupied", "-,England,March 2025,12000,10100"));
		for (int i = 100; i < 200; i++) {
			lines.add(((i == 100) ? "RM1" : "X" + i) + ",Trust,March 2025,120,100");
		}

		Read read = Shipped.read(this.folder, "beds-March-2025.csv", lines.toArray(new String[0]));

		assertThat(read.extract().warnings()).contains("Line 2, column \"G&A beds occupied\": expected the sum of the "
				+ "other lines, found a total that is 100 more.");
	}

	@Test
	void oneMonthOfASeriesThatContradictsItselfIsWarnedOfAndKeepsNoOtherOut() throws Exception {
		List<String> lines = ambulances();
		lines.replaceAll((line) -> line.startsWith("2026,3,Eng,") ? line.replace(",811827,", ",911827,") : line);

		Read read = Shipped.read(this.folder, "AmbSYS-to-Mar-2026.csv", lines.toArray(new String[0]));

		assertThat(read.extract().warnings()).singleElement()
			.asString()
			.contains("column \"A7\": expected the sum of the other lines, found a total that is 100000 more.");
		assertThat(read.figures()).anyMatch((figure) -> figure.startsWith("ambulance-incidents RYC March 2026 = "));
	}

	@Test
	void aLineThatIsLeftOutByRuleIsPartOfItsTotalAllTheSame() throws Exception {
		String unknown = ",UNKNOWN,UNKNOWN,ALL ROUTES,ALL CANCERS,";

		Read read = readChanged("cwt-crs-commissioner-march-2025-final-62-day-all-cancer-as-displayed.csv",
				unknown + "136.5,", unknown + "137.5,");

		assertThat(read.refusal().faults()).singleElement()
			.asString()
			.contains("expected the sum of the other lines, found a total that is 1 less.");
	}

	private static List<String> ambulances() throws Exception {
		try (ZipFile zip = new ZipFile(Shipped.SAMPLES.resolve("AmbSYS-to-Mar-2026-UI7FG-cut.zip").toFile());
				InputStream csv = zip.getInputStream(zip.entries().nextElement())) {
			return new ArrayList<>(new String(csv.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
		}
	}

	@Test
	void aMarkInOneColumnLeavesTheTotalsOfTheOthersCompared() throws Exception {
		Read read = readChanged(VIRTUAL_WARDS, "Board,181,16.5,\"1,100,114\",165", "Board,180,16.5,\"1,100,114\",**");

		assertThat(read.refusal().faults()).containsExactly(
				"Line 22, column \"Virtual Ward Capacity (see note 1)\": expected the sum of the other lines, found a total "
						+ "that is 1 more. Get the file again; lines may be missing, doubled or shifted.");
	}

	@Test
	void aTotalIsNeverLessThanTheKnownOfItsParts() throws Exception {
		Read more = readChanged(VIRTUAL_WARDS, "Board,181,16.5,\"1,100,114\",165", "Board,181,16.5,\"1,100,114\",**");
		Read less = readChanged(VIRTUAL_WARDS, "Board,181,16.5,\"1,100,114\",165", "Board,181,16.5,\"1,100,114\",**",
				"\"9,182\",72.2%", "\"9,000\",72.2%");

		assertThat(more.refusal()).isNull();
		assertThat(less.refusal().faults()).singleElement()
			.asString()
			.startsWith("Line 22, column \"Patients in a Virtual Ward")
			.contains("found a total that is 17 less.");
	}

	@Test
	void anUnreadableFieldOfACutFileDoesNotDisarmTheOtherColumns() throws Exception {
		List<String> lines = Files.readAllLines(Shipped.SAMPLES.resolve("Monthly-AE-March-2025.csv"));
		List<String> cut = new ArrayList<>(lines.subList(0, 20));
		cut.set(5, cut.get(5).replaceAll(",[0-9]+$", ",-"));
		cut.add(lines.get(lines.size() - 1));
		Path file = Shipped.write(this.folder, "Monthly-AE-March-2025.csv", cut.toArray(new String[0]));

		assertThat(Shipped.read(file).refusal().faults()).singleElement()
			.asString()
			.startsWith("Line 21, column \"A&E attendances Type 1\": expected the sum of the other lines");
	}

	@Test
	void aTotalOfWhichALineIsLostRefusesNothing() throws Exception {
		List<String> lines = new ArrayList<>(Files.readAllLines(Shipped.SAMPLES.resolve("Monthly-AE-March-2025.csv")));
		lines.replaceAll((line) -> line.contains(",RGP,") ? "MSitAE-MARCH-2025,RGP" : line);
		Path file = Shipped.write(this.folder, "Monthly-AE-March-2025.csv", lines.toArray(new String[0]));

		Read read = Shipped.read(file);

		assertThat(read.rejections()).containsExactly("61 wrong_number_of_columns  [] 22 columns, not 2");
		assertThat(read.extract().warnings())
			.contains("Line 200, column \"A&E attendances Type 1\": expected the sum of the other "
					+ "lines, found a total that is 7416 more. A line that may belong to the sum was "
					+ "rejected, so the file is not refused for this.");
		assertThat(read.figures()).contains("ae-attendances ENG March 2025 = 2,389,064");
	}

	@Test
	void namesAJudgedOrganisationThatIsNotThere() throws Exception {
		List<String> lines = Files.readAllLines(Shipped.SAMPLES.resolve("Monthly-AE-March-2025.csv"));
		lines.removeIf((line) -> line.contains(",RGP,") || line.startsWith("TOTAL,"));
		Path file = Shipped.write(this.folder, "Monthly-AE-March-2025.csv", lines.toArray(new String[0]));

		Read read = Shipped.read(file);

		assertThat(read.extract().warnings()).contains("Expected a line of RGP (James Paget University Hospitals NHS "
				+ "Foundation Trust), found none: no figure of ae-12-hour-waits in March 2025, ae-attendances in March "
				+ "2025, ae-within-4-hours in March 2025, emergency-admissions in March 2025.");
		assertThat(read.figures()).noneMatch((figure) -> figure.contains(" RGP "));
	}

	@Test
	void rejectsALineWhosePartsDoNotAddUp() throws Exception {
		Read read = readChanged("dm01-provider-march-2025-as-displayed.csv", "\"7,186\",\"1,903\",577",
				"\"7,187\",\"1,903\",577");

		assertThat(read.rejections())
			.containsExactly("292 total_differs Total Waiting List [7187] 7186, the sum of its parts");
		assertThat(read.figures()).contains("diagnostics-waiting-list RGP March 2025 = MISSING",
				"diagnostics-waiting-list RM1 March 2025 = 18,136");
		assertThat(read.extract().warnings())
			.contains("Line 16, column \"Total Waiting List\": expected the sum of the other "
					+ "lines, found a total that is 1 less. A line that may belong to the sum was "
					+ "rejected, so the file is not refused for this.");
	}

	@Test
	void refusesASecondLineOfAnOrganisation() throws Exception {
		List<String> lines = new ArrayList<>(Files.readAllLines(Shipped.SAMPLES.resolve("Monthly-AE-March-2025.csv")));
		int at = lines.indexOf(lines.stream().filter((line) -> line.contains(",RGP,")).findFirst().orElseThrow());
		lines.add(lines.get(at));
		Path file = Shipped.write(this.folder, "Monthly-AE-March-2025.csv", lines.toArray(new String[0]));

		Read read = Shipped.read(file);

		assertThat(read.rejections())
			.containsExactly("201 duplicate_key Org Code [RGP] one line for each organisation and "
					+ "period; line 61 is another one");
		assertThat(read.figures()).contains("emergency-admissions RGP March 2025 = MISSING");
		assertThat(read.figures()).contains("ae-attendances ENG March 2025 = 2,389,064");
	}

	@Test
	void aRejectedLineIsMissingFromEverySumItBelongsTo() throws Exception {
		String line = "MSitAE-MARCH-2025,RGP,NHS ENGLAND EAST OF ENGLAND ,JAMES PAGET UNIVERSITY HOSPITALS NHS FOUNDATION "
				+ "TRUST,";
		Read read = readChanged("Monthly-AE-March-2025.csv", line, line + "x");

		assertThat(read.rejects()).singleElement().satisfies((reject) -> {
			assertThat(reject.place().line()).isEqualTo(61);
			assertThat(reject.column()).isEqualTo("A&E attendances Type 1");
			assertThat(reject.expected()).isEqualTo("a number");
		});
		assertThat(read.figures()).contains("ae-attendances RGP March 2025 = MISSING",
				"ae-attendances ENG March 2025 = 2,389,064", "ae-attendances RM1 March 2025 = 21,185");
		assertThat(read.extract().warnings()).contains(
				"No figures of ae-within-4-hours for RGP in March 2025, ae-attendances for RGP in March 2025: a line that belongs to each was rejected.");
	}

	@Test
	void anUnreadableFieldSpoilsOnlyTheFiguresThatUseItsColumn() throws Exception {
		String line = "MSitAE-MARCH-2025,RGP,NHS ENGLAND EAST OF ENGLAND ,JAMES PAGET UNIVERSITY HOSPITALS NHS FOUNDATION "
				+ "TRUST,";
		Read sound = Shipped.read(Shipped.SAMPLES.resolve("Monthly-AE-March-2025.csv"));
		Read read = readChanged("Monthly-AE-March-2025.csv", line, line + "x");

		assertThat(read.rejects()).hasSize(1);
		assertThat(read.figures()).contains("ae-attendances RGP March 2025 = MISSING",
				"ae-within-4-hours RGP March 2025 = MISSING");
		assertThat(read.figures()).filteredOn((figure) -> figure.startsWith("emergency-admissions RGP"))
			.isNotEmpty()
			.allMatch(sound.figures()::contains)
			.noneMatch((figure) -> figure.endsWith("MISSING"));
	}

	@Test
	void asterisksInPlaceOfPatientsLeaveTheCapacityBesideThem() throws Exception {
		Read read = readChanged("virtual-ward-march-2025-icb-as-displayed.csv", "\"1,094,606\",136,82.9%",
				"\"1,094,606\",**,100%*");

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).contains("virtual-ward-patients QMM March 2025 = MISSING",
				"virtual-ward-beds QMM March 2025 = 164", "virtual-ward-occupancy QMM March 2025 = MISSING");
	}

	@Test
	void aLineNobodyCanReadIsMissingOnlyWhereLinesAreAdded() throws Exception {
		String sample = "cwt-crs-provider-extract-oct-2024-to-mar-2025-cut.csv";
		List<String> lines = new ArrayList<>(Files.readAllLines(Shipped.SAMPLES.resolve(sample)));
		lines.add(5, "Mar-25,2024/25,MA");
		Read added = Shipped.read(Shipped.write(this.folder, sample, lines.toArray(new String[0])));
		lines = new ArrayList<>(Files.readAllLines(Shipped.SAMPLES.resolve("Monthly-AE-March-2025.csv")));
		lines.add(5, "MSitAE-MARCH-2025,RG");
		Read single = Shipped
			.read(Shipped.write(this.folder, "Monthly-AE-March-2025.csv", lines.toArray(new String[0])));

		assertThat(added.rejections()).containsExactly("6 wrong_number_of_columns  [] 11 columns, not 3");
		assertThat(added.figures()).allMatch((figure) -> figure.endsWith(" = MISSING"));
		assertThat(single.rejections()).containsExactly("6 wrong_number_of_columns  [] 22 columns, not 2");
		assertThat(single.figures()).noneMatch((figure) -> figure.endsWith(" = MISSING"));
	}

	@Test
	void suppressedStaysSuppressedInASum() throws Exception {
		Read read = readChanged("MHSDS_Data_4WW_SepPerf_2024-cut.csv",
				"MRS01,Number of CMH referral-spells receiving a full clock stop in the RP,95",
				"MRS01,Number of CMH referral-spells receiving a full clock stop in the RP,*");

		Observation found = read.extract()
			.observations()
			.stream()
			.filter((each) -> each.cell()
				.equals(new Cell(MeasureId.of("community-mental-health-clock-stops"), OrganisationCode.of("QMM"),
						Period.month(2024, 9))))
			.findFirst()
			.orElseThrow();
		assertThat(found.figure()).isEqualTo(Figure.absent(Figure.Mark.SUPPRESSED));
	}

	@Test
	void twoColumnsOfOneNameMayOnlySayTheSame() throws Exception {
		String header = "Year,Month,Region,Org Code,Org Name,A7,A10,A30,A17,A140,A145,A5,A7";
		Read same = Shipped.read(this.folder, "AmbSYS.csv", header, "2025,3,Y61,RYC,EEAST,100,50,60000,10,40,4,1,100");
		Read different = Shipped.read(this.folder, "AmbSYS.csv", header,
				"2025,3,Y61,RYC,EEAST,100,50,60000,10,40,4,1,101");

		assertThat(same.figures()).contains("hear-and-treat RYC March 2025 = 10%");
		assertThat(different.refusal().faults())
			.containsExactly("Line 2: expected one column \"A7\", found it as columns 6 "
					+ "and 13 with different texts. Delete one of them, or say in the layout which one is meant.");
	}

	@Test
	void columnsMayStandInAnyOrder() {
		Read read = Shipped.read(this.folder, "AmbSYS.csv", "A145,A7,Org Code,A140,A17,extra,Month,A10,A30,Year,Region",
				"4,100,RYC,40,10,?,3,50,60000,2025,Y61");

		assertThat(read.figures()).contains("hear-and-treat RYC March 2025 = 10%",
				"category-2-mean-response RYC March 2025 = 20 minutes",
				"handover-within-30-minutes RYC March 2025 = 90%");
	}

	@Test
	void notesBelowATableAreNoRows() throws Exception {
		List<String> lines = new ArrayList<>(Files.readAllLines(Shipped.SAMPLES.resolve("Monthly-AE-March-2025.csv")));
		lines.addAll(List.of("", "Source: NHS England", "Contact: someone@example.org"));
		Path file = Shipped.write(this.folder, "Monthly-AE-March-2025.csv", lines.toArray(new String[0]));

		Read read = Shipped.read(file);

		assertThat(read.rejections()).isEmpty();
		assertThat(read.extract().lines().leftOut()).isEqualTo(2);
	}

	@Test
	void refusesAFileWithoutItsPeriod() throws Exception {
		Path file = Files.move(changed(VIRTUAL_WARDS, ",Month:,April 2025", ",Month:,"),
				this.folder.resolve("sheet.csv"));

		assertThat(Shipped.read(file).refusal().faults()).containsExactly(
				"Expected the period of the figures above the header beside \"Month:\" or above the header "
						+ "beside \"Period:\" or in the name of the file, found none in sheet.csv. Name the file as it was "
						+ "published, with month and year, or get it again.");
	}

	@Test
	void givesNoFigureThatCannotBeAndSaysWhereTheBoundIs() throws Exception {
		Read read = Shipped.read(changed(VIRTUAL_WARDS, "\"1,100,114\",165,", "\"1,100,114\",16500,",
				",-,-,-,England,\"12,724\",20.0,\"63,769,849\",\"9,182\",72.2%", ""));

		assertThat(read.figures()).contains("virtual-ward-occupancy QMM April 2025 = MISSING",
				"virtual-ward-beds QMM April 2025 = 181");
		assertThat(read.extract().warnings())
			.contains("No figure of virtual-ward-occupancy for QMM in April 2025: expected "
					+ "0% to 1,000%, found 9,116%. If it can be so, widen \"lowest:\" or \"highest:\" of the measure and import "
					+ "the file again.");
	}

	@Test
	void refusesAPreambleInTheFuture() throws Exception {
		Path file = changed(VIRTUAL_WARDS, ",Month:,April 2025", ",Month:,April 2027");

		assertThat(Shipped.read(file).refusal().faults())
			.containsExactly("Expected a period that has begun by 1 June 2026, "
					+ "found \"April 2027\". Check the date in the file, and the name of the file.");
	}

	@Test
	void rejectsALastLineThatMayBeCutOffInsideItsLastNumber() throws Exception {
		String text = Files.readString(Shipped.SAMPLES.resolve("Monthly-AE-March-2025.csv")).strip();
		Path file = Files.writeString(this.folder.resolve("Monthly-AE-March-2025.csv"),
				text.substring(0, text.length() - 2));

		Read read = Shipped.read(file);

		assertThat(read.rejections()).containsExactly(
				"200 unreadable_line  [] a line end; the file may have been cut off " + "inside its last number");
		assertThat(read.figures()).noneMatch((figure) -> figure.contains(" ENG "));
	}

	@Test
	void aFileCutOffGivesNoTotalThatIsTooSmall() throws Exception {
		List<String> lines = Files.readAllLines(Shipped.SAMPLES.resolve("Monthly-AE-March-2025.csv"));
		Path file = Shipped.write(this.folder, "Monthly-AE-March-2025.csv",
				lines.subList(0, 100).toArray(new String[0]));

		Read read = Shipped.read(file);

		assertThat(read.figures()).noneMatch((figure) -> figure.contains(" ENG "));
		assertThat(read.extract().warnings()).anyMatch((warning) -> warning.startsWith("Expected a line of RM1"));
	}

}
