package org.jfpmonitor.demonstration;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the progress report of March 2025 states comes out of the committed extracts. */
class ReportedFiguresTest {

	private static final Path DEMO = Path.of("config/demo");

	@Test
	void virtualWardsHave170BedsInMarch2025() throws IOException {
		assertThat(cells("2025-05-15/Monthly-Virtual-Ward-Mar2025.csv", 3, "QMM", 5)).containsExactly("170");
	}

	@Test
	void acuteBedsAre97PercentOccupiedInMarch2025() throws IOException {
		String file = "2025-05-15/202503-March-2025-sitrep-beds.csv";
		assertThat(ratio(sum(file, 3), sum(file, 2))).isEqualByComparingTo("0.97");
	}

	@Test
	void category2AveragesThirtyThreeMinutesOverTheYear() throws IOException {
		assertThat(ratio(figures("category-2-mean-response-local", "", 4),
				figures("category-2-mean-response-local", "", 5)))
			.isEqualByComparingTo("33");
	}

	@Test
	void seventyTwoPercentAreHandedOverWithinThirtyMinutes() throws IOException {
		assertThat(share("handover-within-30-minutes-local", "2025-03")).isEqualByComparingTo("0.72");
	}

	@Test
	void fourteenPercentAreHeardAndTreated() throws IOException {
		assertThat(share("hear-and-treat-local", "2025-03")).isEqualByComparingTo("0.14");
	}

	@Test
	void fortyOnePercentTakeUpALungHealthCheckOverTheYear() throws IOException {
		Path file = DEMO.resolve("2025-05-15/tlhc_midata_flatfile_2025-05-15.csv");
		Predicate<CSVRecord> year = (line) -> "26A".equals(line.get(2))
				&& (line.get(6).endsWith("2025") || line.get(6).matches("(Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) 2024"));
		BigDecimal attended = total(file, year.and((line) -> List.of("3a", "3b").contains(line.get(4))), 7);
		BigDecimal invited = total(file, year.and((line) -> "1a".equals(line.get(4))), 7);
		assertThat(ratio(attended, invited)).isEqualByComparingTo("0.41");
	}

	@Test
	void diagnosticsWithinSixWeeksImproveByPointsSixAndAHalfSinceJuneAndMiss95Percent() throws IOException {
		BigDecimal june = withinSixWeeks("2024-08-09/DM01-JUNE-2024-full-extract.zip");
		BigDecimal march = withinSixWeeks("2025-05-15/DM01-MARCH-2025-full-extract.zip");
		assertThat(march.subtract(june)).isEqualByComparingTo("0.065");
		assertThat(march).isLessThan(new BigDecimal("0.95"));
	}

	@Test
	void longWaitsFallByHalfAndByAFifthFromOctoberToFebruary() throws IOException {
		Path october = DEMO.resolve("2024-12-13/20241031-RTT-October-2024-full-extract.zip");
		Path february = DEMO.resolve("2025-04-11/20250228-RTT-February-2025-full-extract.zip");
		assertThat(ratio(waits(february, 65), waits(october, 65))).isEqualByComparingTo("0.5");
		assertThat(ratio(waits(february, 52), waits(october, 52))).isEqualByComparingTo("0.8");
	}

	@Test
	void fasterDiagnosisImprovesEveryMonthFromOctober() throws IOException {
		List<BigDecimal> shares = new ArrayList<>();
		for (String file : List.of("2024-12-13/OCTOBER-2024", "2025-01-17/NOVEMBER-2024", "2025-02-14/DECEMBER-2024",
				"2025-03-14/JANUARY-2025", "2025-04-11/FEBRUARY-2025", "2025-05-15/MARCH-2025")) {
			String sheet = file + "-CWT-CRS-COMMISSIONER-28-DAY-FDS-ALL-ROUTES.csv";
			shares.add(ratio(new BigDecimal(cells(sheet, 1, "QMM", 5).get(0)),
					new BigDecimal(cells(sheet, 1, "QMM", 4).get(0))));
		}
		assertThat(shares).isSorted().doesNotHaveDuplicates();
	}

	@Test
	void smokingInNovember2024IsFourTenthsOfAPointLowerThanAYearBefore() throws IOException {
		BigDecimal before = figures("smoking-at-delivery-local", "2023-11", 3);
		assertThat(before.subtract(figures("smoking-at-delivery-local", "2024-11", 3))).isEqualByComparingTo("0.4");
	}

