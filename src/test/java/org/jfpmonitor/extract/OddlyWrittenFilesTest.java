package org.jfpmonitor.extract;

import java.nio.file.Path;

import org.jfpmonitor.extract.Shipped.Read;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Small made-up files with faults that were met in public ones. */
class OddlyWrittenFilesTest {

	private static final Path CASES = Path.of("src/test/resources/intake/cases");

	private static Read read(String name) {
		return Shipped.read(CASES.resolve(name));
	}

	@Test
	void readsMonthsInNumbersWhereTheyCanMeanOneMonthOnly() {
		Read read = read("month-forms.csv");

		assertThat(read.figures()).containsExactly("handover-within-30-minutes-local QMM February 2025 = 70.2%",
				"handover-within-30-minutes-local QMM January 2025 = 70.3%",
				"handover-within-30-minutes-local QMM March 2025 = 70.1%");
		assertThat(read.rejections())
			.containsExactly("5 period_not_of_cadence period [01/12/2024] a monthly period such as 2024-12");
	}

	@Test
	void readsPoundsInAMeasureOfMoney() {
		Read read = read("pound-sign.csv");

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).containsExactly("dental-access-investment QMM 2022/23 = £1,234.56",
				"dental-access-investment QMM 2023/24 = £1,200", "dental-access-investment QMM 2024/25 = £1,500");
	}

	@Test
	void saysWhatToWriteInsteadOfACalendarYear() {
		Read read = read("calendar-year.csv");

		assertThat(read.rejections()).containsExactly(
				"2 not_a_period period [2023] an annual period such as 2024/25, which is April 2024 to March 2025; "
						+ "a calendar year is none",
				"3 not_a_period period [2024] an annual period such as 2024/25, which is April 2024 to March 2025; "
						+ "a calendar year is none");
	}

	@Test
	void namesBothDatesOfAFileNameThatHoldsTwo() {
		Read read = read("Virtual-Ward-May2024 downloaded 12 June 2024.csv");

		assertThat(read.refusal().faults())
			.containsExactly("Expected one date in the name of the file, the monthly period of the figures, found 2: "
					+ "\"May2024\" and \"12 June 2024\" in Virtual-Ward-May2024 downloaded 12 June 2024.csv. Take every "
					+ "other date out of the name, and send the file again.");
	}

}
