package org.jfpmonitor.schedule;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.Example;
import org.jfpmonitor.assessment.NeverAssessed;
import org.jfpmonitor.assessment.PlanAssessed;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.intake.Intake;
import org.jfpmonitor.intake.inbox.UploadReceived;
import org.jfpmonitor.notification.outbox.Outbox;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.Plans;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.store.DatabaseWatch;
import org.jfpmonitor.store.RestartableJob;
import org.jfpmonitor.store.RunLock;
import org.jfpmonitor.store.TestDatabase;
import org.jfpmonitor.store.TestJdbc;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.context.annotation.Bean;
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

	private final AtomicBoolean edited = new AtomicBoolean();

	private final Semaphore assessing = new Semaphore(0);

	@AfterEach
	void letGo() {
		this.end.countDown();
	}

	@Test
	void anUploadIsTakenWhileAMailServerHangs() {
		keeping("13:00", () -> {
		}, () -> hang(0)).run((context) -> {
			open(context);
			assertHappens(this.mailing);

			context.publishEvent(new UploadReceived("beds.csv", "0".repeat(64)));

			assertHappens(this.importing);
			letGo();
		});
	}

	@Test
	void mailsAreSentWhileTheNightlyRunIsUnderWayAndAnUploadWaitsForIt() {
		keeping("02:30", () -> hang(0), () -> 0).run((context) -> {
			context.publishEvent(new UploadReceived("beds.csv", "0".repeat(64)));
			open(context);

			assertHappens(this.importing);
			assertHappens(this.mailing);
			letGo();
			assertHappens(this.importing);
		});
	}

	@Test
	void aNightlyRunThatWasCutOffIsTakenUpAndNotBegunAgain() {
		AtomicInteger starts = new AtomicInteger();
		keeping("02:30", () -> {
			if (starts.incrementAndGet() == 1) {
				throw new DataAccessResourceFailureException("The database was restarted");
			}
		}, () -> 0).run((context) -> {
			open(context);

			assertThat(this.importing.tryAcquire(2, 30, TimeUnit.SECONDS)).isTrue();
			assertThat(context.getBean(JdbcClient.class)
				.sql("select kind || ' ' || business_day from run")
				.query(String.class)
				.list()).containsExactly("nightly 2025-01-15");
		});
	}

	/** As on a full disk: what came in waits for the run that could not be finished. */
	@Test
	void noOtherRunIsBegunWhileOneCannotBeFinished() {
		AtomicReference<@Nullable JdbcClient> store = new AtomicReference<>();
		Queue<Long> begun = new ConcurrentLinkedQueue<>();
		Semaphore tried = new Semaphore(0);
		keeping("13:00", () -> {
			begun.add(Objects.requireNonNull(store.get()).sql("select count(*) from run").query(Long.class).single());
			tried.release();
			throw new DataAccessResourceFailureException("No space left on device");
		}, () -> 0).withPropertyValues("jfp.schedule.inbox-every=PT0.1S").run((context) -> {
			store.set(context.getBean(JdbcClient.class));
			open(context);

			for (int i = 0; i < 6; i++) {
				assertHappens(tried);
			}
			assertThat(begun).containsOnly(1L);
		});
	}

	@Test
	void aPlanThatIsFoundEditedAtTheStartIsAssessedOnce() {
		this.edited.set(true);
		keeping("13:00", () -> {
		}, () -> 0).run((context) -> {
			open(context);
			assertHappens(this.assessing);
			this.mailing.drainPermits();
			assertHappens(this.mailing);
			assertHappens(this.mailing);

			assertThat(context.getBean(JdbcClient.class)
				.sql("select kind || ' ' || business_day from run")
				.query(String.class)
				.list()).containsExactly("plan 2025-01-15");
		});
	}

	/**
	 * A timetable whose runs have one step.
	 * @param step what it does
	 * @param mails what sending mails does
	 */
	private ApplicationContextRunner keeping(String nightlyAt, Runnable step, Supplier<Integer> mails) {
		DataSource database = TestDatabase.create().dataSource();
		return new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer())
			.withConfiguration(AutoConfigurations.of(TaskSchedulingAutoConfiguration.class,
					ApplicationAvailabilityAutoConfiguration.class))
			.withUserConfiguration(Kept.class)
			.withPropertyValues("jfp.schedule.enabled=true", "jfp.schedule.nightly-at=" + nightlyAt,
					"jfp.schedule.tick=PT0.1S", "jfp.schedule.mail-every=PT0.1S", "jfp.schedule.upload-every=PT0.1S")
			.withBean(DataSource.class, () -> database)
			.withBean(Today.class, () -> Today.by(Clock.fixed(NOON, ZoneOffset.UTC)))
			.withBean(PlanVersions.class,
					() -> only(PlanVersions.class, () -> Plans.of(List.of(Example.version(Example.beds().plan())))))
			.withBean(Assessments.class, () -> new NeverAssessed() {

				@Override
				public boolean awaitsRun(PlanEditions plan, LocalDate day) {
					return TimetableTest.this.edited.get();
				}

				@Override
				public @Nullable PlanAssessed record(PlanId plan, LocalDate day, boolean quiet) {
					TimetableTest.this.assessing.release();
					return null;
				}

			})
			.withBean(Intake.class, TimetableTest::withFilesWaiting)
			.withBean(Tasklet.class, () -> (contribution, context) -> {
				this.importing.release();
				step.run();
				return RepeatStatus.FINISHED;
			})
			.withBean(Outbox.class, () -> () -> {
				this.mailing.release();
				return mails.get();
			});
	}

	private static Intake withFilesWaiting() {
		return Intake.class.cast(Proxy.newProxyInstance(Intake.class.getClassLoader(), new Class<?>[] { Intake.class },
				(proxy, method, arguments) -> (method.getReturnType() == boolean.class) ? true : List.of()));
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
	@EnableBatchProcessing
	@EnableJdbcJobRepository
	@Import({ ScheduleConfiguration.class, Timetable.class, DatabaseWatch.class, Runs.class, RunLog.class,
			RunLock.class, TestJdbc.class, RestartableJob.class })
	static class Kept {

		@Bean
		Job run(JobRepository repository, PlatformTransactionManager transactions, Tasklet work, JdbcClient database) {
			Tasklet finish = (contribution, context) -> {
				database.sql("update run set finished_at = now() where id = :run")
					.param("run", contribution.getStepExecution().getJobParameters().getLong("run"))
					.update();
				return RepeatStatus.FINISHED;
			};
			return new JobBuilder("run", repository)
				.start(new StepBuilder("work", repository).tasklet(work, transactions).build())
				.next(new StepBuilder("finish", repository).tasklet(finish, transactions).build())
				.build();
		}

	}

}
