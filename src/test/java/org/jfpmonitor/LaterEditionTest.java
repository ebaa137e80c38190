package org.jfpmonitor;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.PlanAssessed;
import org.jfpmonitor.notification.outbox.JdbcOutbox;
import org.jfpmonitor.notification.outbox.OutboxMail;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.publication.MetricsHistory;
import org.jfpmonitor.publication.Overrides;
import org.jfpmonitor.publication.comments.FormBrowser;
import org.jfpmonitor.store.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The year of the demonstration, and then a second edition that begins after it: with the
 * same codes of objectives, which are other objectives all the same.
 */
class LaterEditionTest {

	private static final PlanId FIRST = PlanId.of("nw-jfp-2024");

	private static final PlanId SECOND = PlanId.of("nw-jfp-2025");

	private static final ObjectiveCode WARDS = ObjectiveCode.of("6b");

	private static final LocalDate DEMONSTRATION = LocalDate.of(2025, 5, 15);

	private static final LocalDate TODAY = LocalDate.of(2025, 6, 30);

	private static final String PASSWORD = "a quiet corner of the ward";

	@TempDir
	private Path folder;

	private TestDatabase database;

	@BeforeEach
	void importTheDemonstration() throws IOException {
		this.database = TestDatabase.withDemonstration(this.folder.resolve("data"));
		FileSystemUtils.copyRecursively(Path.of("config"), this.folder.resolve("config"));
	}

	@EveryCase
	@Test
	void anEditionThatBeginsLaterChangesNothingBeforeIt() throws Exception {
		Map<String, String> before = answers();
		addSecondEdition();
		Map<String, String> after = answers();

		assertThat(after.keySet()).isEqualTo(before.keySet());
		before.forEach((question, answer) -> assertThat(after.get(question)).as(question).isEqualTo(answer));
	}

	/**
	 * What is asked about days before the second edition, by what was known then and is
	 * known now.
	 */
	private Map<String, String> answers() throws Exception {
		Map<String, String> answers = new TreeMap<>();
		try (ConfigurableApplicationContext service = start(TODAY, true)) {
			FormBrowser browser = FormBrowser.of(
					service.getEnvironment().getRequiredProperty("local.server.port", Integer.class), "reader",
					PASSWORD);
			for (String asOf : List.of("2025-05-31", "2025-03-31", "2024-07-31", "2025-05-15")) {
				for (String page : List.of("/", "/objectives/6b", "/objectives/5a", "/measures", "/report",
						"/report.json")) {
					String question = page + "?as-of=" + asOf + "&known-on=2025-05-31";
					answers.put(question, browser.any(question).replaceAll("name=\"_csrf\" value=\"[^\"]*\"", ""));
				}
				for (String knownOn : List.of("2025-05-31", TODAY.toString())) {
					for (String read : List.of("/api/objectives", "/api/measures", "/api/overrides", "/api/comments",
							"/api/measures/virtual-ward-beds/series")) {
						String question = read + "?as-of=" + asOf + "&known-on=" + knownOn;
						answers.put(question, browser.json(question));
					}
				}
			}
			StringWriter metrics = new StringWriter();
			service.getBean(MetricsHistory.class).write("jfp-monitor", "test", metrics);
			answers.put("metrics",
					metrics.toString().lines().filter(LaterEditionTest::isBeforeJune).toList().toString());
		}
		assertThat(answers.get("metrics")).contains("jfp_objective_status");
		return answers;
	}

	private static PlanEditions plan(ConfigurableApplicationContext service) {
		return service.getBean(PlanVersions.class).current().single().orElseThrow();
	}

	private static boolean isBeforeJune(String sample) {
		String last = sample.substring(sample.lastIndexOf(' ') + 1);
		return last.matches("[0-9]+") && Long.parseLong(last) < LocalDate.of(2025, 6, 1).toEpochDay() * 86400;
	}

