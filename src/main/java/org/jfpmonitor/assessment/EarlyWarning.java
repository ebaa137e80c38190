package org.jfpmonitor.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.variation.SpecialCause;

/** Movement towards underperformance of a measure that is still on track. */
public sealed interface EarlyWarning {

	/** The first period of the episode; the same episode is told once. */
	Period since();

	/** The word for it in the API, in keys of news and in what runs record. */
	String code();

	/** What is made of the one that it is. */
	<T> T map(Function<AdverseSpecialCause, T> forCause, Function<TrendMissesTarget, T> forTrend);

	/**
	 * The latest point of the control chart is a special cause of the adverse kind.
	 *
	 * @param cause which one
	 */
	record AdverseSpecialCause(Period since, SpecialCause cause) implements EarlyWarning {

		@Override
		public String code() {
			return "adverse_special_cause";
		}

		@Override
		public <T> T map(Function<AdverseSpecialCause, T> forCause, Function<TrendMissesTarget, T> forTrend) {
			return forCause.apply(this);
		}

	}

	/**
	 * The robust trend over the last points, or their level where they show no trend,
	 * misses the next dated target.
	 *
	 * @param trend whether they show a trend beyond chance
	 * @param projected the value that they lead to, in base units
	 * @param required the target that it would miss, in base units
	 * @param by the day of that target
	 */
	record TrendMissesTarget(Period since, boolean trend, BigDecimal projected, BigDecimal required,
			LocalDate by) implements EarlyWarning {

		@Override
		public String code() {
			return "trend_misses_target";
		}

		@Override
		public <T> T map(Function<AdverseSpecialCause, T> forCause, Function<TrendMissesTarget, T> forTrend) {
			return forTrend.apply(this);
		}

	}

}
