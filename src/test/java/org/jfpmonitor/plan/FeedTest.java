package org.jfpmonitor.plan;

import java.time.LocalDate;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.WorkingDays;
import org.jfpmonitor.plan.id.FeedId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FeedTest {

	@ParameterizedTest
	@CsvSource({
			// 31 January + 45 days is Monday 17 March
			"2025-01-01, 2025-02-01, 45, 2025-03-17",
			// 31 March + 18 days is Good Friday, and Monday is Easter Monday
			"2025-03-01, 2025-04-01, 18, 2025-04-22",
			// 30 April + 17 days is a Saturday
			"2025-04-01, 2025-05-01, 17, 2025-05-19",
			// a day's extract is due on that day
			"2025-05-15, 2025-05-16, 0, 2025-05-15" })
	void isDueALagAfterTheLastDayMovedToAWorkingDay(LocalDate start, LocalDate endExclusive, int lagDays,
			LocalDate due) {
		assertThat(feed(lagDays, 0).due(Period.of(start, endExclusive), WorkingDays.ofEngland())).isEqualTo(due);
	}

	@Test
	void isOverdueOnlyOnceTheLastDayOfTheGraceHasPassed() {
		LocalDate due = LocalDate.of(2025, 5, 1);
		assertThat(feed(0, 14).isOverdue(due, LocalDate.of(2025, 5, 15))).isFalse();
		assertThat(feed(0, 14).isOverdue(due, LocalDate.of(2025, 5, 16))).isTrue();
		assertThat(feed(0, 0).isOverdue(due, due)).isFalse();
	}

	private static Feed feed(int lagDays, int graceDays) {
		return new Feed(FeedId.of("dm01"), "Diagnostics", Cadence.MONTHLY, lagDays, graceDays, null, false);
	}

}
