package org.jfpmonitor.plan.record;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import org.jfpmonitor.plan.GoodPlan;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Plans;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.catalogue.Catalogue;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.plan.reading.EditionsReading.Edition;
import org.jfpmonitor.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class JdbcPlanVersionsTest {

	private static final Instant MAY = Instant.parse("2025-05-15T09:00:00Z");

	private static final Instant JUNE = Instant.parse("2025-06-20T22:59:59Z");

	private final DataSource database = TestDatabase.create().dataSource();

	@TempDir
	private Path directory;

	@Test
	void firstStartMakesVersionOne() {
		GoodPlan good = GoodPlan.in(this.directory);
		start(good, MAY);
		PlanVersion current = only(instance().current());
		assertThat(current.number()).isEqualTo(1);
		assertThat(current.knownFrom()).isEqualTo(MAY);
		assertThat(current.fingerprint()).matches("[0-9a-f]{64}").isEqualTo(editions(good).get(0).fingerprint());
		assertThat(current.plan()).isEqualTo(good.plan());
	}

	@Test
	void versionStaysReadableWhenNobodyUnderstandsItsFilesAnyMore() {
		GoodPlan good = GoodPlan.in(this.directory);
		start(good, MAY);
		JdbcClient.create(this.database).sql("update plan_file set content = 'plan: in other words'").update();
		assertThat(only(instance().current()).plan()).isEqualTo(good.plan());
	}

	@Test
	void secondStartWithTheSameFilesMakesNoVersion() {
		GoodPlan good = GoodPlan.in(this.directory);
		start(good, MAY);
		start(good, JUNE);
		assertThat(only(instance().current()).number()).isEqualTo(1);
		assertThat(only(instance().current()).knownFrom()).isEqualTo(MAY);
	}

	@Test
	void editedFileMakesAVersionAndKeepsTheEarlierOne() {
		GoodPlan good = GoodPlan.in(this.directory);
		Plan before = good.plan();
		start(good, MAY);
		good.change("value: 202", "value: 205");
		start(good, JUNE);
		PlanVersions versions = instance();
		assertThat(only(versions.current()).number()).isEqualTo(2);
		assertThat(only(versions.current()).plan()).isEqualTo(good.plan()).isNotEqualTo(before);
		assertThat(only(versions.knownOn(LocalDate.of(2025, 6, 19))).number()).isEqualTo(1);
		assertThat(only(versions.knownOn(LocalDate.of(2025, 6, 19))).plan()).isEqualTo(before);
	}

	@Test
	void versionIsKnownOnTheLondonDayOfItsStart() {
		GoodPlan good = GoodPlan.in(this.directory);
		start(good, MAY);
		start(good.change("value: 202", "value: 205"), JUNE);
		start(good.change("value: 205", "value: 206"), JUNE.plusSeconds(1));
		assertThat(only(instance().knownOn(LocalDate.of(2025, 6, 20))).number()).isEqualTo(2);
		assertThat(only(instance().knownOn(LocalDate.of(2025, 6, 21))).number()).isEqualTo(3);
	}

	@Test
	void firstVersionStandsForTheDaysBeforeIt() {
		GoodPlan good = GoodPlan.in(this.directory);
		start(good, MAY);
		start(good.change("value: 202", "value: 205"), JUNE);
		assertThat(only(instance().knownOn(LocalDate.of(2024, 4, 1))).number()).isEqualTo(1);
	}

	@Test
	void goingBackToEarlierWordsIsAVersionOfItsOwn() {
		GoodPlan good = GoodPlan.in(this.directory);
		start(good, MAY);
		start(good.change("value: 202", "value: 205"), JUNE);
		start(good.change("value: 205", "value: 202"), JUNE);
		assertThat(only(instance().current()).number()).isEqualTo(3);
		assertThat(only(instance().current()).fingerprint())
			.isEqualTo(only(instance().knownOn(LocalDate.of(2025, 5, 15))).fingerprint());
	}

	@Test
	void anotherEditionCountsFromOne() {
		GoodPlan good = GoodPlan.in(this.directory);
		start(good, MAY);
		start(good.change("id: nw-jfp-2024", "id: nw-jfp-2025"), JUNE);
		assertThat(only(instance().current()).number()).isEqualTo(1);
		assertThat(only(instance().current()).plan().id()).isEqualTo(PlanId.of("nw-jfp-2025"));
		assertThat(only(instance().knownOn(LocalDate.of(2025, 6, 1))).plan().id()).isEqualTo(PlanId.of("nw-jfp-2024"));
	}

	@Test
	void instancesThatStartAtOnceMakeOneVersion() throws Exception {
		GoodPlan good = GoodPlan.in(this.directory);
		String fingerprint = editions(good).get(0).fingerprint();
		Plan plan = good.plan();
		CountDownLatch ready = new CountDownLatch(8);
		ExecutorService instances = Executors.newFixedThreadPool(8);
		try {
			List<Future<?>> starts = new ArrayList<>();
			for (int i = 0; i < 8; i++) {
				starts.add(instances.submit(() -> {
					JdbcPlanVersions versions = instance();
					ready.countDown();
					ready.await();
					versions.record(editions(good), MAY);
					return only(versions.current());
				}));
			}
			for (Future<?> start : starts) {
				assertThat(start.get()).isEqualTo(new PlanVersion(1, fingerprint, MAY, plan));
			}
		}
		finally {
			instances.shutdown();
		}
		assertThat(
				JdbcClient.create(this.database).sql("select count(*) from plan_version").query(Integer.class).single())
			.isEqualTo(1);
	}

	@Test
	void instanceSeesTheVersionThatAnotherOneMade() {
		GoodPlan good = GoodPlan.in(this.directory);
		JdbcPlanVersions earlier = start(good, MAY);
		start(good.change("value: 202", "value: 205"), JUNE);
		assertThat(only(earlier.current()).number()).isEqualTo(2);
		assertThat(only(earlier.current()).plan()).isEqualTo(good.plan());
	}

	@Test
	void saysSoWhenNoPlanIsRecorded() {
		assertThatIllegalStateException().isThrownBy(() -> instance().current()).withMessage("No plan is recorded");
	}

	private JdbcPlanVersions start(GoodPlan good, Instant now) {
		JdbcPlanVersions versions = instance();
		versions.record(editions(good), now);
		return versions;
	}

	private static List<Edition> editions(GoodPlan... editions) {
		return Arrays.stream(editions)
			.map((good) -> new Edition(good.files().files(), Catalogue.empty(),
					good.files().read(GoodPlan.ORGANISATIONS, Catalogue.empty())))
			.toList();
	}

	private static PlanVersion only(Plans plans) {
		assertThat(plans.editions()).hasSize(1);
		return plans.editions().get(0);
	}

	/** An instance of the service that has read no version yet. */
	private JdbcPlanVersions instance() {
		return new JdbcPlanVersions(JdbcClient.create(this.database),
				new TransactionTemplate(new JdbcTransactionManager(this.database)));
	}

}
