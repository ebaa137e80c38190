package org.jfpmonitor.chart;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MilestoneTimelineTest {

	private static final LocalDate DUE = LocalDate.of(2025, 3, 31);

	@Test
	void showsForecastUntilItIsAchieved() {
		String drawn = drawn(new MilestoneTimeline.TimelineEntry(DUE, LocalDate.of(2025, 9, 30), null),
				new MilestoneTimeline.TimelineEntry(DUE, LocalDate.of(2025, 9, 30), LocalDate.of(2025, 2, 1)));

		assertThat(drawn.split("fill=\"#ffffff\"", -1)).as("one forecast").hasSize(2);
		assertThat(drawn.split("fill=\"#007f3b\"", -1)).as("one achievement").hasSize(2);
		assertThat(drawn).contains(">1</text>", ">2</text>", "Feb 2025", "Sep 2025", "A &lt;title&gt;");
	}

	@Test
	void drawsASingleDayInTheMiddle() {
		assertThat(
				MilestoneTimeline.of("m", List.of(new MilestoneTimeline.TimelineEntry(DUE, null, null)), DUE, "t", "d"))
			.contains("x1=\"412\"")
			.doesNotContain("<circle", "NaN");
	}

	private static String drawn(MilestoneTimeline.TimelineEntry... entries) {
		return MilestoneTimeline.of("m", List.of(entries), LocalDate.of(2025, 5, 15), "A <title>", "Words");
	}

}
