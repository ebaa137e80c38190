package org.jfpmonitor.extract.period;

import org.jfpmonitor.calendar.Period;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PeriodLinesTest {

	private static final Period FEBRUARY = Period.month(2026, 2);

	private static final Period MARCH = Period.month(2026, 3);

	private final PeriodLines lines = new PeriodLines();

	private void add(int count, Period period) {
		for (int i = 0; i < count; i++) {
			this.lines.add(period, 10 + i);
		}
	}

	@Test
	void theNewestPeriodIsTheLastThatHasHalfAsManyLinesAsTheFullest() {
		add(11, FEBRUARY);
		add(6, MARCH);

		assertThat(this.lines.newest()).contains(MARCH);
		assertThat(this.lines.warning(true)).isEmpty();
	}

	@Test
	void fewerLinesThanHalfAreStrayAndNamed() {
		add(11, FEBRUARY);
		add(5, MARCH);
		add(1, Period.month(2026, 6));

		assertThat(this.lines.newest()).contains(FEBRUARY);
		assertThat(this.lines.warning(true)).contains(
				"Expected no lines for a period after February 2026, as the others have none, found 5 lines (the first is"
						+ " 10) for March 2026, 1 line (10) for June 2026. So few do not make the file newer. Check their"
						+ " periods.");
	}

	@Test
	void aFileWithoutLinesHasNoNewestPeriod() {
		assertThat(this.lines.newest()).isEmpty();
		assertThat(this.lines.warning(true)).isEmpty();
	}

}
