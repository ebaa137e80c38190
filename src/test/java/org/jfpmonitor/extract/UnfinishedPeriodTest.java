package org.jfpmonitor.extract;

import java.nio.file.Path;
import java.time.LocalDate;

import org.jfpmonitor.extract.Shipped.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is counted of a period before it is over is no whole. */
class UnfinishedPeriodTest {

	private static final String APRIL = "Monthly-AE-April-2025.csv";

	@TempDir
	private Path folder;

	private static Read read(Path file, String arrivedOn) {
		return Read.by(Shipped.LAYOUTS, Shipped.PLAN, file, LocalDate.parse(arrivedOn));
	}

	private Read local(String line, String arrivedOn) {
		return read(Shipped.write(this.folder, "local.csv", "measure,organisation,period,value", line), arrivedOn);
	}

	@Test
	void aLocalFigureOfAnUnfinishedQuarterIsRejected() {
		assertThat(local("overnight-bed-occupancy,RM1,2025-Q1,91", "2025-05-20").rejections())
			.containsExactly("2 period_in_future period [2025-Q1] a period that is over by 20 May 2025, the day of"
					+ " arrival; April to June 2025 is not, so its figure is no whole yet");
		assertThat(local("overnight-bed-occupancy,RM1,2025-Q1,91", "2025-06-29").rejections()).hasSize(1);
		assertThat(local("overnight-bed-occupancy,RM1,2025-Q1,91", "2025-06-30").figures())
			.containsExactly("overnight-bed-occupancy RM1 April to June 2025 = 91%");
	}

	@Test
	void aQuarterOfEitherYearIsRejectedWithBothOfItsReadings() {
		assertThat(local("overnight-bed-occupancy,RM1,2023 Q4,91", "2025-05-20").rejections()).containsExactly(
				"2 not_a_period period [2023 Q4] a quarter that says whose year it is of: 2023-Q4 for January"
						+ " to March 2024 (of the financial year), or 2023-Q3 for October to December 2023 (of the calendar"
						+ " year)");
	}

	@Test
	void aPublishedFileOfAnUnfinishedMonthIsRefusedUntilTheMonthIsOver() {
		Read early = read(Shipped.SAMPLES.resolve(APRIL), "2025-04-29");

		assertThat(early.refusal()).isNotNull();
		assertThat(early.rejections().get(0)).contains(" period_in_future Period [MSitAE-APRIL-2025] a period that is"
				+ " over by 29 April 2025, the day of arrival; April 2025 is not, so its figure is no whole yet");
		assertThat(read(Shipped.SAMPLES.resolve(APRIL), "2025-04-30").rejections()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2025-05-20, 2025-05-20", "2025-05, 2025-05-20" })
	void aSnapshotOfAMonthThatHasBegunIsTaken(String period, String arrivedOn) {
		assertThat(local("virtual-ward-beds,QMM," + period + ",164", arrivedOn).rejections()).isEmpty();
	}

	@Test
	void aSnapshotOfADayThatIsYetToComeIsRejected() {
		assertThat(local("virtual-ward-beds,RM1,2026-11-30,999", "2026-11-29").rejections()).containsExactly(
				"2 period_in_future period [2026-11-30] a day no later than 29 November 2026, the day of" + " arrival");
		assertThat(local("virtual-ward-beds,RM1,2026-11-30,999", "2026-11-30").rejections()).isEmpty();
	}

}
