package org.jfpmonitor.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.MilestoneId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.store.TestTransactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringJUnitConfig
class JdbcProgressReportsTest {

	private static final ObjectiveCode DENTAL = ObjectiveCode.of("2b");

	private static final PlanId PLAN = PlanId.of("test-plan");

	private static final MilestoneId PUBLISHED = MilestoneId.of("dental-plan-published");

	private static final Origin BY_HAND = new Origin(null, null, Place.line(0), Instant.parse("2025-04-01T10:00:00Z"));

	private static final LocalDate DAY = LocalDate.of(2025, 5, 15);

	@Autowired
	private ProgressReports reports;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void emptyTheStore() {
		this.jdbc.sql("truncate milestone_report, published_position, status_override cascade").update();
	}

	@Test
	void keepsWhatWasReportedAndWhereItCameFrom() {
		MilestoneReport milestone = new MilestoneReport(PUBLISHED, day("2024-06-30"), day("2024-07-15"), null, false,
				"slipped by a fortnight", line(3, "2024-07-01T09:00:00.5Z"));
		PublishedPosition position = new PublishedPosition(DENTAL, day("2025-03-31"), Status.NO_LONGER_APPLICABLE,
				"The focus changed", line(4, "2025-05-15T09:00:00Z"));
		StatusOverride override = override("2025-04-01", "2025-04-30");
		in(() -> {
			this.reports.recordMilestones(PLAN, List.of(milestone));
			this.reports.recordPositions(PLAN, List.of(position));
			this.reports.recordOverride(PLAN, override);
		});

		assertThat(this.reports.ledger(PLAN))
			.isEqualTo(new ReportLedger(List.of(milestone), List.of(position), List.of(override)));
	}

	@Test
	void withdrawsAnAchievementByALaterReport() {
		in(() -> this.reports.recordMilestones(PLAN,
				List.of(new MilestoneReport(PUBLISHED, day("2024-05-31"), null, day("2024-05-20"), false, "",
						line(2, "2024-06-03T09:00:00Z")),
						new MilestoneReport(PUBLISHED, day("2024-06-30"), day("2024-09-30"), null, true,
								"withdrawn by the board", line(3, "2024-07-03T09:00:00Z")))));
		ReportLedger ledger = this.reports.ledger(PLAN);

		assertThat(ledger.milestone(PUBLISHED, DAY, day("2024-07-02"))).get()
			.extracting(MilestoneReport::achieved)
			.isEqualTo(day("2024-05-20"));
		assertThat(ledger.milestone(PUBLISHED, DAY, day("2024-07-03"))).get()
			.extracting(MilestoneReport::achieved)
			.isNull();
		assertThat(ledger.milestone(PUBLISHED, day("2024-06-29"), day("2024-07-03"))).get()
			.extracting(MilestoneReport::achieved)
			.isEqualTo(day("2024-05-20"));
	}

	@Test
	void aCorrectedDayOfAchievementCountsForEveryDay() {
		in(() -> this.reports.recordMilestones(PLAN,
				List.of(new MilestoneReport(PUBLISHED, day("2024-04-30"), null, day("2024-03-20"), false, "",
						line(2, "2024-05-02T09:00:00Z")),
						new MilestoneReport(PUBLISHED, day("2024-05-31"), null, day("2024-04-10"), false, "",
								line(3, "2024-06-03T09:00:00Z")))));
		ReportLedger ledger = this.reports.ledger(PLAN);

		assertThat(ledger.milestone(PUBLISHED, day("2024-04-09"), day("2024-06-02"))).get()
			.extracting(MilestoneReport::achieved)
			.isEqualTo(day("2024-03-20"));
		assertThat(ledger.milestone(PUBLISHED, day("2024-04-09"), day("2024-06-03"))).isEmpty();
		assertThat(ledger.milestone(PUBLISHED, day("2024-04-10"), day("2024-06-03"))).get()
			.extracting(MilestoneReport::achieved)
			.isEqualTo(day("2024-04-10"));
	}

	@Test
	void silenceTakesNothingBack() {
		in(() -> this.reports.recordMilestones(PLAN,
				List.of(new MilestoneReport(PUBLISHED, day("2024-05-31"), day("2024-05-20"), day("2024-05-20"), false,
						"", line(2, "2024-06-03T09:00:00Z")),
						new MilestoneReport(PUBLISHED, day("2024-06-30"), null, null, false, "in use everywhere",
								line(3, "2024-07-03T09:00:00Z")))));

		assertThat(this.reports.ledger(PLAN).milestone(PUBLISHED, DAY, DAY)).get().satisfies((known) -> {
			assertThat(known.achieved()).isEqualTo("2024-05-20");
			assertThat(known.forecast()).isEqualTo("2024-05-20");
			assertThat(known.comment()).isEqualTo("in use everywhere");
			assertThat(known.origin().place().line()).isEqualTo(2);
		});
	}

