package org.jfpmonitor.intake.checks;

import org.jfpmonitor.intake.checks.held.HeldFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.jfpmonitor.EveryCase.Cases;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.Shipped;
import org.jfpmonitor.extract.Shipped.Read;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HeldFigureChecksTest {

	@TempDir
	private Path folder;

	private static CheckedExtract check(Extract extract, HeldFigures held) {
		return HeldFigureChecks.check(extract, Shipped.PLAN, Shipped.ORGANISATIONS, held);
	}

	private static List<String> warnings(Read read, HeldFigures history) {
		return check(read.extract(), history).warnings();
	}

	/** A published file with some texts replaced. */
	private Path changed(String sample, String... changes) throws IOException {
		String text = Files.readString(Shipped.SAMPLES.resolve(sample));
		for (int i = 0; i < changes.length; i += 2) {
			assertThat(text).contains(changes[i]);
			text = text.replace(changes[i], changes[i + 1]);
		}
		return Files.writeString(this.folder.resolve(sample), text);
	}

	@Test
	void noticesAMonthCopiedFromTheMonthBefore() throws Exception {
		Extract march = Shipped.read(Shipped.SAMPLES.resolve("virtual-ward-march-2025-icb-as-displayed.csv")).extract();
		Path copy = changed("virtual-ward-march-2025-icb-as-displayed.csv", "March 2025", "April 2025");

		List<String> warnings = warnings(Shipped.read(copy), Held.of(march));

		assertThat(warnings).contains("Expected new figures of virtual-ward-beds for April 2025, found "
				+ "those of the period before for all 42 organisations. The period seems to have been copied.");
	}

	@Test
	void noticesACopiedMonthInsideOneFile() {
		String header = "nhs_trust22_code,date,general_acute_beds_available,general_acute_beds_occupied";
		List<String> lines = new ArrayList<>(List.of(header));
		for (String trust : List.of("RM1", "RCX", "RGP", "RGT", "RDE")) {
			lines.add(trust + ",June 2022," + (500 + trust.hashCode() % 50) + ",400");
			lines.add(trust + ",July 2022," + (510 + trust.hashCode() % 50) + ",410");
			lines.add(trust + ",August 2022," + (510 + trust.hashCode() % 50) + ",410");
		}

		List<String> warnings = warnings(Shipped.read(this.folder, "sitrep.csv", lines.toArray(new String[0])),
				Held.nothing());

		assertThat(warnings).filteredOn((warning) -> warning.contains("copied"))
			.singleElement()
			.asString()
			.startsWith("Expected new figures of bed-occupancy for August 2022");
	}

	@Test
	void doesNotTakeOneNewFigureForACopy() throws Exception {
		Extract march = Shipped.read(Shipped.SAMPLES.resolve("virtual-ward-march-2025-icb-as-displayed.csv")).extract();
		Path nearly = changed("virtual-ward-march-2025-icb-as-displayed.csv", "March 2025", "April 2025",
				"Board,164,15.0", "Board,165,15.0", "England,\"12,825\"", "England,\"12,826\"");

		List<String> warnings = warnings(Shipped.read(nearly), Held.of(march));

		assertThat(warnings).noneMatch((warning) -> warning.contains("virtual-ward-beds for"));
	}

	@Test
	void noticesAnImplausibleJump() {
		Extract march = Shipped.read(Shipped.SAMPLES.resolve("Monthly-AE-March-2025.csv")).extract();

		Read april = Shipped.read(Shipped.SAMPLES.resolve("April-2025-CSV-revised.csv"));

		assertThat(warnings(april, Held.of(march))).filteredOn((each) -> each.contains("RCX"))
			.containsExactly("Line 30: expected emergency-admissions for RCX in April "
					+ "2025 near 2,282, the figure of the period before, found 1,111. Ask whether it is right.");
	}

	private Extract local(String name, String... lines) {
		List<String> all = new ArrayList<>(List.of("measure,organisation,period,value,numerator,denominator,comment"));
		all.addAll(List.of(lines));
		return Shipped.read(this.folder, name, all.toArray(new String[0])).extract();
	}

	private static List<String> warnings(Extract extract, Extract... before) {
		return check(extract, Held.of(before)).warnings();
	}

	@Test
	void saysThatAPercentIsStoredAsAFraction() {
		Extract shown = local("a.csv", "handover-within-30-minutes-local,QMM,2024-08,72.3%,,,",
				"handover-within-30-minutes-local,QMM,2024-09,73.0%,,,");
		Extract stored = local("b.csv", "handover-within-30-minutes-local,QMM,2024-10,0.726,,,",
				"handover-within-30-minutes-local,QMM,2024-11,0.731,,,");

		assertThat(warnings(stored, shown)).containsExactly("Expected figures of handover-within-30-minutes-local near "
				+ "those before: QMM had 73% for September 2024, found 0.726% for October 2024, 0.731% for November 2024, "
				+ "about a hundredth. If the file counts in another unit, such as 0.726 for 72.6%, correct it and import it "
				+ "again.");
	}

	@Test
	void saysInEveryLayoutThatAFigureIsAThousandTimesTheOneBefore() throws Exception {
		Extract march = Shipped.read(Shipped.SAMPLES.resolve("virtual-ward-march-2025-icb-as-displayed.csv")).extract();
		Path april = changed("virtual-ward-april-2025-icb-as-displayed.csv", "Board,181,16.5", "Board,\"181,000\",16.5",
				"England,\"12,724\"", "England,\"193,543\"");

		assertThat(warnings(Shipped.read(april).extract(), march))
			.contains("Expected figures of virtual-ward-beds near "
					+ "those before: QMM had 164 for March 2025, found 181,000 for April 2025, about a thousand times as much. "
					+ "If the file counts in another unit, such as 0.726 for 72.6%, correct it and import it again.");
	}

	@Test
	void anOldChangeOfScaleIsSaidOnce() {
		Extract both = local("a.csv", "handover-within-30-minutes-local,QMM,2024-08,72.3%,,,",
				"handover-within-30-minutes-local,QMM,2024-09,0.73%,,,");

		assertThat(warnings(both)).hasSize(1);
		assertThat(warnings(both, both)).isEmpty();
	}

	/** Nothing is held that it could be compared with but its target. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "0.73% | 1", "0.9% | 1", "73% | 0", "45% | 0" })
	void aFirstShareIsHeldAgainstItsTarget(String value, int said) {
		Extract first = local("a.csv", "handover-within-30-minutes-local,QMM,2024-08," + value + ",,,");

		assertThat(warnings(first)).filteredOn((warning) -> warning.startsWith(
				"Expected first figures of handover-within-30-minutes-local near what they are held against: QMM has "
						+ value
						+ " for August 2024, held against 95%. If the file counts in another unit, such as 0.726 for"
						+ " 72.6%, correct it and import it again."))
			.hasSize(said);
		assertThat(warnings(first, first)).isEmpty();
	}

	/** A share of which the parts are sent is what it is. */
	@ParameterizedTest
	@CsvSource({ "'0.729,,', 71.2, true", "'0.729,,', 12, false", "',1,200', 71.2, false" })
	void aFractionAmongPercentsIsSaid(String one, String other, boolean said) {
		String measure = "handover-within-30-minutes-local,";
		Extract file = local("a.csv", measure + "QM7,2025-03," + other + ",,,", measure + "QH8,2025-03,74.0,,,",
				measure + "QUE,2025-03,80.1,,,", measure + "QJG,2025-03," + one + ",");

		assertThat(warnings(file)).filteredOn((each) -> each.contains("others in the file"))
			.isEqualTo(said ? List
				.of("Expected figures of handover-within-30-minutes-local near those of others in the file: QJG has"
						+ " 0.729% for March 2025, where others have a fifth or more. If that is 0.726 for 72.6%, correct it and"
						+ " import the file again.")
					: List.of());
	}

	@ParameterizedTest
	@CsvSource({ "'136,164', 0.829", "0.83, 0.83", "1.234, 1.234" })
	void aShareInThePlaceOfACountIsSaid(String written, String shown) {
		String fields = written.contains(",") ? "," + written : written + ",,";

		assertThat(warnings(local("a.csv", "handover-within-30-minutes-local,QMM,2025-03,82.5,,,",
				"virtual-ward-beds,QMM,2025-03," + fields + ",")))
			.contains("Expected counts of virtual-ward-beds, found numbers with parts: QMM has " + shown
					+ " for March 2025. If these are shares, or a point stands between thousands, they are wrong: send the"
					+ " count as the value, such as 1234, and import the file again.");
	}

	@Test
	void wholeTimeEquivalentsHaveParts() {
		assertThat(warnings(local("b.csv", "virtual-ward-beds,QMM,2025-03,164.5,,,")))
			.noneMatch((each) -> each.contains("with parts"));
	}

	@Test
	void saysInEveryLayoutThatAFigureFellByHalf() throws Exception {
		Extract march = Shipped.read(Shipped.SAMPLES.resolve("virtual-ward-march-2025-icb-as-displayed.csv")).extract();
		Path april = changed("virtual-ward-april-2025-icb-as-displayed.csv", "Board,181,16.5", "Board,81,16.5",
				"England,\"12,724\"", "England,\"12,624\"");

		assertThat(warnings(Shipped.read(april).extract(), march))
			.contains("Figures of virtual-ward-beds for April 2025 are "
					+ "half of what they were, or less: QMM 81, in the period before 164. They may stand for what was not "
					+ "submitted; ask whether they are right.");
	}

	@Test
	void aZeroAfterAFullMonthIsSaid() {
		Extract march = local("a.csv", "handover-within-30-minutes-local,QMM,2025-03,,75,75,");
		Extract april = local("b.csv", "handover-within-30-minutes-local,QMM,2025-04,,0,75,");

		assertThat(warnings(april, march))
			.containsExactly("Figures of handover-within-30-minutes-local for April 2025 are "
					+ "half of what they were, or less: QMM 0% (0 of 75), in the period before 100% (75 of 75). They may stand "
					+ "for what was not submitted; ask whether they are right.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
							,4200,6000, | ,9600,12000, | are of at least twice as many cases as before: QMM 80% (9,600 of 12,000), in the period before 70% (4,200 of 6,000). Lines may
					,70,100, | ,320,400, | are of at least twice as many cases as before: QMM 80% (320 of 400), in the period before 70% (70 of 100). Lines may
					,100,400, | ,410,800, | are at least twice what they were: QMM 51.3% (410 of 800), in the period before 25% (100 of 400). Lines may
					,700,1000, | ,1050,1050, | are of all cases, as they were not before: QMM 100% (1,050 of 1,050), in the period before 70% (700 of 1,000). They may
					""")
	void whatDoublesAndWhatBecomesAllIsSaid(String before, String now, String words) {
		Extract march = local("a.csv", "handover-within-30-minutes-local,QMM,2025-03," + before);
		Extract april = local("b.csv", "handover-within-30-minutes-local,QMM,2025-04," + now);

		assertThat(warnings(april, march)).singleElement().asString().contains("for April 2025 " + words);
	}

	/** Of few it does so by chance, and where nearly all were part it is no news. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			,20,40, | ,44,88,
			,100,400, | ,390,790,
			,960,1000, | ,1000,1000,
			,70,100, | ,300,390,
			""")
	void whatGrowsLessOrIsSmallIsNotSaid(String before, String now) {
		Extract march = local("a.csv", "handover-within-30-minutes-local,QMM,2025-03," + before);
		Extract april = local("b.csv", "handover-within-30-minutes-local,QMM,2025-04," + now);

		assertThat(warnings(april, march)).isEmpty();
	}

	/** Beds that are occupied, and that there are, exchanged. */
	@ParameterizedTest
	@CsvSource({ "1050,1040,1020,true", "1050,1040,900,true", "1050,940,900,false" })
	void sharesOfWhichMostAreAboveAllAreSaid(int rm1, int rcx, int rgp, boolean said) {
		List<String> warnings = warnings(local("a.csv", "overnight-bed-occupancy,RM1,2024-Q4,," + rm1 + ",1000,",
				"overnight-bed-occupancy,RCX,2024-Q4,," + rcx + ",1000,",
				"overnight-bed-occupancy,RGP,2024-Q4,," + rgp + ",1000,",
				"overnight-bed-occupancy,QMM,2024-Q4,,1100,1000,"));

		assertThat(warnings.stream()
			.anyMatch((each) -> each.contains(
					"Expected most figures of overnight-bed-occupancy to be 100% or less, found RM1 has 105% for January to"
							+ " March 2025; ")))
			.isEqualTo(said);
	}

	@Test
	void smallNumbersHalveByChance() {
		Extract march = local("a.csv", "handover-within-30-minutes-local,QMM,2025-03,,8,9,");
		Extract april = local("b.csv", "handover-within-30-minutes-local,QMM,2025-04,,1,9,");

		assertThat(warnings(april, march)).isEmpty();
	}

	@Test
	void aSecondFileThatHalvesWhatIsHeldForTheMonthIsSaid() {
		Extract first = local("a.csv", "handover-within-30-minutes-local,QMM,2025-03,,700,1000,");
		Extract second = local("b.csv", "handover-within-30-minutes-local,QMM,2025-03,,280,400,");

		assertThat(warnings(second, first)).singleElement()
			.asString()
			.isEqualTo("Figures of handover-within-30-minutes-local for March 2025 are of half as many cases as before,"
					+ " or fewer: QMM 70% (280 of 400), held until now 70% (700 of 1,000). They may stand for what was not"
					+ " submitted; ask whether they are right.");
	}

	@Test
	void halfOfTheLinesIsSaid() {
		List<String> february = Diagnostics.ofCommissioners("February-2025", "RM1", 40);
		List<String> march = Diagnostics.ofCommissioners("March-2025", "RM1", 12);

		List<String> warnings = warnings(
				Shipped.read(this.folder, "DM01-MARCH-2025-full-extract.csv", march.toArray(new String[0])).extract(),
				Shipped.read(this.folder, "DM01-FEBRUARY-2025-full-extract.csv", february.toArray(new String[0]))
					.extract());

		assertThat(warnings).filteredOn((each) -> each.startsWith("Figures of diagnostics-within-6-weeks"))
			.singleElement()
			.asString()
			.contains("for March 2025 are made of half as many lines as before, or fewer: RM1 from 12 lines, in the"
					+ " period before from 40.");
	}

	@Test
	void theLinesOfAWithheldFigureAreNotSaidToBeFewer() {
		Extract february = Shipped
			.read(this.folder, "DM01-FEBRUARY-2025-full-extract.csv",
					Diagnostics.ofCommissioners("February-2025", "RM1", 40).toArray(new String[0]))
			.extract();
		Extract march = Shipped
			.read(this.folder, "DM01-MARCH-2025-full-extract.csv",
					Diagnostics.ofCommissioners("March-2025", "RM1", 40).toArray(new String[0]))
			.extract();
		Extract withheld = march.with(march.coverages(),
				march.observations()
					.stream()
					.map((each) -> new Observation(each.cell(), Figure.absent(Figure.Mark.SUPPRESSED), each.scope(),
							Place.wholeFile(), 0))
					.toList());

		assertThat(warnings(withheld, february)).noneMatch((each) -> each.startsWith("Figures of"));
	}

	@Test
	void namesWhoHadFiguresInTheMonthBeforeAndHasNone() throws Exception {
		Extract march = Shipped.read(Shipped.SAMPLES.resolve("Monthly-AE-March-2025.csv")).extract();
		List<String> lines = Files.readAllLines(Shipped.SAMPLES.resolve("April-2025-CSV-revised.csv"));
		lines.removeIf((line) -> line.contains(",RBT,") || line.contains(",RTD,") || line.startsWith("TOTAL,"));
		Extract april = Shipped.read(this.folder, "April-2025-CSV.csv", lines.toArray(new String[0])).extract();

		assertThat(warnings(april, march)).filteredOn((each) -> each.startsWith("Had figures"))
			.singleElement()
			.asString()
			.startsWith("Had figures for March 2025 and have no line for April 2025: ")
			.contains("RBT", "RTD")
			.endsWith("(ae-12-hour-waits, ae-attendances, ae-within-4-hours, emergency-admissions).");
	}

	@Test
	void namesAMonthThatAWholeHistoryNoLongerHas() {
		String header = "nhs_trust22_code,date,general_acute_beds_available,general_acute_beds_occupied";
		List<String> months = List.of("June 2022", "July 2022", "August 2022", "September 2022");
		List<String> whole = new ArrayList<>(List.of(header));
		for (int i = 0; i < months.size(); i++) {
			whole.add("RM1," + months.get(i) + "," + (500 + i) + "," + (400 + 2 * i));
		}
		List<String> botched = whole.stream().filter((line) -> !line.contains("July 2022")).toList();
		Extract before = Shipped.read(this.folder, "sitrep.csv", whole.toArray(new String[0])).extract();

		Extract after = Shipped.read(this.folder, "sitrep.csv", botched.toArray(new String[0])).extract();

		assertThat(warnings(after, before)).contains("Has figures before and after, and no line for: July 2022"
				+ " (bed-occupancy). What is held of it stays; look whether the file is whole.");
		assertThat(warnings(before, before)).noneMatch((each) -> each.startsWith("Has figures"));
	}

	@Test
	void namesWhomThePlanJudgesAndTheFileMarksAsWithoutAFigure() throws Exception {
		Extract march = Shipped.read(Shipped.SAMPLES.resolve("virtual-ward-march-2025-icb-as-displayed.csv")).extract();
		Path april = changed("virtual-ward-march-2025-icb-as-displayed.csv", "March 2025", "April 2025",
				"NHS Norfolk and Waveney Integrated Care Board,164,",
				"NHS Norfolk and Waveney Integrated Care Board,-,");

		assertThat(warnings(Shipped.read(april), Held.of(march))).anyMatch(
				(each) -> each.startsWith("Had figures for March 2025 and are marked as having none for April 2025:"
						+ " QMM (virtual-ward-beds"));
	}

	@Test
	void saysWhereItHasNoFigureAndTakesThePlaceOfALocalOne() throws Exception {
		Path april = changed("virtual-ward-march-2025-icb-as-displayed.csv", "March 2025", "April 2025",
				"NHS Norfolk and Waveney Integrated Care Board,164,",
				"NHS Norfolk and Waveney Integrated Care Board,-,");
		Extract local = local("local.csv", "virtual-ward-beds,QMM,2025-04,170,,,",
				"virtual-ward-beds,QMM,2025-03,165,,,");
		Extract withdrawn = local("taken-back.csv", "virtual-ward-beds,QMM,2025-04,withdrawn,,,not measured");

		assertThat(warnings(Shipped.read(april), Held.of(local))).filteredOn((each) -> each.contains("local"))
			.containsExactly("Has no figure and takes the place of a local one: QMM for April 2025 (virtual-ward-beds)."
					+ " Send again those that still hold.");
		assertThat(warnings(withdrawn, local)).noneMatch((each) -> each.contains("takes the place"));
	}

	/**
	 * What is read of the store for a file, its own organisations and the periods it
	 * speaks of, is all that any check looks at.
	 */
	@Test
	void findsInWhatIsReadForAFileWhatItFindsInEverythingHeld() {
		Set<String> found = new TreeSet<>();
		for (long seed = 0; seed < Cases.number(30, 300); seed++) {
			Random random = new Random(seed);
			List<Extract> before = new ArrayList<>();
			for (int file = 0; file < 6; file++) {
				before.add(drawn("before-" + file, random));
			}
			HeldFigures held = new Held(before);
			Extract now = drawn("now", random);

			CheckedExtract checked = check(now, held);

			assertThat(checked).as("seed %d", seed).isEqualTo(check(now, new Everything(held)));
			checked.warnings().forEach((each) -> found.add(each.substring(0, each.indexOf(' '))));
		}
		assertThat(found).contains("Had", "Has", "Expected", "Figures");
	}

	/** A part of the trusts' beds, or of local figures, for a part of two years. */
	private Extract drawn(String name, Random random) {
		List<String> trusts = List.of("RM1", "RCX", "RGP", "RGT", "RDE", "RAJ");
		boolean ofTrusts = random.nextBoolean();
		List<String> lines = new ArrayList<>(
				List.of(ofTrusts ? "nhs_trust22_code,date,general_acute_beds_available,general_acute_beds_occupied"
						: "measure,organisation,period,value,numerator,denominator,comment"));
		YearMonth first = YearMonth.of(2022, 1).plusMonths(random.nextInt(6));
		for (int month = 0; month <= random.nextInt(5); month++) {
			YearMonth each = first.plusMonths(2 * month + random.nextInt(2));
			for (String trust : ofTrusts ? trusts : List.of("QMM", "RGP")) {
				if (random.nextInt(4) > 0) {
					int beds = (random.nextInt(5) == 0) ? 5 : 500 + random.nextInt(3);
					lines.add(ofTrusts
							? "%s,%s,%d,%d".formatted(trust,
									each.format(DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK)), beds,
									beds - random.nextInt(5))
							: "handover-within-30-minutes-local,%s,%s,%s,,,".formatted(trust, each,
									(random.nextInt(3) == 0) ? "0.72" : "72.3%"));
				}
			}
		}
		if (lines.size() == 1) {
			return drawn(name, random);
		}
		Read read = Shipped.read(this.folder, name + ".csv", lines.toArray(String[]::new));
		assertThat(read.refusal()).as("%s", lines).isNull();
		return read.extract();
	}

	/** Whatever is asked for, all of it is answered. */
	private record Everything(HeldFigures held) implements HeldFigures {

		@Override
		public List<Series> series(MeasureId measure) {
			return this.held.series(measure);
		}

		@Override
		public List<Series> series(MeasureId measure, Set<OrganisationCode> organisations, Period within) {
			return this.held.series(measure);
		}

		@Override
		public List<Revision> everPublished(MeasureId measure, LocalDate since) {
			return this.held.everPublished(measure, LocalDate.MIN);
		}

		@Override
		public boolean isOfLayout(DeliveryId delivery, String layout) {
			return this.held.isOfLayout(delivery, layout);
		}

	}

}
