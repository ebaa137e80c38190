package org.jfpmonitor.assessment.reason;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

import org.jfpmonitor.assessment.Example;
import org.jfpmonitor.assessment.Written;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ValuePairTest {

	@Test
	void showsAsManyDecimalsAsTellTheTwoApart() {
		assertThat(ValuePair.of(Unit.PERCENT, new BigDecimal("0.9204"), new BigDecimal("0.92")))
			.isEqualTo(new ValuePair("92.04%", "92%"));
	}

	@Test
	void aFigureInABandIsWrittenOneWayBesideBothEnds() {
		Measure low = Example.beds().in(Unit.PERCENT).target(reach("0.80").beside(path("0.95"))).measure();
		Measure high = Example.beds().in(Unit.PERCENT).target(reach("0.95").beside(path("0.80"))).measure();
		BigDecimal figure = new BigDecimal("0.7999");

		assertThat(ValuePair.of(low, Period.month(2025, 5), figure, new BigDecimal("0.80")))
			.isEqualTo(new ValuePair("79.99%", "80%"));
		assertThat(ValuePair.of(high, Period.month(2025, 5), figure, new BigDecimal("0.95")))
			.isEqualTo(new ValuePair("79.99%", "95%"));
	}

	@Test
	void aFigureIsWrittenOneWayBesideWhatIsRequiredNowAndInTheEnd() {
		Measure beds = Example.beds()
			.in(Unit.PERCENT)
			.reach(1, Written.at("2025-01-01", "0.80"), Written.at("2026-01-01", "0.90"))
			.measure();

		assertThat(ValuePair.of(beds, Period.month(2025, 5), new BigDecimal("0.9001"), new BigDecimal("0.80")))
			.isEqualTo(new ValuePair("90.01%", "80%"));
	}

	/**
	 * What was promised is not rounded, nor is the figure beside it any more than that.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			PERCENT  | 0.999   | 0.9995   | 99.9%          | 99.95%
			PERCENT  | 0.7258  | 0.7255   | 72.58%         | 72.55%
			PERCENT  | 0.726   | 0.7      | 72.6%          | 70%
			PER_1000 | 0.00005 | 0.000049 | 0.05 per 1,000 | 0.049 per 1,000
			RATIO    | 0.2496  | 0.25     | 0.2496         | 0.25
			COUNT    | 1199.6  | 1200     | 1,199.6        | 1,200
			GBP      | -0.01   | 1000.5   | -£0.01         | £1,000.50
			""")
	void showsAPromiseAsItWasMade(Unit unit, BigDecimal observed, BigDecimal expected, String figure, String promise) {
		assertThat(ValuePair.of(unit, observed, expected)).isEqualTo(new ValuePair(figure, promise));
	}

	/** Nearly all is not all, and a little is not nothing. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			PERCENT  | 0.9996    | 99.96%
			PERCENT  | 1         | 100%
			PERCENT  | 0.00005   | 0.005%
			PERCENT  | 0         | 0%
			PER_1000 | 0.0000004 | 0.0004 per 1,000
			COUNT    | 0.04      | 0.04
			SECONDS  | 0.3       | 0.3 seconds
			""")
	void isNeverRoundedToAllOrNothing(Unit unit, BigDecimal value, String shown) {
		assertThat(unit.inWords(value)).isEqualTo(shown);
	}

	private static Target reach(String value) {
		return new Target(Target.Kind.REACH, Basis.latest(), null, path(value), 1, null);
	}

	private static Trajectory path(String value) {
		return new Trajectory.ByDate(List.of(Written.at("2025-01-01", value)));
	}

	@Test
	void showsNoMoreDecimalsWhereOnlyACutOffDivisionTellsThemApart() {
		BigDecimal figure = BigDecimal.valueOf(13).divide(BigDecimal.valueOf(30), MathContext.DECIMAL128);
		BigDecimal required = BigDecimal.valueOf(13).divide(BigDecimal.valueOf(30), new MathContext(33));

		assertThat(ValuePair.of(Unit.PERCENT, figure, required)).isEqualTo(new ValuePair("43.3%", "43.3%"));
	}

}