	@Test
	void countsAreThoseOfTheReport() throws IOException {
		assertThat(figures("cyp-mental-health-access-local", "2025-03", 3)).isEqualByComparingTo("15962");
		assertThat(figures("psychologically-informed-staff-trained", "", 3)).isEqualByComparingTo("547");
		assertThat(figures("psychologically-informed-service-users", "", 3)).isEqualByComparingTo("245");
		assertThat(figures("nhs-app-registrations", "2025-03", 4)).isEqualByComparingTo("559008");
		assertThat(share("nhs-app-registrations", "2025-03")).isEqualByComparingTo("0.6");
		assertThat(figures("smoking-quits-supported", "", 3)).isEqualByComparingTo("89");
		assertThat(figures("smokefree-deliveries", "", 3)).isEqualByComparingTo("52");
		assertThat(figures("family-hub-sites", "2024-Q4", 3)).isEqualByComparingTo("7");
	}

	@Test
	void maternityVacanciesAreThoseOfTheReport() throws IOException {
		assertThat(figures("maternity-vacancy-rate", "2024-09", 3)).isEqualByComparingTo("2.5");
		assertThat(figures("maternity-vacancy-rate", "2024-12", 3)).isEqualByComparingTo("0.52");
	}

	@Test
	void urgentDentalAppointmentsAreThoseOfTheReport() throws IOException {
		BigDecimal march = figures("urgent-dental-appointments", "2025-03", 3);
		assertThat(figures("urgent-dental-appointments", "", 3).subtract(march)).isEqualByComparingTo("17720");
		assertThat(List.of(march, figures("urgent-dental-appointments", "2025-02", 3)))
			.allSatisfy((month) -> assertThat(month).isBetween(new BigDecimal("2400"), new BigDecimal("2500")));
	}

	private static BigDecimal withinSixWeeks(String name) throws IOException {
		Path file = DEMO.resolve(name);
		Predicate<CSVRecord> own = (line) -> "QMM".equals(line.get(5)) && "TOTAL".equals(line.get(10));
		BigDecimal late = BigDecimal.ZERO;
		for (int band = 17; band < 25; band++) {
			late = late.add(total(file, own, band));
		}
		return BigDecimal.ONE.subtract(ratio(late, total(file, own, 25)));
	}

	private static BigDecimal waits(Path file, int weeks) throws IOException {
		Predicate<CSVRecord> own = (line) -> "QMM".equals(line.get(5)) && "Part_2".equals(line.get(9))
				&& "C_999".equals(line.get(11));
		BigDecimal waits = BigDecimal.ZERO;
		for (int band = 13 + weeks; band < 118; band++) {
			waits = waits.add(total(file, own, band));
		}
		return waits;
	}

	/** The figures of all months that begin so, added up. */
	private static BigDecimal figures(String measure, String period, int column) throws IOException {
		BigDecimal sum = BigDecimal.ZERO;
		try (Stream<Path> files = Files.walk(DEMO)) {
			for (Path file : files.filter((each) -> each.getFileName().toString().startsWith("figures-")).toList()) {
				sum = sum
					.add(total(file, (line) -> line.get(0).equals(measure) && line.get(2).startsWith(period), column));
			}
		}
		return sum;
	}

	private static BigDecimal share(String measure, String period) throws IOException {
		return ratio(figures(measure, period, 4), figures(measure, period, 5));
	}

	private static BigDecimal sum(String name, int column) throws IOException {
		return total(DEMO.resolve(name), (line) -> line.getRecordNumber() > 1, column);
	}

	private static BigDecimal total(Path file, Predicate<CSVRecord> wanted, int column) throws IOException {
		return records(file).stream()
			.filter(wanted)
			.map((line) -> new BigDecimal(line.get(column)))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private static List<String> cells(String name, int key, String code, int column) throws IOException {
		return records(DEMO.resolve(name)).stream()
			.filter((line) -> line.size() > column && line.get(key).equals(code))
			.map((line) -> line.get(column))
			.toList();
	}

	private static List<CSVRecord> records(Path file) throws IOException {
		try (Reader reader = new StringReader(DemoFile.textOf(file)); var csv = CSVFormat.RFC4180.parse(reader)) {
			return csv.getRecords();
		}
	}

	private static BigDecimal ratio(BigDecimal numerator, BigDecimal denominator) {
		return numerator.divide(denominator, MathContext.DECIMAL128);
	}

}
