package org.jfpmonitor.commentary;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What people and word processors write is told apart into paragraphs and lists. */
class TextBlockTest {

	@Test
	void showsEachItemOfAListWithOneBullet() {
		assertThat(TextBlock.of("Two things:\n- Beds\n\u2022\tStaff\n\u25aa Money\n- \u2022 Time")).containsExactly(
				new TextBlock(false, List.of("Two things:")),
				new TextBlock(true, List.of("Beds", "Staff", "Money", "Time")));
	}

	@Test
	void takesNothingFromANumberOrAWord() {
		assertThat(TextBlock.of("-5% of beds\n2025-04 was better"))
			.containsExactly(new TextBlock(false, List.of("-5% of beds", "2025-04 was better")));
	}

	@Test
	void opensAReportWithPointsThatHaveNoMarksOfTheirOwn() {
		assertThat(Opening.points("- \u2022 More beds\n\n\u2013 Fewer falls\n- ")).containsExactly("More beds",
				"Fewer falls");
	}

}
