package org.jfpmonitor.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.extract.Shipped.Read;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.reading.PlanFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a message says of a period is taken when it is followed. */
class PeriodMessagesTest {

	private static final String MEASURE = "dental-access-investment";

	private static final Pattern EXAMPLE = Pattern
		.compile("(?<=such as | or )(?:\\d{1,2} )?(?:[A-Z][a-z]+ )?\\d[\\dQ/-]*");

	private static final List<String> WRONG = List.of("soon", "2025", "2025-03", "2024-Q4", "2024/25", "2025-03-19",
			"2025-04-01", "April to May 2025", "2025-02-30", "");

	/** By cadence. */
	private static final Map<Cadence, Plan> plans = new EnumMap<>(Cadence.class);

	/** By cadence and text of the one layout. */
	private static final Map<String, LayoutsReading> readings = new HashMap<>();

	@TempDir
	private Path folder;

	/** The shipped plan, in which the one measure comes as often as that. */
	private Plan plan(Cadence cadence) throws IOException {
		Plan known = plans.get(cadence);
		if (known == null) {
			known = writtenPlan(cadence);
			plans.put(cadence, known);
		}
		return known;
	}

	private Plan writtenPlan(Cadence cadence) throws IOException {
		Path copy = Files.createDirectories(this.folder.resolve("plan"));
		try (Stream<Path> files = Files.list(Shipped.CONFIG.resolve("plan"))) {
			for (Path file : files.toList()) {
				String text = Files.readString(file);
				int at = text.indexOf("id: " + MEASURE);
				Files.writeString(copy.resolve(file.getFileName()), (at < 0) ? text : text.substring(0, at)
						+ text.substring(at).replaceFirst("cadence: annual", "cadence: " + cadence.word()));
			}
		}
		return PlanFiles.read(copy, Shipped.ORGANISATIONS, Shipped.CATALOGUE).plan().orElseThrow();
	}

	private Read read(Cadence cadence, Path layout, String... lines) throws IOException {
		Plan plan = plan(cadence);
		String text = Files.readString(layout);
		LayoutsReading reading = readings.get(cadence + text);
		if (reading == null) {
			Path layouts = Files.createDirectories(this.folder.resolve("layouts"));
			Files.writeString(layouts.resolve("one.yaml"), text);
			reading = Shipped.layouts(layouts, plan);
			assertThat(reading.faults()).isEmpty();
			readings.put(cadence + text, reading);
		}
		return Read.by(reading, plan, Shipped.write(this.folder, "some.csv", lines), Shipped.TODAY);
	}

	private Read figures(Cadence cadence, String... periods) throws IOException {
		String header = "measure,organisation,period,value,numerator,denominator,comment";
		return read(cadence, Shipped.CONFIG.resolve("layouts/figures.yaml"),
				Stream.concat(Stream.of(header), Stream.of(periods).map((each) -> MEASURE + ",QMM," + each + ",1,,,"))
					.toArray(String[]::new));
	}

	private Read datapoints(Cadence cadence, String start) throws IOException {
		return read(cadence, Shipped.CONFIG.resolve("layouts/cml-datapoints.yaml"),
				"datapoint_id,metric_id,dimension_id,reporting_grain,location_id,location_type,"
						+ "reporting_period_start_datetime,publication_datetime,metric_value",
				"a," + MEASURE + ",,,QMM,icb," + start + ",2025-05-01,1");
	}

	private Read counted(Cadence cadence, String as, String period) throws IOException {
		Path layout = Files.writeString(this.folder.resolve("counted.yaml"), """
				layout: counted
				title: Counted
				feed: figures
				columns: {who: who, when: when, number: number}
				period: {column: when%s}
				levels: [{scope: icb, organisation: who}]
				figures: [{measure: %s, value: {only: number}}]
				""".formatted(as.isEmpty() ? "" : ", as: " + as, MEASURE));
		return read(cadence, layout, "who,when,number", "QMM," + period + ",1");
	}

	private static List<String> examples(Read read) {
		assertThat(read.rejects()).hasSize(1);
		return EXAMPLE.matcher(read.rejects().get(0).expected()).results().map(MatchResult::group).toList();
	}

