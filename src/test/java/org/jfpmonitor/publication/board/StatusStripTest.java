package org.jfpmonitor.publication.board;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.jfpmonitor.publication.page.StatusMark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StatusStripTest {

	@ParameterizedTest
	@CsvSource({ "2025-05-15, 2024-05-31, 2025-04-30", "2025-03-31, 2024-04-30, 2025-03-31",
			"2025-03-30, 2024-03-31, 2025-02-28", "2024-02-29, 2023-03-31, 2024-02-29",
			"2024-02-28, 2023-02-28, 2024-01-31" })
	void spansTheTwelveMonthEndsUpToTheDay(LocalDate day, LocalDate first, LocalDate last) {
		List<LocalDate> ends = StatusStrip.monthEnds(day);
		assertThat(ends).hasSize(12).isSorted().startsWith(first).endsWith(last);
	}

	@Test
	void namesRunsOfTheSameStatusTogether() {
		assertThat(strip(StatusMark.NOT_ASSESSED, StatusMark.ON_TRACK, StatusMark.ON_TRACK, StatusMark.ON_TRACK,
				StatusMark.DELAYED)
			.inWords()).isEqualTo("Not assessed January 2025; On Track February 2025 to April 2025; Delayed May 2025");
	}

	@Test
	void namesOneRunWhenNothingChanged() {
		assertThat(strip(StatusMark.COMPLETED, StatusMark.COMPLETED).inWords())
			.isEqualTo("Completed January 2025 to February 2025");
	}

	private static StatusStrip strip(StatusMark... marks) {
		return new StatusStrip(IntStream.range(0, marks.length)
			.mapToObj((month) -> new StatusStrip.Square(LocalDate.of(2025, month + 1, 28), marks[month]))
			.toList());
	}

}
