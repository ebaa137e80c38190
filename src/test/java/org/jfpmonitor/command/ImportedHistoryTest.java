package org.jfpmonitor.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Observations;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.store.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What a new customer brings in of the past is known as of its past. */
@TestStore(anewForEachTest = true)
@SpringBootTest(webEnvironment = WebEnvironment.NONE,
		properties = { "jfp.config=src/test/resources/notification/config", "jfp.today=2025-12-31" })
class ImportedHistoryTest {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private Observations observations;

	@Autowired
	private JdbcClient database;

	@TempDir
	private Path folder;

	private Path figures(String file, String... lines) throws IOException {
		Path path = this.folder.resolve(file);
		Files.createDirectories(path.getParent());
		return Files.write(path,
				Stream.concat(Stream.of("measure,organisation,period,value"), Arrays.stream(lines)).toList());
	}

	private String run(int exit, Object... words) {
		ByteArrayOutputStream printed = new ByteArrayOutputStream();
		List<String> texts = Arrays.stream(words).map(String::valueOf).toList();
		assertThat(new Import().misuse(texts)).isEmpty();
		int code = new Import().carryOut(this.context, texts, new PrintStream(printed, true, StandardCharsets.UTF_8));
		assertThat(code).describedAs(printed.toString(StandardCharsets.UTF_8)).isEqualTo(exit);
		return printed.toString(StandardCharsets.UTF_8);
	}

	/** The figure of March 2025 as known on the day; empty for none. */
	private String march(String knownOn) {
		return this.observations.series(MeasureId.of("beds"), Period.month(2025, 3), LocalDate.parse(knownOn))
			.stream()
			.flatMap((series) -> series.points().stream())
			.map((each) -> String.valueOf(each.figure().value().stripTrailingZeros().toPlainString()))
			.findFirst()
			.orElse("");
	}

	private List<String> recordedDays() {
		return this.database.sql("select as_of::text from assessment_run order by number").query(String.class).list();
	}

	@Test
	void figuresOfThePastAreKnownFromTheDayOnWhichTheyArrived() throws IOException {
		run(0, "--arrived", "2025-04-10", figures("first.csv", "beds,QMM,2025-03,120"));
		run(0, "--arrived", "2025-06-12", figures("revised.csv", "beds,QMM,2025-03,121"));

		assertThat(march("2025-04-09")).isEmpty();
		assertThat(march("2025-04-10")).isEqualTo("120");
		assertThat(march("2025-06-11")).isEqualTo("120");
		assertThat(march("2025-06-12")).isEqualTo("121");
	}

	@Test
	void aFolderOfDaysIsReplayedOldestFirstAndNobodyIsTold() throws IOException {
		figures("past/2025-06-12/a.csv", "beds,QMM,2025-03,90");
		figures("past/2025-04-10/a.csv", "beds,QMM,2025-03,120");

		run(0, "--history", this.folder.resolve("past"));

		assertThat(march("2025-05-01")).isEqualTo("120");
		assertThat(march("2025-12-31")).isEqualTo("90");
		assertThat(recordedDays()).containsExactly("2025-04-10", "2025-06-12", "2025-12-31");
		assertThat(
				this.database.sql("select count(*) from assessment_change where announced").query(Long.class).single())
			.isZero();
	}

	@Test
	void onceALaterDayIsRecordedThePastIsKnownButOnlyTodayIsRecorded() throws IOException {
		run(0, figures("now.csv", "beds,QMM,2025-11,130"));
		run(0, "--arrived", "2025-04-10", figures("past.csv", "beds,QMM,2025-03,120"));

		assertThat(march("2025-04-10")).isEqualTo("120");
		assertThat(recordedDays()).containsExactly("2025-12-31", "2025-12-31");
	}

	@Test
	void anOlderFileThatIsBroughtInLaterReplacesNothingNewer() throws IOException {
		run(0, figures("now.csv", "beds,QMM,2025-03,130"));
		String printed = run(0, "--arrived", "2025-04-10", figures("past.csv", "beds,QMM,2025-03,120"));

		assertThat(march("2025-12-31")).isEqualTo("130");
		assertThat(march("2025-12-30")).isEqualTo("120");
		assertThat(printed).contains("past.csv");
	}

	@Test
	void nothingArrivedBeforeItsPeriodHadBegun() throws IOException {
		run(1, "--arrived", "2025-04-10", figures("slip.csv", "beds,QMM,2025-03,120", "beds,QMM,2025-05,130"));

		assertThat(this.database.sql("select lower(code) || ' ' || expected from reject").query(String.class).list())
			.containsExactly("period_in_future a period that has begun by 10 April 2025");
	}

	@Test
	void nothingArrivesInTheFuture() throws IOException {
		assertThat(run(2, "--arrived", "2026-01-01", figures("a.csv", "beds,QMM,2025-03,120"))).isEqualTo(
				"Expected a day of arrival no later than today, 2025-12-31, found 2026-01-01. Nothing was imported; "
						+ "correct the day and try again." + System.lineSeparator());
		assertThat(this.database.sql("select count(*) from delivery").query(Long.class).single()).isZero();
	}

	@Test
	void whatIsOverGoesByTheDayOfArrivalAndByNoOtherClock() throws IOException {
		assertThat(run(1, figures("set.csv", "beds,QMM,2026-01,120"))).contains("its only line was rejected");
		assertThat(run(1, "--arrived", "2025-04-10", figures("past.csv", "beds,QMM,2025-04,120")))
			.contains("its only line was rejected");
		assertThat(this.database.sql("select distinct expected from reject order by 1").query(String.class).list())
			.containsExactly("a period that has begun by 31 December 2025",
					"a period that is over by 10 April 2025, the day of arrival; April 2025 is not, so its figure is no"
							+ " whole yet");
	}

	@Test
	void theNightlyRunSaysThatTodayIsNotToday() {
		ByteArrayOutputStream printed = new ByteArrayOutputStream();
		new Nightly().carryOut(this.context, List.of(), new PrintStream(printed, true, StandardCharsets.UTF_8));

		assertThat(printed.toString(StandardCharsets.UTF_8))
			.startsWith("Today is taken to be 31 December 2025, because jfp.today says so. The run is for that day, and"
					+ " what is imported now counts as arrived on it." + System.lineSeparator());
	}

	@Test
	void saysThatTodayIsNotTodayAndNothingOfADemonstrationThatThereIsNot() throws IOException {
		assertThat(run(0, figures("a.csv", "beds,QMM,2025-03,120"))).startsWith(
				"Today is taken to be 31 December 2025, because jfp.today says so. What is imported now counts as"
						+ " arrived on that day." + System.lineSeparator());
	}

}
