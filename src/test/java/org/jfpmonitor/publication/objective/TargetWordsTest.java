package org.jfpmonitor.publication.objective;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.FinancialYear;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.ChartSettings;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jfpmonitor.publication.board.ExamplePlan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jfpmonitor.publication.board.ExamplePlan.dated;

class TargetWordsTest {

	@Test
	void tellsAStraightLine() {
		TargetWords words = words(Unit.PERCENT, Direction.LOWER, Target.Kind.REACH, Basis.latest(),
				dated("2024-03-31", "0.12"),
				new Trajectory.StraightLine(List.of(dated("2026-03-31", "0.09"), dated("2028-03-31", "0.06"))), 1);
		assertThat(words.promise()).isEqualTo("6% or less, from 31 March 2028; completed once reached");
		assertThat(words.path())
			.isEqualTo("A straight line from 12% on 31 March 2024 to 9% on 31 March 2026, then to 6% on 31 March 2028");
		assertThat(words.basis()).isEqualTo("The latest period");
	}

	@Test
	void tellsATargetThatBindsFromADay() {
		TargetWords words = words(Unit.COUNT, Direction.HIGHER, Target.Kind.REACH, Basis.snapshot(),
				dated("2024-03-31", "150"), new Trajectory.ByDate(List.of(dated("2025-03-31", "202"))), 3);
		assertThat(words.promise())
			.isEqualTo("202 or more, from 31 March 2025; completed once held for 3 periods in a row");
		assertThat(words.path())
			.isEqualTo("No worse than the baseline, 150 on 31 March 2024, at first; 202 from 31 March 2025");
		assertThat(words.basis()).isEqualTo("The latest figure, taken at one moment");
	}

	@Test
	void tellsAStandingStandardOverTheYear() {
		TargetWords words = words(Unit.MINUTES, Direction.LOWER, Target.Kind.MAINTAIN,
				Basis.yearToDate(Basis.Combined.RATIO), null,
				new Trajectory.ByDate(List.of(dated("2024-04-01", "1800"))), 1);
		assertThat(words.promise()).isEqualTo("30 minutes or less, from 1 April 2024; to be kept from then on");
		assertThat(words.path()).isEqualTo("30 minutes from 1 April 2024");
		assertThat(words.basis()).isEqualTo("The financial year to date, all cases together");
	}

	@Test
	void tellsPlannedValuesOfPeriods() {
		TargetWords words = words(Unit.COUNT, Direction.HIGHER, Target.Kind.REACH, Basis.rolling(3, Basis.Combined.SUM),
				null, new Trajectory.Points(
						Map.of(Period.month(2024, 4), BigDecimal.TEN, Period.month(2024, 5), new BigDecimal("20"))),
				1);
		assertThat(words.path())
			.isEqualTo("A planned value for each of 2 periods, from 10 on 30 April 2024 to 20 on 31 May 2024");
		assertThat(words.basis()).isEqualTo("The last 3 months, added up");
	}

	@Test
	void tellsWhatATotalIsToComeToInEachYear() {
		Map<Period, BigDecimal> alike = new HashMap<>();
		for (int year = 2024; year < 2027; year++) {
			alike.put(new FinancialYear(year).quarter(2), new BigDecimal("150"));
			alike.put(new FinancialYear(year).quarter(4), new BigDecimal("300.0"));
		}
		Map<Period, BigDecimal> rising = Map.of(new FinancialYear(2024).quarter(4), new BigDecimal("300"),
				new FinancialYear(2025).quarter(4), new BigDecimal("320"), new FinancialYear(2026).quarter(2),
				new BigDecimal("170"));

		TargetWords each = words(Unit.COUNT, Direction.HIGHER, Target.Kind.MAINTAIN,
				Basis.yearToDate(Basis.Combined.SUM), null, new Trajectory.Points(alike), 1);
		TargetWords more = words(Unit.COUNT, Direction.HIGHER, Target.Kind.REACH, Basis.yearToDate(Basis.Combined.SUM),
				null, new Trajectory.Points(rising), 1);

		assertThat(each.promise()).isEqualTo("300 or more in each financial year, 2024/25 to 2026/27");
		assertThat(each.path()).isEqualTo("In each financial year 150 by 30 September, 300 by 31 March");
		assertThat(more.promise())
			.isEqualTo("300 or more in 2024/25; 320 or more in 2025/26; 170 or more by 30 September"
					+ " 2026; completed once reached");
		assertThat(more.path())
			.isEqualTo("A planned value for each of 3 periods, from 300 on 31 March 2025 to 170 on 30 September 2026");
	}

	@Test
	void tellsAPathThatComesWithTheExtracts() {
		TargetWords words = words(Unit.COUNT, Direction.HIGHER, Target.Kind.REACH, Basis.latest(), null,
				new Trajectory.Supplied(MeasureId.of("beds-plan"), List.of()), 1);
		assertThat(words.promise()).isEqualTo("As planned for each period; completed once reached");
		assertThat(words.path())
			.isEqualTo("A planned value for each period comes with the files of its data source, as measure beds-plan");
	}

	private static TargetWords words(Unit unit, Direction direction, Target.Kind kind, Basis basis,
			Trajectory.@Nullable DatedValue baseline, Trajectory trajectory, int sustainedFor) {
		Target target = new Target(kind, basis, baseline, trajectory, sustainedFor, null);
		return new TargetWords(new Measure(MeasureId.of("measure"), "Measure", "Measure", "", unit, direction,
				Cadence.MONTHLY, ExamplePlan.BEDS_FEED.id(), List.of(ExamplePlan.ICB), target, "", 0, null, null,
				ChartSettings.standard()), target);
	}

}