	@Test
	void whatIsSaidOfOneEditionIsNotSaidOfTheOther() throws Exception {
		try (ConfigurableApplicationContext service = start(DEMONSTRATION.plusDays(1), false)) {
			service.getBean(Overrides.class)
				.set(new Overrides.Wanted("6b", "delayed", "Staff are missing", null, "2025-12-31"), plan(service),
						"office");
		}
		addSecondEdition();
		try (ConfigurableApplicationContext service = start(TODAY, false)) {
			Assessments assessments = service.getBean(Assessments.class);
			PlanAssessed first = assessments.record(TODAY, false).get(0);

			assertThat(first.now().plan().plan().id()).isEqualTo(SECOND);
			assertThat(first.now().objective(WARDS)).get().satisfies((wards) -> {
				assertThat(wards.override()).isNull();
				assertThat(wards.published()).isNull();
			});
			assertThat(first.now().objectives()).filteredOn((each) -> each.computed() != null)
				.isNotEmpty()
				.allSatisfy((each) -> assertThat(first.position().since(each)).get()
					.satisfies((since) -> assertThat(since.inWords()).isEqualTo("June 2025")));
			assertThat(first.position().monthEnds()).extracting((end) -> end.day())
				.containsExactly(LocalDate.of(2025, 6, 30));
			assertThat(assessments.history(SECOND, WARDS)).hasSize(1);
			assertThat(assessments.history(FIRST, WARDS)).hasSizeGreaterThan(1);
			assertThat(assessments.assess(FIRST, LocalDate.of(2025, 5, 31), TODAY).objective(WARDS)).get()
				.satisfies((wards) -> assertThat(wards.status()).isEqualTo(Status.DELAYED));

			service.getBean(Overrides.class)
				.set(new Overrides.Wanted("6b", "on_track", "Staff were hired", null, "2025-12-31"), plan(service),
						"office");
			assertThat(assessments.assess(FIRST, TODAY, TODAY).objective(WARDS)).get()
				.satisfies((wards) -> assertThat(wards.status()).isEqualTo(Status.ON_TRACK));
		}
	}

	@EveryCase
	@Test
	void theFirstRunOfAnEditionTellsTheOfficeAloneAndOnce() throws Exception {
		addSecondEdition();
		try (ConfigurableApplicationContext service = start(TODAY, false)) {
			Assessments assessments = service.getBean(Assessments.class);
			PlanAssessed first = assessments.record(TODAY, false).get(0);
			PlanAssessed second = assessments.record(TODAY, false).get(0);

			assertThat(first.changeOfEdition()).isTrue();
			assertThat(first.changes()).isEmpty();
			List<OutboxMail> mails = service.getBean(JdbcOutbox.class).ofRun(first.run());
			assertThat(mails).extracting(OutboxMail::recipient).containsExactly("plan-office@example.org");
			assertThat(mails.get(0).subject()).isEqualTo("New edition of the plan");
			assertThat(mails.get(0).plain()).contains("A new edition of the plan",
					"Since 1 June 2025 Another Joint Forward Plan is in force.", "Nobody was told of these.");
			assertThat(second.changeOfEdition()).isFalse();
			assertThat(second.changes()).isEmpty();
			assertThat(service.getBean(JdbcOutbox.class).ofRun(second.run())).isEmpty();
		}
	}

	@EveryCase
	@Test
	void viewsForBoardsKeepTheEditionsApart() throws Exception {
		addSecondEdition();
		try (ConfigurableApplicationContext service = start(TODAY, false)) {
			service.getBean(Assessments.class).record(TODAY, false);
			JdbcClient jdbc = service.getBean(JdbcClient.class);
			for (String view : List.of("objective_standing", "measure_standing", "chart_point", "target_path",
					"objective_status")) {
				assertThat(jdbc.sql("select distinct plan from report." + view + " order by plan")
					.query(String.class)
					.list()).as(view).containsExactly("nw-jfp-2024", "nw-jfp-2025");
			}
			assertThat(jdbc.sql("select max(month_end) from report.objective_month where plan = 'nw-jfp-2024'")
				.query(LocalDate.class)
				.single()).as("the month with which it ended, though no run of its own knew it")
				.isEqualTo("2025-05-31");
			assertThat(jdbc
				.sql("select plan from report.objective_standing where objective = '6b' and published is not null")
				.query(String.class)
				.list()).containsExactly("nw-jfp-2024");
		}
	}

