package org.jfpmonitor.demonstration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import org.jfpmonitor.EveryCase;
import org.jfpmonitor.EveryCase.Cases;
import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.Assessments.MonthEnd;
import org.jfpmonitor.assessment.Assessments.Position;
import org.jfpmonitor.assessment.Assessments.Recorded;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.StatusSince;
import org.jfpmonitor.assessment.reason.Reason;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.notification.outbox.Outbox;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.store.TestStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What a newcomer sees after the first start. */
@TestStore
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "jfp.demo=true")
class DemonstrationTest {

	private static final PlanId PLAN = PlanId.of("nw-jfp-2024");

	private static final LocalDate YEAR_END = LocalDate.of(2025, 3, 31);

	private static final LocalDate KNOWN = LocalDate.of(2025, 5, 15);

	@Autowired
	private Assessments assessments;

	@Autowired
	private Outbox outbox;

	@Autowired
	private JdbcClient database;

	@Value("${jfp.data}")
	private Path data;

	@Test
	void publishedStatusesAreThoseOfTheProgressReport() {
		Map<Status, Long> published = assess().objectives()
			.stream()
			.map(ObjectiveAssessment::published)
			.collect(Collectors.groupingBy((position) -> position.status(), Collectors.counting()));

		assertThat(published).isEqualTo(Map.of(Status.ON_TRACK, 10L, Status.UNDERPERFORMANCE, 5L, Status.DELAYED, 2L,
				Status.COMPLETED, 3L, Status.NO_LONGER_APPLICABLE, 1L));
	}

	@Test
	void computedAgreesWithPublishedExceptWhereRollOutsAreOutstanding() {
		assertThat(assess().objectives()).hasSize(21)
			.filteredOn((objective) -> !objective.agrees())
			.extracting((objective) -> objective.objective().code().value(), ObjectiveAssessment::computed)
			.containsExactly(tuple("5a", Status.ON_TRACK));
	}

	/** What a board member would hear, word for word. */
	@Test
	void everyObjectiveCanBeReadAloud() throws IOException {
		String aloud = assess().objectives().stream().map(DemonstrationTest::aloud).collect(Collectors.joining("\n"));

		assertThat(aloud)
			.isEqualTo(Files.readString(Path.of("src/test/resources/demonstration/march-2025-read-aloud.txt")));
	}

	@Test
	void whatEachRunRecordedIsWhatIsStillComputedForThatDay() {
		for (ObjectiveAssessment objective : assess().objectives()) {
			ObjectiveCode code = objective.objective().code();
			for (Recorded recorded : this.assessments.history(PLAN, code)) {
				LocalDate day = recorded.run().asOf();
				assertThat(this.assessments.assess(PLAN, day, day).objective(code).orElseThrow().computed())
					.as("%s on %s", code, day)
					.isEqualTo(recorded.computed());
			}
		}
	}

	@EveryCase
	@Test
	void whatEachRunRecordedOfTheMonthEndsBeforeItIsWhatIsStillComputedForThem() {
		List<RunRow> runs = this.database.sql("select as_of, month_ends from assessment_run order by number")
			.query(RunRow.class)
			.list();
		assertThat(runs).hasSize(12);
		for (RunRow run : Cases.oneIn(5, runs.stream()).toList()) {
			Map<String, Map<String, Map<String, Object>>> recorded = JsonPath.parse(run.monthEnds()).read("$.days");
			assertThat(recorded).hasSize(12);
			List<LocalDate> days = recorded.keySet().stream().sorted().map(LocalDate::parse).toList();
			List<MonthEnd> ends = this.assessments.position(PLAN, run.asOf(), days, run.asOf()).monthEnds();
			assertThat(ends).extracting(MonthEnd::day).containsExactlyInAnyOrderElementsOf(days);
			for (MonthEnd shown : ends) {
				Map<String, String> then = new TreeMap<>();
				recorded.get(shown.day().toString())
					.forEach((code, known) -> then.put(code, String.valueOf(known.get("status"))));
				Map<String, String> computed = new TreeMap<>();
				this.assessments.assess(PLAN, shown.day(), run.asOf())
					.objectives()
					.forEach((each) -> computed.put(each.objective().code().value(), code(each.computed())));
				assertThat(computed).as("%s as known on %s", shown.day(), run.asOf()).isEqualTo(then);
				Map<String, String> told = new TreeMap<>(then);
				told.replaceAll((code, status) -> "null");
				shown.computed().forEach((code, status) -> told.put(code.value(), status.code()));
				assertThat(told).as("month end %s as known on %s", shown.day(), run.asOf()).isEqualTo(then);
			}
		}
	}