	@Test
	void anAchievementHoldsFromItsOwnDayWheneverItIsReported() {
		in(() -> this.reports.recordMilestones(PLAN, List.of(new MilestoneReport(PUBLISHED, day("2024-04-30"), null,
				day("2024-03-20"), false, "", line(2, "2024-05-03T09:00:00Z")))));
		ReportLedger ledger = this.reports.ledger(PLAN);

		assertThat(ledger.milestone(PUBLISHED, day("2024-03-31"), day("2024-05-03"))).get()
			.extracting(MilestoneReport::achieved)
			.isEqualTo(day("2024-03-20"));
		assertThat(ledger.milestone(PUBLISHED, day("2024-03-19"), day("2024-05-03"))).isEmpty();
		assertThat(ledger.milestone(PUBLISHED, day("2024-03-31"), day("2024-05-02"))).isEmpty();
	}

	@Test
	void letsAnOverrideLapseAfterItsLastDay() {
		in(() -> this.reports.recordOverride(PLAN, override("2025-04-01", "2025-04-30")));
		ReportLedger ledger = this.reports.ledger(PLAN);

		assertThat(ledger.override(DENTAL, day("2025-03-31"), DAY)).isEmpty();
		assertThat(ledger.override(DENTAL, day("2025-04-01"), DAY)).isPresent();
		assertThat(ledger.override(DENTAL, day("2025-04-30"), DAY)).isPresent();
		assertThat(ledger.override(DENTAL, day("2025-05-01"), DAY)).isEmpty();
	}

	@Test
	void knowsAnOverrideOnlyFromTheDayItWasEntered() {
		in(() -> this.reports.recordOverride(PLAN, override("2025-03-01", "2025-04-30")));

		assertThat(this.reports.ledger(PLAN).override(DENTAL, day("2025-03-31"), day("2025-03-31"))).isEmpty();
		assertThat(this.reports.ledger(PLAN).override(DENTAL, day("2025-03-31"), day("2025-04-01"))).isPresent();
	}

	@Test
	void refusesAnOverrideThatOverlapsAndLetsTheCallerGoOn() {
		in(() -> {
			this.reports.recordOverride(PLAN, override("2025-04-01", "2025-04-30"));
			assertThatExceptionOfType(OverlappingOverride.class)
				.isThrownBy(() -> this.reports.recordOverride(PLAN, override("2025-04-30", "2025-05-31")))
				.withMessage(
						"Objective 2b already has a status set manually from 1 April 2025 to 30 April 2025 by programme-office; "
								+ "found one from 30 April 2025 to 31 May 2025. Choose days that do not overlap.");
			this.reports.recordOverride(PLAN, override("2025-05-01", "2025-05-31"));
		});

		assertThat(this.reports.ledger(PLAN).overrides()).extracting(StatusOverride::until)
			.containsExactly(day("2025-04-30"), day("2025-05-31"));
	}

	@Test
	void addsNothingForAnOverrideThatIsAlreadyHeld() {
		StatusOverride again = new StatusOverride(DENTAL, Status.DELAYED, "Contract not yet signed", "programme-office",
				day("2025-04-01"), day("2025-04-30"), line(9, "2025-05-01T09:00:00Z"));
		in(() -> this.reports.recordOverride(PLAN, override("2025-04-01", "2025-04-30")));
		in(() -> this.reports.recordOverride(PLAN, again));

		assertThat(this.reports.ledger(PLAN).overrides()).containsExactly(override("2025-04-01", "2025-04-30"));
	}

	@Test
	void aRevokedOverrideHoldsNoLongerAndIsStillThereForWhoAsksWhatWasKnownBefore() {
		in(() -> this.reports.recordOverride(PLAN, override("2025-04-01", "2025-06-30")));
		in(() -> this.reports.recordRevocation(PLAN, DENTAL, revocation("2025-05-01", "2025-05-10T09:00:00Z")));
		ReportLedger ledger = this.reports.ledger(PLAN);

		assertThat(ledger.override(DENTAL, day("2025-05-01"), day("2025-05-09"))).get()
			.extracting(StatusOverride::until)
			.isEqualTo(day("2025-06-30"));
		assertThat(ledger.override(DENTAL, day("2025-05-01"), day("2025-05-10"))).isEmpty();
		assertThat(ledger.override(DENTAL, day("2025-04-30"), day("2025-05-10"))).get()
			.extracting(StatusOverride::until)
			.isEqualTo(day("2025-04-30"));
		assertThat(ledger.history(day("2025-05-10"))).singleElement().satisfies((each) -> {
			assertThat(each.until()).isEqualTo("2025-06-30");
			assertThat(each.revocations()).containsExactly(revocation("2025-05-01", "2025-05-10T09:00:00Z"));
		});
		assertThat(ledger.history(day("2025-05-09"))).containsExactly(override("2025-04-01", "2025-06-30"));
	}

