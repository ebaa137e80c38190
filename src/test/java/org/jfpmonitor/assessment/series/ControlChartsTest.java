package org.jfpmonitor.assessment.series;

import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.assessment.Example;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.plan.ChartSettings;
import org.jfpmonitor.plan.ChartSettings.Rebase;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.variation.ChartPoint;
import org.jfpmonitor.variation.ControlChart;
import org.jfpmonitor.variation.limits.Assurance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jfpmonitor.assessment.Written.at;
import static org.jfpmonitor.assessment.Written.day;

class ControlChartsTest {

	private static final String STEADY = "200 204 198 203 199 202 201 197 203 200 198 204";

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					201 | common_cause              | common_cause     | No significant change: the latest figure is within the usual variation.
					170 | special_cause_concern     | concern_low      | Significant change for the worse: the latest figure is below the lower process limit.
					240 | special_cause_improvement | improvement_high | Significant change for the better: the latest figure is above the upper process limit.
					""")
	void saysVariationInCodeIconAndWords(String april, String code, String icon, String words) {
		ControlChart chart = chart(Example.beds().figures("2024-04", STEADY + " " + april), "100");

		assertThat(chart.variation().code()).isEqualTo(code);
		assertThat(chart.variationIcon().code()).isEqualTo(icon);
		assertThat(Phrasing.variation(chart)).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			100 | consistent_pass | pass         | Expected to meet the target consistently, unless something changes.
			300 | consistent_fail | fail         | Expected to miss the target consistently, unless something changes.
			200 | inconsistent    | inconsistent | Hit and miss: the target may be met or missed by chance.
			""")
	void saysAssuranceInCodeIconAndWords(String target, String code, String icon, String words) {
		MeasureSeries series = series(
				Example.beds().figures("2024-03", "201 " + STEADY).maintain(Basis.latest(), target));
		ControlChart chart = series.chart().orElseThrow();

		assertThat(chart.assurance().orElseThrow().code()).isEqualTo(code);
		assertThat(chart.assurance().orElseThrow().iconCode()).isEqualTo(icon);
		assertThat(Phrasing.assurance(series)).isEqualTo(words);
	}

	@Test
	void saysNothingOfTheTargetFromFewerThanThirteenFigures() {
		assertThat(
				Phrasing.assurance(series(Example.beds().figures("2024-04", STEADY).maintain(Basis.latest(), "100"))))
			.isEqualTo("Too early to say whether the target will be met: that takes 13 figures under the same limits.");
	}

	@Test
	void holdsTheLatestOfAMovingTargetAgainstTheCurrentLimits() {
		Example beds = Example.beds()
			.reach(1, at("2024-04-30", "100"), at("2025-03-31", "300"))
			.figures("2024-04", STEADY);

		assertThat(chart(beds).assurance()).contains(Assurance.CONSISTENT_FAIL);
	}

	@Test
	void saysWhyNothingCanBeExpectedInThePlaceOfTheIcon() {
		Example unset = Example.beds().withoutTarget("").figures("2024-04", STEADY);
		Example total = Example.beds()
			.maintain(Basis.yearToDate(Basis.Combined.SUM), "2400")
			.figures("2024-04", STEADY);
		Example later = Example.beds().reach(1, at("2026-03-31", "300")).figures("2024-04", STEADY);
		Example none = Example.beds().maintain(Basis.latest(), "1").figures("2024-04", "missing suppressed");

		assertThat(chart(unset).assurance()).isEmpty();
		assertThat(Phrasing.assurance(series(unset))).isEqualTo("There is no target to compare with.");
		assertThat(Phrasing.assurance(series(total))).isEqualTo(
				"Single months cannot be compared with the target, which" + " is for the total of the year to date.");
		assertThat(Phrasing.assurance(series(later)))
			.isEqualTo("There is nothing to compare with yet: the target begins later.");
		assertThat(List.of(unset, total, later, none)).extracting((each) -> Phrasing.assuranceInShort(series(each)))
			.containsExactly("No target", "Judged over the year to date", "Not required yet", "No figures");
	}

	@Test
	void doesNotHoldSinglePeriodsAgainstASumOverTheYear() {
		Example beds = Example.beds().maintain(Basis.yearToDate(Basis.Combined.SUM), "2400").figures("2024-04", STEADY);
		Example share = Example.beds()
			.in(Unit.PERCENT)
			.maintain(Basis.yearToDate(Basis.Combined.RATIO), "0.9")
			.figures("2024-04", "90/100 91/100 89/100");

		assertThat(chart(beds).assurance()).isEmpty();
		assertThat(chart(share).assurance()).contains(Assurance.INCONSISTENT);
	}

	@Test
	void showsNoProcessLimitBeyondWhatTheMeasureCanBe() {
		MeasureSeries few = series(Example.beds().figures("2024-04", "0 1 0 2 0 0 3 1 0 0 2 0 1"));
		MeasureSeries shares = series(
				Example.beds().in(Unit.PERCENT).figures("2024-04", "99/100 100/100 97/100 100/100"));

		assertThat(few.chart().orElseThrow().latest().limits().lower()).isNegative();
		assertThat(few.shownPoints()).extracting((each) -> each.limits().lower()).containsOnlyNulls();
		assertThat(few.shownPoints()).extracting((each) -> each.limits().upper()).doesNotContainNull();
		assertThat(Phrasing.limits(few))
			.containsExactly("There is no lower process limit: it would lie below 0, and no figure can.");
		assertThat(shares.shownPoints()).extracting((each) -> each.limits().upper()).containsOnlyNulls();
		assertThat(Phrasing.limits(shares))
			.containsExactly("There is no upper process limit: it would lie above 100%, and no figure can.");
		assertThat(Phrasing.limits(series(Example.beds().figures("2024-04", STEADY)))).isEmpty();
	}

	@Test
	void warnsThatLimitsRestOnFewFigures() {
		assertThat(Phrasing.shortSeries(chart(Example.beds().figures("2024-04", STEADY), "1")))
			.isEqualTo("There are fewer than 13 figures to take the limits from, so they are provisional.");
		assertThat(Phrasing.shortSeries(chart(Example.beds().figures("2024-04", STEADY + " 201"), "1"))).isEmpty();
	}

	@Test
	void keepsThePlaceOfAMissingPeriod() {
		ControlChart chart = chart(Example.beds().figures("2024-04", "200 204 - suppressed 199"), "1");

		assertThat(chart.points()).extracting(ChartPoint::date, ChartPoint::value)
			.containsExactly(tuple(day("2024-04-30"), 200.0), tuple(day("2024-05-31"), 204.0),
					tuple(day("2024-06-30"), null), tuple(day("2024-07-31"), null), tuple(day("2024-08-31"), 199.0));
	}

	@ParameterizedTest
	@CsvSource({ "2024-08-01, 2024-08-31", "2024-08-17, 2024-08-31", "2024-08-31, 2024-08-31",
			"2024-07-31, 2024-07-31" })
	void startsAfreshWithThePeriodOfARebase(String rebase, String first) {
		Rebase moved = new Rebase(day(rebase), "A ward moved");
		MeasureSeries series = series(
				Example.beds().chart(new ChartSettings(List.of(moved), null, true)).figures("2024-04", STEADY));
		ControlChart chart = series.chart().orElseThrow();

		assertThat(chart.groups()).hasSize(2);
		assertThat(chart.groups().get(1).first()).isEqualTo(first);
		assertThat(series.rebases()).containsExactly(moved);
	}

	@ParameterizedTest
	@CsvSource({ "2023-01-01", "2024-04-15", "2026-01-01" })
	void leavesOutARebaseThatHasNoFiguresOnBothSides(String rebase) {
		MeasureSeries series = series(Example.beds()
			.chart(new ChartSettings(List.of(new Rebase(day(rebase), "Before or after all figures")), null, true))
			.figures("2024-04", STEADY));

		assertThat(series.chart().orElseThrow().groups()).hasSize(1);
		assertThat(series.rebases()).isEmpty();
	}

	@Test
	void fixesTheLimitsByTheFirstFiguresWhereThePlanSaysSo() {
		ChartSettings fixed = new ChartSettings(List.of(), 12, true);

		assertThat(chart(Example.beds().chart(fixed).figures("2024-04", STEADY + " 400 400"), "1").latest()
			.limits()
			.mean()).isEqualTo(chart(Example.beds().figures("2024-04", STEADY), "1").latest().limits().mean());
	}

	@Test
	void thereIsNoChartWithoutAFigure() {
		Example beds = Example.beds().maintain(Basis.latest(), "1").figures("2024-04", "missing suppressed");

		assertThat(series(beds).chart()).isEmpty();
	}

	private static ControlChart chart(Example example, String target) {
		return chart(example.maintain(Basis.latest(), target));
	}

	private static ControlChart chart(Example example) {
		return series(example).chart().orElseThrow();
	}

	private static MeasureSeries series(Example example) {
		LocalDate day = day("2025-12-31");
		return MeasureSeries.of(example.measure(), example.plan(), example.input().figures(), day, day);
	}

}