	@EveryCase
	@Test
	void pageHeadAddressAndListSayWhichEditionIsShown() throws Exception {
		addSecondEdition();
		try (ConfigurableApplicationContext service = start(TODAY, true)) {
			FormBrowser browser = FormBrowser.of(
					service.getEnvironment().getRequiredProperty("local.server.port", Integer.class), "office",
					PASSWORD);
			assertThat(browser.get("/").body()).contains(
					"<strong aria-current=\"true\">Another Joint Forward Plan</strong>",
					"<a href=\"/?edition=nw-jfp-2024\">Norfolk and Waveney 5 Year Joint Forward Plan</a>",
					"until 31 May 2025", "from 1 June 2025");
			assertThat(browser.get("/objectives/6b").body()).contains("Set a status yourself");
			assertThat(browser.get("/?edition=nw-jfp-2024").body()).contains(
					"<strong aria-current=\"true\">Norfolk and Waveney 5 Year Joint Forward Plan</strong>",
					"Position on <strong>31 May 2025</strong>", "href=\"/objectives/6b?as-of=2025-05-31\"");
			assertThat(browser.get("/objectives/6b?edition=nw-jfp-2024").body())
				.doesNotContain("Set a status yourself");
			assertThat(browser.json("/api/objectives/6b?edition=nw-jfp-2024")).contains("\"plan\":\"nw-jfp-2024\"",
					"\"asOf\":\"2025-05-31\"");
			assertThat(browser.json("/api/objectives/6b")).contains("\"plan\":\"nw-jfp-2025\"");
			assertThat(browser.json("/api/editions")).contains(
					"\"succeeds\":null,\"judgesFrom\":null,\"judgesTo\":\"2025-05-31\"",
					"\"succeeds\":\"nw-jfp-2024\",\"judgesFrom\":\"2025-06-01\",\"judgesTo\":null");
			assertThat(browser.get("/?edition=nw-jfp-2023").body())
				.contains("There is no edition &quot;nw-jfp-2023&quot; of the plan.");
			assertThat(browser.json("/api/objectives?edition=nw-jfp-2023"))
				.contains("edition: expected nw-jfp-2024 or nw-jfp-2025, found \\\"nw-jfp-2023\\\".");
		}
	}

	private void addSecondEdition() throws IOException {
		Path second = this.folder.resolve("config/plans/2025");
		FileSystemUtils.copyRecursively(this.folder.resolve("config/plan"), second);
		Path head = second.resolve("plan.yaml");
		Files.writeString(head,
				Files.readString(head)
					.replace("id: nw-jfp-2024", "id: nw-jfp-2025\n  succeeds: nw-jfp-2024")
					.replace("from: 2024-04-01", "from: 2025-06-01")
					.replace("title: Norfolk and Waveney 5 Year", "title: Another"));
	}

	private ConfigurableApplicationContext start(LocalDate today, boolean pages) {
		String password = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
		SpringApplicationBuilder service = new SpringApplicationBuilder(JfpMonitor.class);
		return (pages ? service : service.web(WebApplicationType.NONE).profiles("command")).run("--jfp.demo=false",
				"--jfp.today=" + today, "--jfp.config=" + this.folder.resolve("config"),
				"--jfp.data=" + this.folder.resolve("data"), "--server.port=0", "--jfp.access.users[0].name=office",
				"--jfp.access.users[0].roles=editor", "--jfp.access.users[0].password=" + password,
				"--jfp.access.users[1].name=reader", "--jfp.access.users[1].roles=",
				"--jfp.access.users[1].password=" + password, "--spring.datasource.url=" + this.database.url(),
				"--spring.datasource.username=" + this.database.user(),
				"--spring.datasource.password=" + this.database.password());
	}

}
