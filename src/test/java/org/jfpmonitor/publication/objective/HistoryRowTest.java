package org.jfpmonitor.publication.objective;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.assessment.Assessments.Recorded;
import org.jfpmonitor.assessment.Assessments.RecordedRun;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.progress.Origin;
import org.jfpmonitor.progress.ReportLedger;
import org.jfpmonitor.progress.Revocation;
import org.jfpmonitor.progress.StatusOverride;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HistoryRowTest {

	private static final ObjectiveCode WARDS = ObjectiveCode.of("6b");

	@Test
	void saysWhoseActOrWhatElseChangedTheStatus() {
		StatusOverride revoked = override(Status.ON_TRACK, "2025-04-14", "2025-06-30",
				List.of(new Revocation(LocalDate.parse("2025-05-02"), "Too early", "secretary@example.org",
						origin("2025-05-02T09:00:00Z"))));
		StatusOverride ended = override(Status.DELAYED, "2025-05-10", "2025-05-20", List.of());

		List<HistoryRow> rows = HistoryRow.of(
				List.of(recorded("2024-06-14", "06", Status.ON_TRACK, Status.ON_TRACK),
						recorded("2025-04-14", "06", Status.UNDERPERFORMANCE, Status.UNDERPERFORMANCE),
						recorded("2025-04-14", "10", Status.ON_TRACK, Status.UNDERPERFORMANCE),
						recorded("2025-05-02", "10", Status.UNDERPERFORMANCE, Status.UNDERPERFORMANCE),
						recorded("2025-05-10", "10", Status.DELAYED, Status.UNDERPERFORMANCE),
						recorded("2025-05-21", "02", Status.ON_TRACK, Status.ON_TRACK)),
				WARDS, new ReportLedger(List.of(), List.of(), List.of(revoked, ended)));

		assertThat(rows).extracting(HistoryRow::because)
			.containsExactly("Figures and milestones; What was set manually held to the end of 20 May 2025",
					"Set manually by office@example.org", "Revoked by secretary@example.org",
					"Set manually by office@example.org", "Figures and milestones", "First assessed");
	}

	private static Recorded recorded(String day, String hour, Status status, Status computed) {
		return recorded(day, hour, status, computed, false);
	}

	private static Recorded recorded(String day, String hour, Status status, Status computed, boolean byEditedPlan) {
		return new Recorded(new RecordedRun(1, LocalDate.parse(day), Instant.parse(day + "T" + hour + ":00:00Z")),
				status, computed, byEditedPlan);
	}

	/** A target that was lowered is no news of the figures. */
	@Test
	void anEditOfThePlanIsNamedBesideTheFigures() {
		assertThat(HistoryRow.of(
				List.of(recorded("2024-06-14", "06", Status.UNDERPERFORMANCE, Status.UNDERPERFORMANCE),
						recorded("2025-06-25", "06", Status.ON_TRACK, Status.ON_TRACK, true)),
				WARDS, new ReportLedger(List.of(), List.of(), List.of())))
			.extracting(HistoryRow::because)
			.containsExactly("Figures, milestones or the plan, which was edited", "First assessed");
	}

	private static StatusOverride override(Status status, String from, String until, List<Revocation> revocations) {
		return new StatusOverride(WARDS, status, "Agreed", "office@example.org", LocalDate.parse(from),
				LocalDate.parse(until), origin(from + "T09:00:00Z"), revocations);
	}

	private static Origin origin(String knownAt) {
		return new Origin(null, null, Place.line(0), Instant.parse(knownAt));
	}

}
