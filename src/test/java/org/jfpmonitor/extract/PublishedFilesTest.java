package org.jfpmonitor.extract;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jfpmonitor.extract.Shipped.Read;
import org.jfpmonitor.extract.spelling.PeriodParser;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Figure.Mark;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.plan.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Files as published, unedited, by the layouts as shipped. */
class PublishedFilesTest {

	private static final Map<String, Read> READ = new HashMap<>();

	private static Read read(String file) {
		return READ.computeIfAbsent(file, (name) -> Shipped.read(Shipped.SAMPLES.resolve(name)));
	}

	@ParameterizedTest(name = "{0}: {1} {2} {3}")
	@CsvFileSource(files = "src/test/resources/intake/samples/expected-figures.csv", numLinesToSkip = 1)
	void givesTheFiguresThatThePublicationStates(String file, String measure, String organisation, String period,
			String scope, BigDecimal shown, BigDecimal numerator, BigDecimal denominator) {
		Observation found = observation(file, measure, organisation, period);

		assertThat(found.scope()).isEqualTo(scope);
		Unit unit = Shipped.PLAN.measure(found.cell().measure()).orElseThrow().unit();
		BigDecimal rounded = unit.fromBase(found.figure().value()).setScale(shown.scale(), RoundingMode.HALF_UP);
		assertThat(rounded).isEqualByComparingTo(shown);
		if (numerator != null) {
			assertThat(found.figure().numerator()).isEqualByComparingTo(numerator);
			assertThat(found.figure().denominator()).isEqualByComparingTo(denominator);
		}
	}

	private static Observation observation(String file, String measure, String organisation, String period) {
		return read(file).extract()
			.observations()
			.stream()
			.filter((each) -> each.cell().measure().value().equals(measure)
					&& each.cell().organisation().value().equals(organisation)
					&& each.cell().period().equals(PeriodParser.parse(period).orElseThrow()))
			.findFirst()
			.orElseThrow();
	}

	private static Figure figure(String file, String measure, String organisation, String period) {
		return observation(file, measure, organisation, period).figure();
	}

	static Stream<String> allFiles() {
		return Stream.of(Shipped.SAMPLES.toFile().list())
			.filter((name) -> name.matches(".*\\.(csv|zip|gz|xlsx)"))
			.filter((name) -> !name.startsWith("expected"));
	}

	@ParameterizedTest
	@MethodSource("allFiles")
	void rejectsNothingOfAPublishedFile(String file) {
		Read read = read(file);

		assertThat(read.refusal()).isNull();
		assertThat(read.rejections()).isEmpty();
		assertThat(read.extract().lines().read())
			.isEqualTo(read.extract().lines().used() + read.extract().lines().leftOut());
	}

	@ParameterizedTest
	@MethodSource("allFiles")
	void raisesNoAlarmThatIsNotInTheFile(String file) {
		List<String> expected = file.contains("msds")
				? List.of("No figure of smoking-at-booking for R1H", "No figure of smoking-at-booking for RGP",
						"No figure of smoking-at-booking for RGT", "No figure of smoking-at-booking for RM1")
				: file.contains("Apr23-ZIP") ? List.of("Expected a line of QMM")
						: file.contains("Virtual-Ward") ? List.of("Not read: \"Notes\".")
								: file.contains("Beds-Open") ? List
									.of("Not read: \"Region by Sector\" (row 15 lacks \"Org Code\", \"Org Name\"")
										: List.of();

		List<String> warnings = read(file).extract().warnings();

		assertThat(warnings).hasSameSizeAs(expected);
		for (int i = 0; i < expected.size(); i++) {
			assertThat(warnings.get(i)).startsWith(expected.get(i));
		}
	}

	@Test
	void regionsLineDoesNotAddToItsTrusts() {
		assertThat(read("AmbSYS-to-Mar-2026-UI7FG-cut.zip").extract().observations())
			.noneMatch((each) -> each.cell().organisation().value().equals("Y61"))
			.filteredOn((each) -> each.cell().organisation().value().equals("RYC"))
			.allMatch((each) -> each.lines() == 1);
	}

	@Test
	void aYearIsTheRatioOfItsSums() {
		assertThat(yearOf("category-2-mean-response").setScale(1, RoundingMode.HALF_UP)).isEqualByComparingTo("2568.8");
		assertThat(yearOf("hear-and-treat").setScale(4, RoundingMode.HALF_UP)).isEqualByComparingTo("0.1105");
	}

