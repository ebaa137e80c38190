package org.jfpmonitor.assessment;

import org.jfpmonitor.assessment.reason.Reason;
import org.jfpmonitor.assessment.reason.Rule;
import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.target.Basis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PunctualityTest {

	@Test
	void withoutAnyFigureThereIsNoStatus() {
		MeasureAssessment assessed = Example.beds().maintain(Basis.latest(), "1").asOf("2025-03-31");

		assertThat(assessed.status()).isNull();
		assertThat(assessed.reason().rule()).isEqualTo(Rule.NO_FIGURE);
		assertThat(assessed.figure()).isNull();
	}

	@ParameterizedTest
	@CsvSource({
			// January is due after 20 days, on 20 February; its 10 days of grace end with
			// 2
			// March
			"2025-03-02, 2025-03-02, ON_TRACK", "2025-03-03, 2025-03-03,",
			// as of an earlier day January was not over
			"2025-01-30, 2025-03-03, ON_TRACK", "2025-01-31, 2025-03-03,",
			// as known earlier it was not overdue
			"2025-03-03, 2025-03-02, ON_TRACK" })
	void isNotAssessedOnceAFigureIsOverdueBeyondItsGrace(String asOf, String knownOn, Status status) {
		MeasureAssessment assessed = Example.beds()
			.maintain(Basis.latest(), "100")
			.figures("2024-10", "100 100 100")
			.asOf(asOf, knownOn);

		assertThat(assessed.status()).isEqualTo(status);
		assertThat(assessed.period()).isEqualTo(Period.month(2024, 12));
	}

	@Test
	void namesEveryPeriodThatIsOverdue() {
		Reason reason = Example.beds()
			.maintain(Basis.latest(), "100")
			.figures("2024-12", "100")
			.asOf("2025-04-05")
			.reason();

		assertThat(reason.rule()).isEqualTo(Rule.FIGURE_OVERDUE);
		assertThat(reason.facts().names()).containsExactly("January 2025", "February 2025");
		assertThat(reason.facts().due()).isEqualTo("2025-02-20");
		assertThat(reason.facts().other()).isEqualTo("2025-02-28");
		assertThat(reason.facts().period()).isEqualTo(Period.month(2024, 12));
	}

	@Test
	void movesADueDayThatFallsOnAWeekendToTheNextWorkingDay() {
		Example beds = Example.beds().maintain(Basis.latest(), "100").figures("2025-02", "100");

		// 20 April 2025 is Easter Sunday, so March is due on Tuesday 22 April
		assertThat(beds.asOf("2025-05-02").status()).isEqualTo(Status.ON_TRACK);
		assertThat(beds.asOf("2025-05-03").reason().facts().due()).isEqualTo("2025-04-22");
	}

	@Test
	void expectsNothingMoreOfAnEndedFeed() {
		Feed ended = new Feed(FeedId.of("satod"), "Smoking", Cadence.QUARTERLY, 60, 14, null, true);
		MeasureAssessment assessed = Example.beds()
			.from(ended)
			.maintain(Basis.latest(), "100")
			.figures("2024-12", "100")
			.asOf("2029-01-01");

		assertThat(assessed.status()).isEqualTo(Status.ON_TRACK);
	}

	@Test
	void expectsAMonthlyFigureWithTheQuarterlyExtractThatBringsIt() {
		Feed quarterly = new Feed(FeedId.of("satod"), "Smoking", Cadence.QUARTERLY, 30, 0, null, false);
		Example beds = Example.beds().from(quarterly).maintain(Basis.latest(), "100").figures("2025-03", "100");

		assertThat(beds.asOf("2025-07-30").status()).isEqualTo(Status.ON_TRACK);
		assertThat(beds.asOf("2025-07-31").reason().facts().names()).containsExactly("April 2025", "May 2025",
				"June 2025");
	}

	@Test
	void expectsAnAnnualFigureAfterTheEndOfTheYear() {
		Example beds = Example.beds().every(Cadence.ANNUAL).maintain(Basis.latest(), "100").figures("2023/24", "100");

		assertThat(beds.asOf("2025-05-02").status()).isEqualTo(Status.ON_TRACK);
		assertThat(beds.asOf("2025-05-03").reason().facts().names()).containsExactly("2024/25");
	}

	@Test
	void neverGoesOnAcrossAMerger() {
		MeasureAssessment assessed = Example.beds()
			.maintain(Basis.latest(), "100")
			.figures("2026-03", "100")
			.asOf("2026-06-15");

		assertThat(assessed.status()).isNull();
		assertThat(assessed.reason().rule()).isEqualTo(Rule.ORGANISATION_CLOSED);
		assertThat(assessed.reason().facts().names()).containsExactly("Norfolk and Waveney ICB",
				"Norfolk and Suffolk ICB");
	}

	@Test
	void asksForTheOwnLastFiguresOfAClosedOrganisation() {
		MeasureAssessment assessed = Example.beds()
			.maintain(Basis.latest(), "100")
			.figures("2026-02", "100")
			.asOf("2026-06-15");

		assertThat(assessed.reason().rule()).isEqualTo(Rule.FIGURE_OVERDUE);
	}

}