	@ParameterizedTest
	@EnumSource
	void whatARejectOfLocalFiguresRecommendsIsTaken(Cadence cadence) throws IOException {
		for (String wrong : WRONG) {
			Read read = figures(cadence, wrong);
			if (read.extract() == null) {
				List<String> examples = examples(read);
				assertThat(examples).describedAs(read.rejections().toString()).isNotEmpty();
				for (String example : examples) {
					assertThat(figures(cadence, example).rejections()).isEmpty();
				}
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void whatARejectOfADatapointRecommendsIsTaken(Cadence cadence) throws IOException {
		for (String wrong : WRONG) {
			Read read = datapoints(cadence, wrong);
			if (read.extract() == null) {
				List<String> examples = examples(read);
				assertThat(examples).describedAs(read.rejections().toString()).isNotEmpty();
				for (String example : examples) {
					assertThat(datapoints(cadence, example).rejections()).isEmpty();
				}
			}
		}
	}

	static List<Arguments> lengths() {
		List<Arguments> lengths = new ArrayList<>();
		for (Cadence cadence : Cadence.values()) {
			lengths.add(Arguments.of(cadence, ""));
			lengths.add(Arguments.of(cadence, cadence.word()));
		}
		return lengths;
	}

	@ParameterizedTest
	@MethodSource("lengths")
	void whatARejectOfAColumnRecommendsIsTaken(Cadence cadence, String as) throws IOException {
		for (String wrong : List.of("soon", "", "2025-02-30")) {
			List<String> examples = examples(counted(cadence, as, wrong));
			assertThat(examples).isNotEmpty();
			for (String example : examples) {
				assertThat(counted(cadence, as, example).rejections()).isEmpty();
			}
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			DAILY     | 2025-04-02 | 2 April 2025
			DAILY     | 2/4/2025   | 2 April 2025
			WEEKLY    | 2025-03-31 | 31 March 2025 to 6 April 2025
			WEEKLY    | 2025-04-06 | 31 March 2025 to 6 April 2025
			WEEKLY    | 2 April 2025 | 31 March 2025 to 6 April 2025
			MONTHLY   | 04/2025    | April 2025
			MONTHLY   | 2025-04-01 | April 2025
			MONTHLY   | 2025-04-01 00:00:00 | April 2025
			MONTHLY   | 30 April 2025 | April 2025
			QUARTERLY | 2025-Q1    | April to June 2025
			ANNUAL    | 2025/26    | 2025/26
			""")
	void localFiguresAreOfEveryCadence(Cadence cadence, String written, String period) throws IOException {
		assertThat(figures(cadence, written).extract().observations()).singleElement()
			.satisfies((each) -> assertThat(each.cell().period().inWords()).isEqualTo(period));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					DAILY     | 2025-03    | period_not_of_cadence | a daily period such as 2025-03-31
					WEEKLY    | 2025-03    | period_not_of_cadence | a weekly period, named by any of its days, such as 2025-03-31
					MONTHLY   | 01/12/2024 | period_not_of_cadence | a monthly period such as 2024-12
					MONTHLY   | 2024-12-02 | period_not_of_cadence | a monthly period such as 2024-12
					MONTHLY   | 2024       | not_a_period          | a monthly period such as 2025-03
					QUARTERLY | 2024-05    | period_not_of_cadence | a quarterly period such as 2024-Q1, which is April to June 2024
					ANNUAL    | 2024-05    | period_not_of_cadence | an annual period such as 2024/25, which is April 2024 to March 2025; a calendar year is none
					""")
	void recommendsThePeriodThatWasMeant(Cadence cadence, String written, String code, String expected)
			throws IOException {
		assertThat(figures(cadence, written).rejections())
			.containsExactly("2 " + code + " period [" + written + "] " + expected);
	}

	@Test
	void daysBesideTheEndsOfMonthsAreDays() throws IOException {
		assertThat(figures(Cadence.MONTHLY, "2025-03-01", "2025-03-02").refusal().faults()).containsExactly(
				"Expected months, such as 2025-03, or the first or last day of each, found other days, too."
						+ " Send the figures of months, and write the months.");
	}

	@Test
	void aDayThatEndsOnTheDayOfArrivalIsNotOver() throws IOException {
		assertThat(figures(Cadence.DAILY, "2026-06-01").rejections())
			.containsExactly("2 period_in_future period [2026-06-01] a period that ended before 1 June 2026, the day of"
					+ " arrival; a day or week that ends on it goes on until midnight, so its figure is no whole yet");
	}

	@Test
	void aWeekInADatapointBeginsOnItsMonday() throws IOException {
		assertThat(datapoints(Cadence.WEEKLY, "2025-04-02").rejections())
			.containsExactly("2 period_not_of_cadence reporting_period_start_datetime [2025-04-02] "
					+ "the first day of a weekly period such as 2025-03-31");
	}

	@Test
	void daysOfLocalFiguresAreNotMonthFirst() throws IOException {
		Read read = read(Cadence.WEEKLY, Shipped.CONFIG.resolve("layouts/figures.yaml"),
				"measure,organisation,period,value", MEASURE + ",QMM,03/04/2025,1", MEASURE + ",QMM,03/25/2025,1");

		assertThat(read.refusal().faults()).containsExactly("Expected days written day first, such as 31/03/2025, "
				+ "found some whose month comes first. Save the file with days such as 2025-03-31.");
	}

}
