package org.jfpmonitor.intake.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.LineCounts;
import org.jfpmonitor.extract.result.PositionLine;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.result.ReportLines;
import org.jfpmonitor.intake.delivery.FeedStanding;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class FeedStandingsTest {

	private static final Instant FIRST = Instant.parse("2025-04-15T08:00:00Z");

	private static final Instant SECOND = Instant.parse("2025-05-12T08:00:00Z");

	@RegisterExtension
	private static final IntakeRig rig = new IntakeRig();

	@Test
	void saysOfAFeedThatNeverCameWhenItWasFirstDue() {
		FeedStanding never = standing("never");

		assertThat(never.imports().lastAttempt()).isNull();
		assertThat(never.imports().lastSuccess()).isNull();
		assertThat(never.imports().lastChange()).isNull();
		assertThat(never.latestPeriod()).isNull();
		assertThat(never.imports().lastDuration()).isNull();
		// the first quarter of the plan ended on 30 June; 20 days later is a Saturday
		assertThat(never.nextDue()).isEqualTo(LocalDate.of(2024, 7, 22));
		assertThat(never.overdue()).isTrue();
		assertThat(never.imports().count()).isZero();
		assertThat(never.rejected()).containsOnlyKeys(RejectCode.values())
			.allSatisfy((code, count) -> assertThat(count).isZero());
	}

	@Test
	void expectsNothingOfACollectionThatHasEnded() {
		assertThat(standing("ended").nextDue()).isNull();
		assertThat(standing("ended").overdue()).isFalse();
	}

	@Test
	void isDueForThePeriodAfterTheLatest() {
		importAt(SECOND, "2025-03,170");

		FeedStanding figures = standing("figures");
		assertThat(figures.latestPeriod()).isEqualTo(Period.month(2025, 3));
		assertThat(figures.nextDue()).isEqualTo(LocalDate.of(2025, 5, 20));
		assertThat(figures.overdue()).isFalse();
	}

	@Test
	void isOverdueAfterTheGrace() {
		importAt(FIRST, "2025-02,170");

		// 31 March and 20 days is Easter Sunday; work begins again on the Tuesday
		assertThat(standing("figures").nextDue()).isEqualTo(LocalDate.of(2025, 4, 22));
		assertThat(standing("figures").overdue()).isTrue();
	}

	@Test
	void takesNoPeriodToComeForTheLatest() {
		importAt(SECOND, "2025-03,170\nvirtual-ward-beds,QMM,2026-03,202");

		assertThat(standing("figures").latestPeriod()).isEqualTo(Period.month(2025, 3));
	}

	@Test
	void isAsNewAsTheFiguresOfItsMeasuresWhicheverLayoutBroughtThem() {
		importAt(SECOND, "2025-02,170\nlong-waits,QMM,2025-03,9");

		assertThat(standing("waits").latestPeriod()).isEqualTo(Period.month(2025, 3));
		assertThat(standing("waits").imports().count()).isZero();
		assertThat(standing("figures").latestPeriod()).isEqualTo(Period.month(2025, 2));
		assertThat(standing("figures").imports().count()).isOne();
	}

	@Test
	void isNotUpToDateByPlannedFigures() {
		importAt(SECOND, "2025-02,170\nvirtual-ward-beds-plan,QMM,2025-03,202");

		assertThat(standing("figures").latestPeriod()).isEqualTo(Period.month(2025, 2));
	}

	@Test
	void isAsNewAsItsReports() {
		rig.read((file, name, context, rejects) -> new Extract("progress", "1".repeat(64), FeedId.of("reports"),
				Vintage.arrived(context.arrivedOn()), List.of(), List.of(), List.of(),
				new ReportLines(List.of(),
						List.of(new PositionLine(PlanId.of("small"), ObjectiveCode.of("6b"), LocalDate.of(2025, 3, 31),
								Status.ON_TRACK, "", Place.line(2))),
						List.of(), List.of()),
				List.of(), List.of(), new LineCounts(1, 1, 0, 0), List.of(), List.of()));
		importAt(FIRST, "a");
		importAt(SECOND, "b");

		FeedStanding reports = standing("reports");
		assertThat(reports.latestPeriod()).isEqualTo(Period.day(LocalDate.of(2025, 3, 31)));
		// 30 June and 20 days is a Sunday
		assertThat(reports.nextDue()).isEqualTo(LocalDate.of(2025, 7, 21));
		assertThat(reports.imports().lastSuccess()).isEqualTo(SECOND);
		assertThat(reports.imports().lastChange()).isEqualTo(FIRST);
	}

	@Test
	void tellsArrivedFromChanged() {
		importAt(FIRST, "2025-03,170");
		importAt(SECOND, "2025-03,170");

		FeedStanding sameBytes = standing("figures");
		assertThat(sameBytes.imports().lastAttempt()).isEqualTo(SECOND);
		assertThat(sameBytes.imports().lastSuccess()).isEqualTo(SECOND);
		assertThat(sameBytes.imports().lastChange()).isEqualTo(FIRST);
		assertThat(sameBytes.broughtNothingNew()).isTrue();
		assertThat(sameBytes.imports().count()).isOne();

		importAt(SECOND.plusSeconds(60), "2025-03,170.0");
		FeedStanding sameFigures = standing("figures");
		assertThat(sameFigures.imports().lastSuccess()).isEqualTo(SECOND.plusSeconds(60));
		assertThat(sameFigures.imports().lastChange()).isEqualTo(FIRST);
		assertThat(sameFigures.imports().count()).isEqualTo(2);

		importAt(SECOND.plusSeconds(120), "2025-03,171");
		assertThat(standing("figures").imports().lastChange()).isEqualTo(SECOND.plusSeconds(120));
		assertThat(standing("figures").broughtNothingNew()).isFalse();
		assertThat(standing("figures").imports().lastRevised()).isOne();
	}

	@Test
	void countsARefusedFileAsTriedOnly() {
		importAt(FIRST, "2025-03,170");
		rig.read((file, name, context, rejects) -> {
			rejects.accept(new Reject(Place.line(2), RejectCode.OUT_OF_RANGE, "value", "-1", "at least 0"));
			throw new ExtractRefused(List.of("Expected fewer rejects."), "small", FeedId.of("figures"),
					new LineCounts(1, 0, 0, 1));
		});
		importAt(SECOND, "2025-04,-1");

		FeedStanding figures = standing("figures");
		assertThat(figures.imports().lastAttempt()).isEqualTo(SECOND);
		assertThat(figures.imports().lastSuccess()).isEqualTo(FIRST);
		assertThat(figures.imports().failures()).isOne();
		assertThat(figures.latestPeriod()).isEqualTo(Period.month(2025, 3));
	}

	@Test
	void countsRejectsOfAllImportsByCode() {
		importAt(FIRST, "2025-03,x\nvirtual-ward-beds,QMM,2025-02,y");
		importAt(SECOND, "2025-03,z");

		FeedStanding figures = standing("figures");
		assertThat(figures.rejected()).containsEntry(RejectCode.NOT_A_NUMBER, 3L)
			.containsEntry(RejectCode.OUT_OF_RANGE, 0L);
		assertThat(figures.imports().lastRead()).isOne();
		assertThat(figures.imports().lastRejected()).isOne();
		assertThat(figures.latestPeriod()).isNull();
	}

	private static void importAt(Instant moment, String monthAndValue) {
		rig.drop("beds.csv", SmallReading.HEADER + "virtual-ward-beds,QMM," + monthAndValue + "\n");
		rig.importInbox(moment);
	}

	private static FeedStanding standing(String feed) {
		return rig.feeds()
			.standings(SmallPlan.versions().current().asked())
			.stream()
			.filter((standing) -> standing.feed().id().equals(FeedId.of(feed)))
			.findFirst()
			.orElseThrow();
	}

}
