package org.jfpmonitor.intake.checks;

import org.jfpmonitor.intake.checks.held.HeldFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.extract.ExtractReader;
import org.jfpmonitor.extract.Shipped;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.Organisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WholeFileCheckTest {

	private static final List<String> TRUSTS = Shipped.ORGANISATIONS.all()
		.stream()
		.filter((each) -> each.kind() == Organisation.Type.TRUST && each.closed() == null)
		.map((each) -> each.code().value())
		.toList();

	@TempDir
	private Path folder;

	private Extract read(String name, String... lines) {
		return Shipped.read(this.folder, name, lines).extract();
	}

	private static CheckedExtract check(Extract extract, HeldFigures held) {
		return HeldFigureChecks.check(extract, Shipped.PLAN, Shipped.ORGANISATIONS, held);
	}

	private static Stream<String> organisations(CheckedExtract checked) {
		return checked.extract()
			.observations()
			.stream()
			.map((each) -> each.cell().organisation().value())
			.distinct()
			.sorted();
	}

	/** A sample with its header and those lines that hold the text. */
	private Extract cut(String sample, String text) throws IOException {
		List<String> lines = Files.readAllLines(Shipped.SAMPLES.resolve(sample));
		Stream<String> kept = lines.stream().skip(1).filter((each) -> each.contains(text));
		return read(sample, Stream.concat(lines.stream().limit(1), kept).toArray(String[]::new));
	}

	private static List<String> everyTrustAnd(int unregistered) {
		List<String> providers = new ArrayList<>(TRUSTS);
		providers.addAll(Diagnostics.unregistered(unregistered));
		return providers;
	}

	@Test
	void oneTrustsWaitingListIsNeitherEnglandsNorAnIcbs() {
		CheckedExtract checked = check(
				Shipped.read(Shipped.SAMPLES.resolve("Full-CSV-data-file-Apr23-ZIP-cut.zip")).extract(),
				Held.nothing());

		assertThat(organisations(checked)).containsExactly("A4M8P", "AAV");
		assertThat(checked.warnings()).containsExactly("Withheld 136 figures that add the lines of many organisations "
				+ "together: ENG, QE1, QGH and 31 more for April 2023 (elective-waiting-list, waits-over-52-weeks, "
				+ "waits-over-65-weeks, waits-within-18-weeks). Expected lines of at least 250 organisations in column "
				+ "\"Provider Org Code\", found 2. The file is a part. Figures of single organisations are taken as its lines give them, "
				+ "unless another warning says that they are withheld: look whether all lines of each are there. What is held of "
				+ "others stays. Import the file whole, as it was published; if it is, correct at-least in "
				+ "layout rtt-full-extract.");
	}

	@Test
	void oneTrustsCancerWaitsAreNotEnglands() throws Exception {
		CheckedExtract checked = check(cut("cwt-crs-provider-extract-oct-2024-to-mar-2025-cut.csv", ",RM1,"),
				Held.nothing());

		assertThat(organisations(checked)).containsExactly("RM1");
		assertThat(checked.warnings()).singleElement()
			.asString()
			.startsWith("Withheld 9 figures that add the lines of many organisations together: ENG for October 2024, "
					+ "February 2025, March 2025 (cancer-28-day-faster-diagnosis, cancer-31-day, cancer-62-day). Expected "
					+ "lines of at least 120 organisations in column \"ORG CODE\", found 1.");
	}

	@Test
	void aWholeFileGivesEnglandAndItsIcbsOnTheFirstDay() {
		CheckedExtract checked = check(
				read("DM01-MARCH-2025-full-extract.csv", Diagnostics.of("March-2025", everyTrustAnd(200))),
				Held.nothing());

		assertThat(checked.warnings()).isEmpty();
		assertThat(organisations(checked)).contains("ENG", "QMM", "RM1");
		assertThat(checked.extract().coverages()).extracting(Coverage::scope)
			.containsOnly("provider", "icb", "national");
	}

	@Test
	void whatIsWithheldIsNotSpokenForAndAPartReplacesEachOrganisationAlone() {
		List<String> lines = new ArrayList<>(Diagnostics.ofCommissioners("March-2025", "RM1", 2));
		lines.addAll(Diagnostics.ofCommissioners("March-2025", "RCX", 2).subList(1, 3));
		CheckedExtract checked = check(read("DM01-MARCH-2025-full-extract.csv", lines.toArray(new String[0])),
				Held.nothing());

		assertThat(organisations(checked)).containsExactly("RCX", "RM1");
		assertThat(checked.extract().coverages()).extracting(Coverage::scope)
			.containsOnly("provider RCX", "provider RM1");
	}

	@Test
	void aFileWithoutOrganisationsOfTheMonthBeforeIsAPartHoweverManyLinesItHas() {
		Extract february = read("DM01-FEBRUARY-2025-full-extract.csv",
				Diagnostics.of("February-2025", everyTrustAnd(400)));
		List<String> half = everyTrustAnd(400).subList(TRUSTS.size() / 2, TRUSTS.size() + 400);
		Extract march = read("DM01-MARCH-2025-full-extract.csv", Diagnostics.of("March-2025", half));

		CheckedExtract checked = check(march, Held.of(february));

		assertThat(organisations(checked)).doesNotContain("ENG", "QMM").contains(TRUSTS.get(TRUSTS.size() - 1));
		assertThat(checked.warnings()).filteredOn((each) -> each.startsWith("Withheld"))
			.singleElement()
			.asString()
			.startsWith(
					"Withheld 8 figures that add the lines of many organisations together: ENG, QMM for March 2025 ")
			.contains(". Expected lines of nearly all of the 204 organisations that have figures for February 2025, "
					+ "found none of G6V2S, R0A, R0B and 99 more. ");
	}

	@Test
	void aSumOfClearlyFewerLinesIsSaidThoughNobodyIsMissedByName() {
		Extract february = read("DM01-FEBRUARY-2025-full-extract.csv",
				Diagnostics.of("February-2025", everyTrustAnd(300)));
		Extract march = read("DM01-MARCH-2025-full-extract.csv", Diagnostics.of("March-2025", everyTrustAnd(140)));

		CheckedExtract checked = check(march, Held.of(february));

		assertThat(checked.warnings()).filteredOn((each) -> each.contains("lines behind a sum"))
			.singleElement()
			.asString()
			.isEqualTo("Expected about as many lines behind a sum as before, found 344 in place of 504 behind QMM for"
					+ " March 2025, 344 in place of 504 behind ENG for March 2025. Organisations without figures of their"
					+ " own may be missing; look whether the file is whole.");
		assertThat(check(march,
				Held.of(read("DM01-FEBRUARY-2025-full-extract.csv",
						Diagnostics.of("February-2025", everyTrustAnd(150)))))
			.warnings()).noneMatch((each) -> each.contains("lines behind a sum"));
	}

	/** As where the code of the board is blank on the lines of some who have figures. */
	@Test
	void aSumThatFellThoughAllAreThereIsSaid() {
		List<String> providers = everyTrustAnd(300);
		String[] march = Diagnostics.of("March-2025", providers);
		int without = providers.size() / 5;
		for (int i = 1; i <= without; i++) {
			march[i] = march[i].replace(",QMM,26A,", ",-,26A,");
		}
		Extract february = read("DM01-FEBRUARY-2025-full-extract.csv", Diagnostics.of("February-2025", providers));

		CheckedExtract checked = check(read("DM01-MARCH-2025-full-extract.csv", march), Held.of(february));

		assertThat(checked.warnings())
			.filteredOn((each) -> each.startsWith("Expected sums near those held last, found "))
			.singleElement()
			.asString()
			.contains(String.format(Locale.UK,
					"%,d of QMM for March 2025 in place of %,d for February 2025" + " (diagnostics-within-6-weeks)",
					1000 * (providers.size() - without), 1000 * providers.size()))
			.endsWith(
					", though all are there who had figures. Lines may have lost whose they are, or some of each may be"
							+ " missing; look whether the file is whole.");
	}

	@Test
	void aTotalOfAllLinesThatAgreesIsEvidenceEnough() throws IOException {
		ExtractReader reader = reader("""
				layout: beds
				title: Beds of trusts
				feed: figures
				columns: {provider: Provider, beds: Beds}
				period: {file-name: true, as: monthly}
				levels:
				  - {scope: provider, organisation: provider, kinds: [trust], where: {provider: {not: Total}}}
				  - {scope: icb, is: QMM, where: {provider: {not: Total}}, sum-over: provider, at-least: 3}
				figures:
				  - measure: virtual-ward-beds
				    value: {sum: beds}
				checks:
				  - {totals-of: beds, on: {provider: Total}, then: refuse}
				""");
		Path total = Files.writeString(this.folder.resolve("March 2025.csv"),
				"Provider,Beds\nRM1,70\nRCX,30\nTotal,100\n");
		Path none = Files.writeString(this.folder.resolve("April 2025.csv"), "Provider,Beds\nRM1,70\nRCX,30\n");

		assertThat(organisations(check(read(reader, total), Held.nothing()))).containsExactly("QMM", "RCX", "RM1");
		assertThat(organisations(check(read(reader, none), Held.nothing()))).containsExactly("RCX", "RM1");
	}

	/** Somebody kept three quarters of the lines and added a total of these. */
	@Test
	void theTotalOfALargePartIsNotEnglandsWhereOthersHadFiguresBefore() throws IOException {
		Extract march = Shipped.read(Shipped.SAMPLES.resolve("Monthly-AE-March-2025.csv")).extract();

		CheckedExtract checked = check(read("Monthly-AE-April-2025.csv", attendancesInApril(150)), Held.of(march));

		assertThat(organisations(checked)).doesNotContain("ENG").contains("RGP");
		assertThat(checked.warnings()).filteredOn((each) -> each.startsWith("Withheld"))
			.containsExactly("Withheld 4 figures that add the lines of many organisations together: ENG for April 2025 "
					+ "(ae-12-hour-waits, ae-attendances, ae-within-4-hours, emergency-admissions). Expected lines of nearly "
					+ "all of the 198 organisations that have figures for March 2025, found none of NNJ, NNJ07, NNJ0H and 45 more."
					+ " The file is a part. Figures of single organisations are taken as its lines give them, unless another "
					+ "warning says that they are withheld: look whether all lines of each are there. What is held of others "
					+ "stays. Import the file whole, as it was published; if it is, send what is right as local figures.");
		assertThat(organisations(check(read("Monthly-AE-April-2025.csv", attendancesInApril(198)), Held.of(march))))
			.contains("ENG");
	}

	/** Few are missing, but they had much of it. */
	@ParameterizedTest
	@CsvSource({ "15,true", "1,false" })
	void theTotalWithoutTheLargestIsNotEnglands(int without, boolean withheld) throws IOException {
		Extract march = Shipped.read(Shipped.SAMPLES.resolve("Monthly-AE-March-2025.csv")).extract();
		List<String> lines = Files.readAllLines(Shipped.SAMPLES.resolve("Monthly-AE-March-2025.csv"));
		List<String> largestFirst = lines.subList(1, lines.size() - 1)
			.stream()
			.sorted(Comparator.comparingLong((String line) -> -typeOne(line)))
			.toList();
		List<String> kept = new ArrayList<>(lines.subList(0, 1));
		kept.addAll(largestFirst.subList(without, largestFirst.size()));

		CheckedExtract checked = check(read("March-2025-CSV-revised.csv", withTotal(kept)), Held.of(march));

		assertThat(organisations(checked).toList().contains("ENG")).isEqualTo(!withheld);
		assertThat(checked.extract().coverages().stream().map(Coverage::scope).anyMatch("provider"::equals))
			.as("others are taken back")
			.isEqualTo(!withheld);
		assertThat(checked.warnings())
			.anyMatch((each) -> withheld
					? each.startsWith(
							"Withheld 2 figures that add the lines of many organisations together: ENG for March 2025")
							&& each.contains("less than nine tenths of the figure held then")
					: each
						.startsWith("Expected the lines of all in a sum, found ENG for March 2025 without lines of R"))
			.anyMatch((each) -> each
				.startsWith("Have figures for March 2025 until now and no line any more: R") != withheld);
	}

	/** The first of the eighteen numbers of the line. */
	private static long typeOne(String line) {
		String[] fields = line.split(",", -1);
		return Long.parseLong(fields[fields.length - 18]);
	}

	private static String[] attendancesInApril(int kept) throws IOException {
		return withTotal(Files.readAllLines(Shipped.SAMPLES.resolve("Monthly-AE-April-2025.csv")).subList(0, kept + 1));
	}

	private static String[] withTotal(List<String> lines) {
		long[] totals = new long[18];
		for (String line : lines.subList(1, lines.size())) {
			String[] numbers = line.split(",", -1);
			for (int i = 0; i < totals.length; i++) {
				totals[i] += Long.parseLong(numbers[numbers.length - totals.length + i]);
			}
		}
		List<String> written = new ArrayList<>(lines);
		written.add("TOTAL,TOTAL,TOTAL,TOTAL,"
				+ Arrays.stream(totals).mapToObj(String::valueOf).collect(Collectors.joining(",")));
		return written.toArray(String[]::new);
	}

	@Test
	void boardsThatWereClosedBeforeThePeriodAreNotMissed() throws IOException {
		ExtractReader reader = reader("""
				layout: beds
				title: Beds of boards
				feed: figures
				columns: {board: Board, beds: Beds}
				period: {file-name: true, as: monthly}
				levels:
				  - {scope: icb, organisation: board, kinds: [icb]}
				  - {scope: national, is: ENG, sum-over: board, at-least: 3}
				figures:
				  - measure: virtual-ward-beds
				    value: {sum: beds}
				""");
		Path march = boards("March 2026.csv", LocalDate.of(2026, 3, 31), 0);
		Path april = boards("April 2026.csv", LocalDate.of(2026, 4, 30), 0);
		Path part = boards("April 2026 part.csv", LocalDate.of(2026, 4, 30), 4);
		CheckedExtract whole = check(read(reader, april), Held.of(read(reader, march)));

		assertThat(organisations(whole)).contains("ENG");
		assertThat(whole.warnings()).noneMatch((each) -> each.contains("no line for"));
		assertThat(organisations(check(read(reader, part), Held.of(read(reader, march))))).doesNotContain("ENG");
	}

	/** A line for each board that is open, but for some of the first. */
	private Path boards(String name, LocalDate day, int without) throws IOException {
		Stream<String> lines = Shipped.ORGANISATIONS.all()
			.stream()
			.filter((each) -> each.kind() == Organisation.Type.ICB && each.isOpenOn(day))
			.map((each) -> each.code() + ",73")
			.skip(without);
		return Files.write(this.folder.resolve(name), Stream.concat(Stream.of("Board,Beds"), lines).toList());
	}

	private ExtractReader reader(String layout) throws IOException {
		Path layouts = Files.createDirectory(this.folder.resolve("layouts"));
		Files.writeString(layouts.resolve("beds.yaml"), layout);
		return new ExtractReader(Shipped.layouts(layouts, Shipped.PLAN).layouts(), Shipped.ORGANISATIONS);
	}

	private static Extract read(ExtractReader reader, Path file) {
		LocalDate today = LocalDate.of(2026, 6, 1);
		return reader.read(file, file.getFileName().toString(), new ReadingContext(Shipped.plans(Shipped.PLAN), today),
				(reject) -> {
				});
	}

	@Test
	void aListWithoutItsTotalTakesNothingBackFromTheOthers() throws Exception {
		String sample = "Monthly-AE-March-2025.csv";
		Extract whole = Shipped.read(Shipped.SAMPLES.resolve(sample)).extract();
		String[] first = Files.readAllLines(Shipped.SAMPLES.resolve(sample)).stream().limit(20).toArray(String[]::new);

		CheckedExtract checked = check(read(sample, first), Held.of(whole));

		assertThat(checked.extract().coverages()).allMatch(Coverage::isPart);
		assertThat(checked.warnings())
			.containsExactly("Expected figures of the 198 organisations held at level provider, "
					+ "found those of 19 for March 2025 (ae-12-hour-waits, ae-attendances, ae-within-4-hours, "
					+ "emergency-admissions). The file is a part, so what is held of the others stays. Import the file whole, "
					+ "as it was published.");
	}

}
