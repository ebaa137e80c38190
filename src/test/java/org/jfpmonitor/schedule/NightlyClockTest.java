package org.jfpmonitor.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.SettableClock;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.intake.inbox.DataFolders;
import org.jfpmonitor.observation.ObservationsRecorded;
import org.jfpmonitor.store.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the clock does, each night has one run and each change one mail to each who is
 * told. The hour is one that there is not, or twice, when the clocks change.
 */
@TestStore(anewForEachTest = true)
@SpringBootTest(webEnvironment = WebEnvironment.NONE,
		properties = { "jfp.config=src/test/resources/notification/config", "jfp.schedule.enabled=true",
				"jfp.schedule.nightly-at=01:30", "jfp.schedule.tick=PT24H", "jfp.schedule.mail-every=PT24H",
				"jfp.inbox.quiet=PT0S" })
class NightlyClockTest {

	private static final Duration TICK = Duration.ofMinutes(30);

	private static final SettableClock clock = new SettableClock(Instant.parse("2025-01-31T00:10:00Z"));

	/** How long the next files take to be read. */
	private static volatile Duration whileReading = Duration.ZERO;

	@Autowired
	private Timetable timetable;

	@Autowired
	private Runs runs;

	@Autowired
	private JdbcClient database;

	@Autowired
	private DataFolders folders;

	@TempDir
	private Path folder;

	@AfterEach
	void letNothingHappenBetween() {
		whileReading = Duration.ZERO;
	}

	@ParameterizedTest
	@ValueSource(strings = { "2025-03-30", "2025-10-26" })
	void theClocksChange(LocalDate day) throws IOException {
		newsFor(day);

		tickFrom(day, LocalTime.MIDNIGHT, Today.endOf(day));

		assertThat(nights()).containsExactly(day.minusDays(1).toString(), day.toString());
		assertThatEveryoneIsToldOnce();
	}

	@Test
	void threeNightsAreMissed() throws IOException {
		LocalDate day = LocalDate.of(2025, 5, 15);
		newsFor(day.minusDays(3));

		tickFrom(day, LocalTime.of(9, 0), Today.endOf(day));

		assertThat(nights()).containsExactly("2025-05-11", "2025-05-15");
		assertThatEveryoneIsToldOnce();
	}

	@Test
	void theMachineIsAsleepAtTheHour() throws IOException {
		LocalDate day = LocalDate.of(2025, 5, 15);
		newsFor(day);

		tickFrom(day, LocalTime.MIDNIGHT, at(day, LocalTime.of(1, 0)));
		assertThat(nights()).containsExactly("2025-05-14");
		tickFrom(day, LocalTime.of(7, 45), Today.endOf(day));

		assertThat(nights()).containsExactly("2025-05-14", "2025-05-15");
		assertThatEveryoneIsToldOnce();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 24, 30 })
	void theClockIsSetBackAfterTheRun(int hours) throws IOException {
		LocalDate day = LocalDate.of(2025, 5, 15);
		LocalDate before = day.minusDays(1);
		newsFor(before);
		tickFrom(before, LocalTime.of(1, 0), at(day, LocalTime.of(3, 0)));
		assertThat(nights()).containsExactly("2025-05-13", "2025-05-14", "2025-05-15");

		clock.to(clock.instant().minus(Duration.ofHours(hours)));
		tickUntil(Today.endOf(day));

		assertThat(nights()).containsExactly("2025-05-13", "2025-05-14", "2025-05-15");
		assertThatEveryoneIsToldOnce();
	}

	@Test
	void aRunTakesLongerThanADay() throws IOException {
		LocalDate day = LocalDate.of(2025, 5, 15);
		newsFor(day);
		whileReading = Duration.ofHours(25);

		tickFrom(day, LocalTime.MIDNIGHT, Today.endOf(day.plusDays(1)));

		assertThat(nights()).containsExactly("2025-05-14", "2025-05-15", "2025-05-16");
		assertThatEveryoneIsToldOnce();
	}

	/** The night before, all was well; a file that brings a change lies in the inbox. */
	private void newsFor(LocalDate day) throws IOException {
		clock.to(at(day.minusDays(1), LocalTime.NOON));
		YearMonth news = YearMonth.from(day).minusMonths(1);
		Path well = Files.write(this.folder.resolve("figures-before.csv"),
				lines(IntStream.rangeClosed(1, 9)
					.mapToObj(news::minusMonths)
					.flatMap((month) -> Stream.of("beds,QMM," + month + ",120,", "calls,QMM," + month + ",80,"))));
		assertThat(this.runs.importFiles(List.of(well))).singleElement()
			.satisfies((outcome) -> assertThat(outcome.isClean()).as(outcome.message()).isTrue());
		this.timetable.nightly();
		Files.write(this.folders.inbox().resolve("figures-news.csv"), lines(Stream.of("beds,QMM," + news + ",90,")));
	}

	private static List<String> lines(Stream<String> figures) {
		return Stream.concat(Stream.of("measure,organisation,period,value,comment"), figures).toList();
	}

	private void tickFrom(LocalDate day, LocalTime time, Instant end) {
		clock.to(at(day, time));
		tickUntil(end);
	}

	private void tickUntil(Instant end) {
		while (clock.instant().isBefore(end)) {
			this.timetable.nightly();
			this.timetable.takeUp();
			clock.to(clock.instant().plus(TICK));
		}
	}

	private static Instant at(LocalDate day, LocalTime time) {
		return day.atTime(time).atZone(Today.LONDON).toInstant();
	}

	private List<String> nights() {
		return this.database.sql("select business_day from run where kind = 'nightly' order by id")
			.query(String.class)
			.list();
	}

	private void assertThatEveryoneIsToldOnce() {
		assertThat(this.database.sql("""
				select recipient from mail where subject like '%On Track to Underperformance' order by 1
				""").query(String.class).list()).containsExactly("chief@example.org", "uec-lead@example.org");
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Settable {

		@Bean
		@Primary
		Today settable() {
			return Today.by(clock);
		}

		@EventListener
		void on(ObservationsRecorded news) {
			clock.to(clock.instant().plus(whileReading));
			whileReading = Duration.ZERO;
		}

	}

}