	@Test
	void anOverrideRevokedFromItsFirstDayNeverHeldAndMakesRoomForTheRightOne() {
		in(() -> this.reports.recordOverride(PLAN, override("2025-04-01", "2025-06-30")));
		in(() -> this.reports.recordRevocation(PLAN, DENTAL, revocation("2025-04-01", "2025-04-02T09:00:00Z")));
		in(() -> this.reports.recordOverride(PLAN, override("2025-04-01", "2025-04-30")));

		assertThat(this.reports.ledger(PLAN).override(DENTAL, day("2025-04-15"), DAY)).get()
			.isEqualTo(override("2025-04-01", "2025-04-30"));
		assertThat(this.reports.ledger(PLAN).override(DENTAL, day("2025-05-15"), DAY)).isEmpty();
	}

	@Test
	void revokesNothingWhereNothingHolds() {
		in(() -> {
			this.reports.recordOverride(PLAN, override("2025-04-01", "2025-04-30"));
			assertThatExceptionOfType(NoSuchOverride.class).isThrownBy(
					() -> this.reports.recordRevocation(PLAN, DENTAL, revocation("2025-05-01", "2025-04-02T09:00:00Z")))
				.withMessage(
						"Expected a status of objective 2b set manually that holds on 1 May 2025, found none. Choose a day"
								+ " between its first and its last.");
		});

		assertThat(this.reports.ledger(PLAN).overrides()).containsExactly(override("2025-04-01", "2025-04-30"));
	}

	@Test
	void aFileThatRepeatsAnOverrideAndItsEndChangesNothingAndAPersonWhoSetsItAgainDoes() {
		StatusOverride repeated = new StatusOverride(DENTAL, Status.DELAYED, "Contract not yet signed",
				"programme-office", day("2025-04-01"), day("2025-04-30"), line(2, "2025-05-01T09:00:00Z"));
		Revocation end = new Revocation(day("2025-04-10"), "Signed", "office", line(3, "2025-05-01T09:00:00Z"));
		in(() -> this.reports.recordOverride(PLAN, override("2025-04-01", "2025-04-30")));
		in(() -> assertThat(this.reports.recordRevocation(PLAN, DENTAL, end)).isTrue());
		in(() -> this.reports.recordOverride(PLAN, repeated));
		in(() -> assertThat(this.reports.recordRevocation(PLAN, DENTAL, end)).isFalse());
		assertThat(this.reports.ledger(PLAN).override(DENTAL, day("2025-04-10"), DAY)).isEmpty();

		in(() -> this.reports.recordRevocation(PLAN, DENTAL, revocation("2025-04-01", "2025-05-02T09:00:00Z")));
		in(() -> this.reports.recordOverride(PLAN, override("2025-04-01", "2025-04-30")));
		assertThat(this.reports.ledger(PLAN).override(DENTAL, day("2025-04-10"), DAY)).isPresent();
	}

	@Test
	void refusesOneOfTwoOverlappingOverridesThatAreEnteredAtOnce() throws Exception {
		ExecutorService people = Executors.newFixedThreadPool(2);
		CountDownLatch both = new CountDownLatch(2);
		Future<Boolean> one = people.submit(() -> accepted(override("2025-04-01", "2025-04-30"), both));
		Future<Boolean> other = people.submit(() -> accepted(override("2025-04-15", "2025-05-15"), both));

		assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(true, false);
		assertThat(this.reports.ledger(PLAN).overrides()).hasSize(1);
		people.shutdown();
	}

	private boolean accepted(StatusOverride override, CountDownLatch both) {
		try {
			in(() -> {
				both.countDown();
				this.reports.recordOverride(PLAN, override);
			});
			return true;
		}
		catch (OverlappingOverride ex) {
			return false;
		}
	}

	private void in(Runnable work) {
		this.transaction.executeWithoutResult((status) -> work.run());
	}

	private static StatusOverride override(String from, String until) {
		return new StatusOverride(DENTAL, Status.DELAYED, "Contract not yet signed", "programme-office", day(from),
				day(until), BY_HAND);
	}

	private static Revocation revocation(String from, String knownAt) {
		return new Revocation(day(from), "Signed after all", "office",
				new Origin(null, null, Place.line(0), Instant.parse(knownAt)));
	}

	private static Origin line(long line, String knownAt) {
		return new Origin(DeliveryId.of(1), "progress-2025-03.csv", Place.line(line), Instant.parse(knownAt));
	}

	private static LocalDate day(String day) {
		return LocalDate.parse(day);
	}

	@TestConfiguration(proxyBeanMethods = false)
	@Import({ JdbcProgressReports.class, TestTransactions.class })
	static class Store {

	}

}