	private static BigDecimal yearOf(String measure) {
		BigDecimal numerator = BigDecimal.ZERO;
		BigDecimal denominator = BigDecimal.ZERO;
		for (int month = 0; month < 12; month++) {
			String period = String.format("%d-%02d", 2024 + (month + 3) / 12, (month + 3) % 12 + 1);
			Figure figure = figure("AmbSYS-to-Mar-2026-UI7FG-cut.zip", measure, "RYC", period);
			numerator = numerator.add(figure.numerator());
			denominator = denominator.add(figure.denominator());
		}
		return numerator.divide(denominator, MathContext.DECIMAL64);
	}

	@Test
	void aDotIsNotZero() {
		Figure figure = figure("AmbSYS-to-Mar-2026-UI7FG-cut.zip", "hear-and-treat", "RYC", "2017-08");

		assertThat(figure.value()).isNull();
		assertThat(figure.mark()).isEqualTo(Mark.MISSING);
	}

	@Test
	void noBedsHaveNoOccupancy() {
		Figure figure = figure("kh03-overnight-q4-2024-25-trust-by-sector-as-displayed.csv", "overnight-bed-occupancy",
				"RY6", "2024-Q4");

		assertThat(figure.mark()).isEqualTo(Mark.NOT_APPLICABLE);
		assertThat(figure.denominator()).isEqualByComparingTo("0");
	}

	@Test
	void threeAcutesTogetherAreSumsNotMeans() {
		assertThat(together("dm01-provider-march-2025-as-displayed.csv", "diagnostics-over-6-weeks", "2025-03"))
			.isEqualByComparingTo("10130");
		assertThat(together("dm01-provider-september-2024-revised-as-displayed.csv", "diagnostics-waiting-list",
				"2024-09"))
			.isEqualByComparingTo("29506");
	}

	private static BigDecimal together(String file, String measure, String period) {
		return Stream.of("RM1", "RCX", "RGP")
			.map((organisation) -> figure(file, measure, organisation, period).value())
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	@Test
	void withholdsAShareOfWhichLittleIsKnown() {
		Figure figure = figure("hosp-epis-stat-mat-msdscsv-2022-23-cut.csv", "smoking-at-booking", "RM1", "2022/23");

		assertThat(figure).isEqualTo(Figure.absent(Mark.MISSING));
	}

	@Test
	void theSameWomenAreNotCountedTwice() {
		assertThat(figure("smok-time-del-eng-q3-2223.csv.gz", "smoking-at-delivery", "26A", "2022-Q1"))
			.isEqualTo(figure("smok-time-del-eng-q3-2223.csv.gz", "smoking-at-delivery", "QMM", "2022-Q1"));
	}

	@Test
	void aProviderInTwoRegionsIsAdded() {
		assertThat(
				observation("virtual-ward-april-2025-provider-as-displayed.csv", "virtual-ward-beds", "RV3", "2025-04"))
			.satisfies((each) -> assertThat(each.lines()).isEqualTo(2));
	}

	@Test
	void namesTheLineThatAFigureCameFrom() {
		assertThat(observation("virtual-ward-march-2025-icb-as-displayed.csv", "virtual-ward-beds", "QMM", "2025-03")
			.place()).isEqualTo(Place.line(27));
		assertThat(observation("April-2025-CSV-revised.csv", "emergency-admissions", "RGP", "2025-04").place().line())
			.isEqualTo(22);
	}

	@Test
	void aRevisedFileIsNewerThanTheProvisionalOne() {
		Vintage provisional = read("Monthly-AE-April-2025.csv").extract().vintage();
		Vintage revised = read("April-2025-CSV-revised.csv").extract().vintage();

		assertThat(revised.rank()).isGreaterThan(provisional.rank());
	}

	@Test
	void aDateInThePreambleOrTheNameIsTheVintage() {
		assertThat(day("dm01-provider-september-2024-revised-as-displayed.csv")).isEqualTo("2025-07-10");
		assertThat(day("dm01-provider-march-2025-as-displayed.csv")).isEqualTo("2025-05-15");
		assertThat(day("virtual-ward-march-2025-icb-as-displayed.csv")).isEqualTo("2025-04-10");
		assertThat(day("August-2023-revised-130624-ndx091.csv")).isEqualTo("2024-06-13");
		assertThat(day("AmbSYS-to-Mar-2026-UI7FG-cut.zip")).isEqualTo("2026-03-31");
	}

	private static String day(String file) {
		return read(file).extract().vintage().day().toString();
	}

}
