package org.jfpmonitor.plan.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.jfpmonitor.calendar.FinancialYear;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.target.Trajectory.DatedValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequirementTest {

	private static final DatedValue BASELINE = at("2024-03-31", "0.12");

	@ParameterizedTest
	@CsvSource({ "2023-01, 0.12,", "2024-04, 0.12,", "2026-02, 0.12,", "2026-03, 0.09, 2026-03-31",
			"2028-02, 0.09, 2026-03-31", "2028-03, 0.06, 2028-03-31", "2031-01, 0.06, 2028-03-31" })
	void eachTargetBindsFromItsDateAndBeforeTheFirstTheBaseline(YearMonth month, BigDecimal value, LocalDate from) {
		Target target = target(BASELINE,
				new Trajectory.ByDate(List.of(at("2026-03-31", "0.09"), at("2028-03-31", "0.06"))));

		assertThat(required(target, Period.month(month))).contains(new Requirement(value, from));
	}

	@Test
	void withoutABaselineNothingBindsBeforeTheFirstDate() {
		Target target = target(null, new Trajectory.ByDate(List.of(at("2025-03-31", "202"))));

		assertThat(required(target, Period.month(2025, 2))).isEmpty();
		assertThat(required(target, Period.month(2025, 3)))
			.contains(new Requirement(new BigDecimal("202"), day("2025-03-31")));
	}

	@Test
	void judgesAPeriodOnItsLastDay() {
		Target target = target(BASELINE, new Trajectory.ByDate(List.of(at("2025-03-31", "0.06"))));

		assertThat(required(target, FinancialYear.of(day("2025-01-01")).quarter(4))).map(Requirement::value)
			.contains(new BigDecimal("0.06"));
		assertThat(required(target, Period.day(day("2025-03-30")))).map(Requirement::value)
			.contains(new BigDecimal("0.12"));
	}

	@ParameterizedTest
	@CsvSource({ "2023-01-31, 100", "2024-03-31, 100", "2024-04-01, 101", "2024-05-20, 150", "2024-07-09, 200",
			"2024-07-10, 200", "2024-07-11, 198", "2024-07-19, 182", "2024-07-29, 162" })
	void drawsAStraightLineByDaysBetweenBaselineAndDatedPoints(LocalDate day, BigDecimal value) {
		Target target = target(at("2024-03-31", "100"), new Trajectory.StraightLine(
				List.of(at("2024-07-09", "200"), at("2024-07-10", "200"), at("2024-07-30", "160"))));

		assertThat(required(target, Period.day(day)).orElseThrow().value()).isEqualByComparingTo(value);
	}

	@Test
	void holdsTheLastPointOfAStraightLine() {
		Target target = target(BASELINE, new Trajectory.StraightLine(List.of(at("2025-03-31", "0.06"))));

		assertThat(required(target, Period.month(2025, 3)))
			.contains(new Requirement(new BigDecimal("0.06"), day("2025-03-31")));
		assertThat(required(target, Period.month(2029, 1)))
			.contains(new Requirement(new BigDecimal("0.06"), day("2025-03-31")));
	}

	@Test
	void drawsNoLineBeforeItsFirstPointWithoutABaseline() {
		Target target = target(null,
				new Trajectory.StraightLine(List.of(at("2024-04-30", "0.40"), at("2024-09-30", "0.45"))));

		assertThat(required(target, Period.day(day("2024-04-29")))).isEmpty();
		assertThat(required(target, Period.day(day("2024-04-30"))).orElseThrow().value()).isEqualByComparingTo("0.40");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void mirroredStraightLinesRequireMirroredValues(long seed) {
		Random random = new Random(seed);
		List<DatedValue> rising = IntStream.range(1, 5)
			.mapToObj((n) -> new DatedValue(day("2024-03-31").plusDays(n * (30L + random.nextInt(400)) + n),
					BigDecimal.valueOf(random.nextInt(100_000), 3)))
			.sorted()
			.toList();
		List<DatedValue> falling = rising.stream()
			.map((each) -> new DatedValue(each.date(), each.value().negate()))
			.toList();
		Target up = target(at("2024-03-31", "17.5"), new Trajectory.StraightLine(rising));
		Target down = target(at("2024-03-31", "-17.5"), new Trajectory.StraightLine(falling));

		for (LocalDate each = day("2024-03-01"); each.isBefore(day("2030-01-01")); each = each.plusDays(11)) {
			BigDecimal mirrored = required(down, Period.day(each)).orElseThrow().value().negate();
			assertThat(required(up, Period.day(each)).orElseThrow().value()).isEqualByComparingTo(mirrored);
		}
	}

	@Test
	void takesTheValuePlannedForThePeriodItselfAndHoldsTheLast() {
		Target target = target(BASELINE, new Trajectory.Points(Map.of(Period.month(2024, 4), new BigDecimal("10"),
				Period.month(2024, 5), new BigDecimal("20"), Period.month(2024, 7), new BigDecimal("40"))));

		assertThat(required(target, Period.month(2024, 3))).isEmpty();
		assertThat(required(target, Period.month(2024, 4))).contains(new Requirement(new BigDecimal("10"), null));
		assertThat(required(target, Period.month(2024, 6))).isEmpty();
		assertThat(required(target, Period.month(2024, 7))).contains(new Requirement(new BigDecimal("40"), null));
		assertThat(required(target, Period.month(2024, 8)))
			.contains(new Requirement(new BigDecimal("40"), day("2024-07-31")));
	}

	/** What a total should be in one month says nothing of the next. */
	@Test
	void aValueForAMonthOfATotalOfTheYearHoldsForThatMonthAlone() {
		Target target = new Target(Target.Kind.REACH, Basis.yearToDate(Basis.Combined.SUM), null,
				new Trajectory.Points(Map.of(Period.month(2025, 4), new BigDecimal("10"))), 1, null);

		assertThat(required(target, Period.month(2025, 4))).contains(new Requirement(new BigDecimal("10"), null));
		assertThat(required(target, Period.month(2025, 5))).isEmpty();
		assertThat(target.finalValueFor(Period.month(2025, 4))).contains(at("2025-04-30", "10"));
		assertThat(target.finalValueFor(Period.month(2025, 5))).isEmpty();
	}

	@Test
	void takesTheFiguresOfThePlannedMeasureUntilTheFinalDate() {
		Target target = target(null,
				new Trajectory.Supplied(MeasureId.of("beds-plan"), List.of(at("2025-03-31", "202"))));
		Function<Period, Optional<BigDecimal>> planned = (period) -> period.equals(Period.month(2025, 1))
				? Optional.of(new BigDecimal("190")) : Optional.empty();

		assertThat(target.requiredOf(Period.month(2025, 1), planned))
			.contains(new Requirement(new BigDecimal("190"), null));
		assertThat(target.requiredOf(Period.month(2025, 2), planned)).isEmpty();
		assertThat(target.requiredOf(Period.month(2025, 4), planned))
			.contains(new Requirement(new BigDecimal("202"), day("2025-03-31")));
	}

	@Test
	void namesTheFinalValue() {
		assertThat(target(null, new Trajectory.ByDate(List.of(at("2026-03-31", "0.09"), at("2028-03-31", "0.06"))))
			.finalValue()).contains(at("2028-03-31", "0.06"));
		assertThat(target(null, new Trajectory.Supplied(MeasureId.of("beds-plan"), List.of())).finalValue()).isEmpty();
	}

	private static Optional<Requirement> required(Target target, Period period) {
		return target.requiredOf(period, (other) -> Optional.empty());
	}

	private static Target target(DatedValue baseline, Trajectory trajectory) {
		return new Target(Target.Kind.REACH, Basis.latest(), baseline, trajectory, 1, null);
	}

	private static DatedValue at(String date, String value) {
		return new DatedValue(day(date), new BigDecimal(value));
	}

	private static LocalDate day(String day) {
		return LocalDate.parse(day);
	}

}
