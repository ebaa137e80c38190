package org.jfpmonitor.assessment.series;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jfpmonitor.assessment.Example;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.plan.ChartSettings;
import org.jfpmonitor.plan.ChartSettings.Rebase;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.variation.ChartPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jfpmonitor.assessment.Written.day;
import static org.jfpmonitor.assessment.Written.number;

class MeasureChartsTest {

	private static final String STEADY = "200 204 198 203 199 202 201 197 203 200 198 204";

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					201 | common_cause              | common_cause     | No significant change: the latest figure is within the usual variation.
					170 | special_cause_concern     | concern_low      | Significant change for the worse: the latest figure is below the lower process limit.
					240 | special_cause_improvement | improvement_high | Significant change for the better: the latest figure is above the upper process limit.
					""")
	void saysVariationInCodeIconAndWords(String april, String code, String icon, String words) {
		MeasureChart chart = chart(Example.beds().figures("2024-04", STEADY + " " + april), "100");

		assertThat(chart.variation()).isEqualTo(code);
		assertThat(chart.variationIcon()).isEqualTo(icon);
		assertThat(chart.variationWords()).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			100 | consistent_pass | pass         | Expected to meet the target consistently, unless something changes.
			300 | consistent_fail | fail         | Expected to miss the target consistently, unless something changes.
			200 | inconsistent    | inconsistent | Hit and miss: the target may be met or missed by chance.
			""")
	void saysAssuranceInCodeIconAndWords(String target, String code, String icon, String words) {
		MeasureChart chart = chart(Example.beds().figures("2024-04", STEADY), target);

		assertThat(chart.assurance()).isEqualTo(code);
		assertThat(chart.assuranceIcon()).isEqualTo(icon);
		assertThat(chart.assuranceWords()).isEqualTo(words);
	}

	@Test
	void holdsTheLatestOfAMovingTargetAgainstTheCurrentLimits() {
		Example beds = Example.beds().maintain(Basis.latest(), "1").figures("2024-04", STEADY);
		Function<Period, Optional<BigDecimal>> rising = (period) -> Optional
			.of(number(period.equals(Period.month(2025, 3)) ? "300" : "100"));

		assertThat(chart(beds, rising).assurance()).isEqualTo("consistent_fail");
	}

	@Test
	void saysNothingOfAssuranceWithoutATarget() {
		MeasureChart chart = chart(Example.beds().withoutTarget("").figures("2024-04", STEADY),
				(period) -> Optional.of(BigDecimal.ONE));

		assertThat(chart.assurance()).isNull();
		assertThat(chart.assuranceIcon()).isNull();
		assertThat(chart.assuranceWords()).isEmpty();
	}

	@Test
	void doesNotHoldSinglePeriodsAgainstASumOverTheYear() {
		Example beds = Example.beds().maintain(Basis.yearToDate(Basis.Combined.SUM), "2400").figures("2024-04", STEADY);
		Example share = Example.beds()
			.in(Unit.PERCENT)
			.maintain(Basis.yearToDate(Basis.Combined.RATIO), "0.9")
			.figures("2024-04", "90/100 91/100 89/100");

		assertThat(chart(beds, (period) -> Optional.of(number("2400"))).assurance()).isNull();
		assertThat(chart(share, (period) -> Optional.of(number("0.9"))).assurance()).isEqualTo("inconsistent");
	}

	@Test
	void warnsThatLimitsRestOnFewFigures() {
		assertThat(chart(Example.beds().figures("2024-04", STEADY), "1").shortSeries())
			.isEqualTo("There are fewer than 13 figures to take the limits from, so they are provisional.");
		assertThat(chart(Example.beds().figures("2024-04", STEADY + " 201"), "1").shortSeries()).isEmpty();
	}

	@Test
	void keepsThePlaceOfAMissingPeriod() {
		MeasureChart chart = chart(Example.beds().figures("2024-04", "200 204 - suppressed 199"), "1");

		assertThat(chart.chart().points()).extracting(ChartPoint::date, ChartPoint::value)
			.containsExactly(tuple(day("2024-04-30"), 200.0), tuple(day("2024-05-31"), 204.0),
					tuple(day("2024-06-30"), null), tuple(day("2024-07-31"), null), tuple(day("2024-08-31"), 199.0));
	}

	@ParameterizedTest
	@CsvSource({ "2024-08-01, 2024-08-31", "2024-08-17, 2024-08-31", "2024-08-31, 2024-08-31",
			"2024-07-31, 2024-07-31" })
	void startsAfreshWithThePeriodOfARebase(String rebase, String first) {
		Rebase moved = new Rebase(day(rebase), "A ward moved");
		MeasureChart chart = chart(
				Example.beds().chart(new ChartSettings(List.of(moved), null, true)).figures("2024-04", STEADY), "1");

		assertThat(chart.chart().groups()).hasSize(2);
		assertThat(chart.chart().groups().get(1).first()).isEqualTo(first);
		assertThat(chart.rebases()).containsExactly(moved);
	}

	@ParameterizedTest
	@CsvSource({ "2023-01-01", "2024-04-15", "2026-01-01" })
	void leavesOutARebaseThatHasNoFiguresOnBothSides(String rebase) {
		MeasureChart chart = chart(Example.beds()
			.chart(new ChartSettings(List.of(new Rebase(day(rebase), "Before or after all figures")), null, true))
			.figures("2024-04", STEADY), "1");

		assertThat(chart.chart().groups()).hasSize(1);
		assertThat(chart.rebases()).isEmpty();
	}

	@Test
	void fixesTheLimitsByTheFirstFiguresWhereThePlanSaysSo() {
		ChartSettings fixed = new ChartSettings(List.of(), 12, true);

		assertThat(chart(Example.beds().chart(fixed).figures("2024-04", STEADY + " 400 400"), "1").chart()
			.latest()
			.limits()
			.mean()).isEqualTo(chart(Example.beds().figures("2024-04", STEADY), "1").chart().latest().limits().mean());
	}

	@Test
	void thereIsNoChartWithoutAFigure() {
		Example beds = Example.beds().maintain(Basis.latest(), "1").figures("2024-04", "missing suppressed");

		assertThat(MeasureCharts.chart(beds.measure(), series(beds), day("2025-12-31"), (period) -> Optional.empty()))
			.isEmpty();
	}

	private static MeasureChart chart(Example example, String target) {
		return chart(example.maintain(Basis.latest(), target), (period) -> Optional.of(number(target)));
	}

	private static MeasureChart chart(Example example, Function<Period, Optional<BigDecimal>> required) {
		return MeasureCharts.chart(example.measure(), series(example), day("2025-12-31"), required).orElseThrow();
	}

	private static Series series(Example example) {
		return example.evidence().figures().series(example.measure().id(), Example.ICB, day("2025-12-31"));
	}

}
