package org.jfpmonitor.variation;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignalTest {

	private static final double[] FALLING_AT_THE_END = MonthlySeries
		.values("1 3 1 3 1 3 1 3 1 3 1 3 2 1.5 1 1.5 1 1.5 1 1.5");

	@Test
	void aShiftForTheWorseIsAdverseSinceItsFirstPoint() {
		assertThat(signal(ImprovementDirection.INCREASE, FALLING_AT_THE_END))
			.hasValue(new Signal(MonthlySeries.month(19), 1.5, SpecialCause.SHIFT_BELOW_MEAN,
					PointType.SPECIAL_CAUSE_CONCERN, MonthlySeries.month(13)));
		assertThat(signal(ImprovementDirection.INCREASE, FALLING_AT_THE_END).orElseThrow().adverse()).isTrue();
	}

	@Test
	void theSameShiftForTheBetterIsASignalAndNotAdverse() {
		Signal signal = signal(ImprovementDirection.DECREASE, FALLING_AT_THE_END).orElseThrow();
		assertThat(signal.type()).isEqualTo(PointType.SPECIAL_CAUSE_IMPROVEMENT);
		assertThat(signal.adverse()).isFalse();
	}

	@Test
	void noWayBeingBetterNothingIsAdverse() {
		Signal signal = signal(ImprovementDirection.NEUTRAL, FALLING_AT_THE_END).orElseThrow();
		assertThat(signal.type()).isEqualTo(PointType.SPECIAL_CAUSE_NEUTRAL_LOW);
		assertThat(signal.adverse()).isFalse();
	}

	@Test
	void commonCauseAtTheEndIsNoSignal() {
		assertThat(signal(ImprovementDirection.INCREASE, MonthlySeries.concat(FALLING_AT_THE_END, new double[] { 3 })))
			.isEmpty();
	}

	@Test
	void aMissingLatestValueIsNoSignal() {
		assertThat(signal(ImprovementDirection.INCREASE,
				MonthlySeries.concat(FALLING_AT_THE_END, new double[] { Double.NaN })))
			.isEmpty();
	}

	@Test
	void aRunDoesNotReachBackOverARebase() {
		ControlChartSettings settings = ControlChartSettings.improvingBy(ImprovementDirection.INCREASE)
			.rebasedOn(List.of(MonthlySeries.month(20)))
			.withoutScreening();
		double[] values = MonthlySeries.concat(FALLING_AT_THE_END, MonthlySeries.values("9 8.9 8.8 8.7 8.6 8.5 5.5"));
		Signal signal = ControlChart.of(MonthlySeries.of(values), settings).latestSignal().orElseThrow();
		assertThat(signal.adverse()).isTrue();
		assertThat(signal.since()).isEqualTo(MonthlySeries.month(20));
	}

	private static Optional<Signal> signal(ImprovementDirection better, double[] values) {
		return ControlChart.of(MonthlySeries.of(values), ControlChartSettings.improvingBy(better).fixedAfter(12))
			.latestSignal();
	}

}