	@Test
	void sinceIsWhatTheStripAndAnEarlierDaySayForEveryObjective() {
		for (LocalDate day : List.of(KNOWN, YEAR_END, LocalDate.of(2024, 12, 31))) {
			List<LocalDate> days = StatusSince.monthEnds(day);
			Position position = this.assessments.position(PLAN, day, days, KNOWN);
			Map<LocalDate, PlanAssessment> earlier = this.assessments.assess(PLAN, days, KNOWN)
				.stream()
				.collect(Collectors.toMap(PlanAssessment::asOf, Function.identity()));
			for (ObjectiveAssessment objective : position.now().objectives()) {
				ObjectiveCode code = objective.objective().code();
				StatusSince since = position.since(objective).orElseThrow();
				for (MonthEnd end : position.monthEnds()) {
					Status then = earlier.get(end.day()).objective(code).orElseThrow().computed();
					assertThat(end.computed().get(code)).as("%s on %s", code, end.day()).isEqualTo(then);
					YearMonth month = YearMonth.from(end.day());
					if (!month.isBefore(since.month())) {
						assertThat(then).as("%s on %s", code, end.day()).isEqualTo(objective.computed());
					}
					if (month.equals(since.month().minusMonths(1))) {
						assertThat(then).as("%s on %s", code, end.day()).isNotEqualTo(objective.computed());
					}
				}
			}
		}
	}

	@Test
	void sinceIsTheSameOnTheBoardAndInTheTableForGrafana() {
		Position position = this.assessments.position(PLAN, KNOWN, StatusSince.monthEnds(KNOWN), KNOWN);
		Map<String, String> since = new TreeMap<>();
		position.now()
			.objectives()
			.forEach(
					(each) -> since.put(each.objective().code().value(), position.since(each).orElseThrow().inWords()));

		assertThat(since).containsEntry("4a", "January 2025")
			.containsEntry("1d", "December 2024")
			.containsEntry("1a", "May 2024 or before");
		Map<String, String> tabled = new TreeMap<>();
		this.database.sql("select objective, since from report.objective_standing").query((row) -> {
			tabled.put(row.getString("objective"), row.getString("since"));
		});
		assertThat(tabled).isEqualTo(since);
	}

	@Test
	void onlyTheOwnersOfWhatChangedOnTheLastDayAndTheOfficeGetAMail() throws IOException {
		this.outbox.drain();
		try (Stream<Path> mails = Files.list(this.data.resolve("mail"))) {
			List<String> subjects = mails.sorted().map(DemonstrationTest::subject).toList();
			assertThat(subjects).containsExactly("Subject: 3b Maternity and neonatal system: On Track to Completed",
					"Subject: 4c Integrated front door for children and young people: On Track to",
					"Subject: 6b Virtual wards: On Track to Underperformance",
					"Subject: Run for 15 May 2025: 3 changes, 16 files");
		}
	}

	private static String aloud(ObjectiveAssessment objective) {
		return Stream
			.of(Stream.of(objective.objective().code() + " " + objective.objective().shortTitle()),
					objective.because().stream().map(Reason::sentence),
					objective.measures().stream().map(Phrasing::sustained).distinct(),
					objective.measures().stream().map(Phrasing::warning), Stream.of(Phrasing.agreement(objective)))
			.flatMap((sentences) -> sentences)
			.filter((sentence) -> !sentence.isEmpty())
			.collect(Collectors.joining("\n", "", "\n"));
	}

	record RunRow(LocalDate asOf, String monthEnds) {

	}

	private static String code(@Nullable Status status) {
		return (status != null) ? status.code() : "null";
	}

	private PlanAssessment assess() {
		return this.assessments.assess(PLAN, YEAR_END, KNOWN);
	}

	private static String subject(Path mail) {
		try (Stream<String> lines = Files.lines(mail)) {
			return lines.filter((line) -> line.startsWith("Subject: ")).findFirst().orElseThrow();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
