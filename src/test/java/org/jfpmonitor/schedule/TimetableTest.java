package org.jfpmonitor.schedule;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.intake.Intake;
import org.jfpmonitor.intake.inbox.UploadReceived;
import org.jfpmonitor.notification.outbox.Outbox;
import org.jfpmonitor.store.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The timetable on the scheduler that the program has, with the program's settings. */
class TimetableTest {

	private static final Instant NOON = Instant.parse("2025-01-15T12:00:00Z");

	private final CountDownLatch end = new CountDownLatch(1);

	/** Threads that have begun to import. */
	private final Semaphore importing = new Semaphore(0);

	/** Threads that have begun to send mails. */
	private final Semaphore mailing = new Semaphore(0);

	@AfterEach
	void letGo() {
		this.end.countDown();
	}

	@Test
	void anUploadIsTakenWhileAMailServerHangs() {
		keeping("13:00", () -> List.of(), () -> hang(0)).run((context) -> {
			open(context);
			assertHappens(this.mailing);

			context.publishEvent(new UploadReceived("beds.csv", "0".repeat(64)));

			assertHappens(this.importing);
		});
	}

	@Test
	void mailsAreSentWhileTheNightlyRunAndAnUploadAreUnderWay() {
		keeping("02:30", () -> hang(List.of()), () -> 0).run((context) -> {
			context.publishEvent(new UploadReceived("beds.csv", "0".repeat(64)));
			open(context);

			assertThat(this.importing.tryAcquire(2, 30, TimeUnit.SECONDS)).isTrue();
			assertHappens(this.mailing);
		});
	}

	private ApplicationContextRunner keeping(String nightlyAt, Supplier<List<ImportOutcome>> inbox,
			Supplier<Integer> mails) {
		DataSource database = TestDatabase.create().dataSource();
		return new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer())
			.withConfiguration(AutoConfigurations.of(TaskSchedulingAutoConfiguration.class,
					ApplicationAvailabilityAutoConfiguration.class))
			.withUserConfiguration(Kept.class)
			.withPropertyValues("jfp.schedule.enabled=true", "jfp.schedule.nightly-at=" + nightlyAt,
					"jfp.schedule.tick=PT0.1S", "jfp.schedule.mail-every=PT0.1S", "jfp.schedule.upload-every=PT0.1S")
			.withBean(DataSource.class, () -> database)
			.withBean(JdbcClient.class, () -> JdbcClient.create(database))
			.withBean(Today.class, () -> Today.by(Clock.fixed(NOON, ZoneOffset.UTC)))
			.withBean(Assessments.class, () -> only(Assessments.class, () -> null))
			.withBean(Intake.class, () -> only(Intake.class, () -> {
				this.importing.release();
				return inbox.get();
			}))
			.withBean(Outbox.class, () -> () -> {
				this.mailing.release();
				return mails.get();
			});
	}

	/** Does the same, whatever it is asked for. */
	private static <T> T only(Class<T> type, Supplier<@Nullable Object> answer) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> answer.get()));
	}

	private static void open(AssertableApplicationContext context) {
		AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
	}

	private static void assertHappens(Semaphore event) throws InterruptedException {
		assertThat(event.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
	}

	private <T> T hang(T result) {
		try {
			this.end.await();
			return result;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return result;
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(ScheduleProperties.class)
	@Import({ ScheduleConfiguration.class, Timetable.class, Runs.class, RunLog.class })
	static class Kept {

	}

}
