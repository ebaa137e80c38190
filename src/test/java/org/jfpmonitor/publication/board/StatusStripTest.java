package org.jfpmonitor.publication.board;

import java.time.LocalDate;
import java.util.stream.IntStream;

import org.jfpmonitor.publication.page.StatusMark;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StatusStripTest {

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
