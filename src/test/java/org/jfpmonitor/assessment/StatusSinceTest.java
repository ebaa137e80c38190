package org.jfpmonitor.assessment;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.jfpmonitor.assessment.Assessments.MonthEnd;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StatusSinceTest {

	private static final ObjectiveCode CODE = ObjectiveCode.of("4a");

	private static final LocalDate DAY = LocalDate.of(2025, 5, 15);

	private static final LocalDate LONG_AGO = LocalDate.of(2020, 4, 1);

	@ParameterizedTest
	@CsvSource({ "2025-05-15, 2024-05-31, 2025-04-30", "2025-03-31, 2024-04-30, 2025-03-31",
			"2025-03-30, 2024-03-31, 2025-02-28", "2024-02-29, 2023-03-31, 2024-02-29",
			"2024-02-28, 2023-02-28, 2024-01-31" })
	void spansTheTwelveMonthEndsUpToTheDay(LocalDate day, LocalDate first, LocalDate last) {
		List<LocalDate> ends = StatusSince.monthEnds(day);
		assertThat(ends).hasSize(12).isSorted().startsWith(first).endsWith(last);
	}

	@Test
	void namesTheFirstMonthEndOfTheUnbrokenRun() {
		assertThat(since(Status.DELAYED, Status.DELAYED, Status.ON_TRACK, Status.DELAYED, Status.DELAYED))
			.isEqualTo("March 2025");
	}

	@Test
	void namesTheMonthOfTheDayWhenTheLastMonthEndHadAnotherStatus() {
		assertThat(since(Status.DELAYED, Status.ON_TRACK, Status.ON_TRACK)).isEqualTo("May 2025");
	}

	@Test
	void saysThatItMayBeLongerWhenItWasSoAllAlong() {
		assertThat(since(Status.ON_TRACK, Collections.nCopies(12, Status.ON_TRACK).toArray(Status[]::new)))
			.isEqualTo("May 2024 or before");
	}

	@Test
	void fewerMonthEndsAreThoseSinceTheEditionBegan() {
		assertThat(since(LocalDate.of(2025, 3, 1), Status.ON_TRACK, Status.ON_TRACK)).isEqualTo("March 2025");
		assertThat(since(LocalDate.of(2024, 5, 1), Collections.nCopies(12, Status.ON_TRACK).toArray(Status[]::new)))
			.isEqualTo("May 2024");
		assertThat(since(LocalDate.of(2024, 4, 30), Collections.nCopies(12, Status.ON_TRACK).toArray(Status[]::new)))
			.isEqualTo("May 2024 or before");
	}

	@Test
	void aMonthEndThatCouldNotBeAssessedBreaksTheRun() {
		assertThat(since(Status.ON_TRACK, Status.ON_TRACK, null, Status.ON_TRACK)).isEqualTo("April 2025");
	}

	@Test
	void saysNothingWhileItCannotBeAssessed() {
		assertThat(StatusSince.of(CODE, Optional.empty(), DAY, List.of(), LONG_AGO)).isEmpty();
	}

	@Test
	void everyMonthEndFromItOnHasTheStatusAndTheOneBeforeHasAnother() {
		Random random = new Random(14);
		List<Status> all = List.of(Status.values());
		for (int round = 0; round < 2_000; round++) {
			Status[] statuses = random.ints(12, 0, 3).mapToObj(all::get).toArray(Status[]::new);
			Status now = all.get(random.nextInt(3));
			List<MonthEnd> ends = ends(statuses);
			StatusSince since = StatusSince.of(CODE, Optional.of(now), DAY, ends, LONG_AGO).orElseThrow();
			for (MonthEnd end : ends) {
				if (!YearMonth.from(end.day()).isBefore(since.month())) {
					assertThat(end.computed()).containsEntry(CODE, now);
				}
				if (YearMonth.from(end.day()).equals(since.month().minusMonths(1))) {
					assertThat(end.computed()).doesNotContainEntry(CODE, now);
				}
			}
			assertThat(since.orBefore()).isEqualTo(since.month().equals(YearMonth.from(ends.get(0).day())));
		}
	}

	/** On track on the day, and before as given. */
	private static String since(LocalDate begins, Status... before) {
		return StatusSince.of(CODE, Optional.of(Status.ON_TRACK), DAY, ends(before), begins).orElseThrow().inWords();
	}

	private static String since(Status now, Status... before) {
		return StatusSince.of(CODE, Optional.of(now), DAY, ends(before), LONG_AGO).orElseThrow().inWords();
	}

	private static List<MonthEnd> ends(Status... statuses) {
		List<MonthEnd> ends = new ArrayList<>();
		for (int place = 0; place < statuses.length; place++) {
			LocalDate day = YearMonth.of(2025, 4).minusMonths(statuses.length - 1L - place).atEndOfMonth();
			ends.add(new MonthEnd(day, (statuses[place] != null) ? Map.of(CODE, statuses[place]) : Map.of()));
		}
		return ends;
	}

}
