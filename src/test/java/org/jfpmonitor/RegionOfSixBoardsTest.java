package org.jfpmonitor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.audit.Action;
import org.jfpmonitor.audit.AuditEntry;
import org.jfpmonitor.audit.AuditTrail;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.command.CommandLine;
import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.publication.comments.FormBrowser;
import org.jfpmonitor.schedule.Runs;
import org.jfpmonitor.store.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** The example of six plans in one service, over the published files of one month. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegionOfSixBoardsTest {

	private static final Path EXAMPLE = Path.of("examples/region-of-six-boards");

	private static final Path SAMPLES = Path.of("src/test/resources/intake/samples");

	private static final LocalDate TODAY = LocalDate.of(2025, 6, 5);

	private static final Period APRIL = Period.month(2025, 4);

	private static final String PASSWORD = "a quiet corner of the ward";

	/** A setting of the build that no installation has, and that check would name. */
	private static final String OF_THE_BUILD = "jfp.every-case";

	private final @Nullable String ofTheBuild = System.clearProperty(OF_THE_BUILD);

	private final TestDatabase database = TestDatabase.create();

	private Path folder;

	private ConfigurableApplicationContext service;

	private FormBrowser reader;

	@BeforeAll
	void importOnceForAll(@TempDir Path folder) throws Exception {
		this.folder = folder;
		FileSystemUtils.copyRecursively(EXAMPLE.resolve("plans"), this.folder.resolve("config/plans"));
		Path later = this.folder.resolve("config/plans/qhg-2026");
		FileSystemUtils.copyRecursively(EXAMPLE.resolve("plans/qhg"), later);
		Files.writeString(later.resolve("plan.yaml"),
				Files.readString(later.resolve("plan.yaml"))
					.replaceFirst("(?m)^  id: qhg$", "  id: qhg-2026\n  succeeds: qhg")
					.replaceFirst("(?m)^  from: .*$", "  from: 2026-04-01")
					.replaceFirst("(?m)^  to: .*$", "  to: 2027-03-31"));
		speakOfPriorities(this.folder.resolve("config/plans/que/plan.yaml"));
		this.service = new SpringApplicationBuilder(JfpMonitor.class).run(settings());
		Path progress = Files.writeString(this.folder.resolve("progress.csv"),
				Files.readString(EXAMPLE.resolve("progress.csv"))
						+ "position,que,1.1,,2025-05-31,at risk,,,Beds are missing.,,,\n");
		Runs runs = this.service.getBean(Runs.class);
		assertThat(runs.importFiles(List.of(SAMPLES.resolve("Monthly-AE-April-2025.csv"))))
			.allMatch(ImportOutcome::isClean);
		assertThat(runs.importFiles(List.of(SAMPLES.resolve("virtual-ward-april-2025-icb-as-displayed.csv"), progress)))
			.allMatch(ImportOutcome::isClean);
		this.reader = browser("reader");
	}

	@AfterAll
	void stop() {
		this.service.close();
		if (this.ofTheBuild != null) {
			System.setProperty(OF_THE_BUILD, this.ofTheBuild);
		}
	}

	@Test
	void checkNamesNoMistakeInSixPlans() {
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		assertThat(run(said, "check", "--jfp.config=" + this.folder.resolve("config")))
			.as(said.toString(StandardCharsets.UTF_8))
			.isZero();
		assertThat(said.toString(StandardCharsets.UTF_8)).contains(": 6 plans with 7 editions. qh8 from 2024-04-01: ");
	}

	@Test
	void checkNamesAPlanOfAUserThatIsNotThere() {
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		assertThat(run(said, "check", "--jfp.config=" + this.folder.resolve("config"),
				"--jfp.access.users[0].name=office", "--jfp.access.users[0].plans=qm9",
				"--jfp.access.users[0].editor-of=qm6", "--jfp.access.sign-on.editors-of.qm5=jfp-qm5",
				"--jfp.access.sign-on.plans.qm8=jfp-qm8", "--jfp.access.sign-on.plans.qm7=jfp-qm7",
				"--jfp.access.users[0].password={bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD)))
			.isEqualTo(2);
		assertThat(said.toString(StandardCharsets.UTF_8)).contains(
				"jfp.access.users, office: expected plans: the id of a plan, found \"qm9\".",
				"jfp.access.users, office: expected plans: the id of a plan, found \"qm6\".",
				"jfp.access.sign-on.plans: expected the id of a plan, found \"qm8\".",
				"jfp.access.sign-on.editors-of: expected the id of a plan, found \"qm5\".");
	}

	@Test
	void eachPlanHasTheFiguresThatTheLinesOfItsTrustsAddUpTo() {
		// Of attendances, booked ones included, those that took no more than four hours:
		// RC9 24,959 - 6,626 and RD8 13,695 - 2,701.
		assertThat(figure("qhg", "ae-within-4-hours")).isEqualTo((38654 - 9327) + " of 38654");
		// RGN 19,167 - 5,991 and RGT 16,379 - 4,291.
		assertThat(figure("que", "ae-within-4-hours")).isEqualTo((35546 - 10282) + " of 35546");
		// RWG 16,203 - 2,537, RWH 17,105 - 4,595 and RQW 10,025 - 3,194.
		assertThat(figure("qm7", "ae-within-4-hours")).isEqualTo((43333 - 10326) + " of 43333");
		// RAJ.
		assertThat(figure("qh8", "ae-within-4-hours")).isEqualTo((33512 - 11079) + " of 33512");
		// RM1 20,322 - 4,023, RCX 7,816 - 3,021 and RGP 8,818 - 3,244.
		assertThat(figure("qmm", "ae-within-4-hours")).isEqualTo((36956 - 10288) + " of 36956");
		// RGR 8,418 - 1,570 and RDE 26,780 - 5,782.
		assertThat(figure("qjg", "ae-within-4-hours")).isEqualTo((35198 - 7352) + " of 35198");
		assertThat(figure("qjg", "virtual-ward-occupancy")).isEqualTo("132 of 165");
		assertThat(figure("qhg", "virtual-ward-occupancy")).isEqualTo("257 of 315");
	}

	@Test
	void eachPlanIsJudgedByItsOwnTargetsAndByWhatWasReportedOfIt() {
		assertThat(standings()).containsExactly("qh8: 1.1 UNDERPERFORMANCE, 1.2 UNDERPERFORMANCE, 1.3 DELAYED",
				"qhg: 1.1 ON_TRACK, 1.2 UNDERPERFORMANCE, 1.3 DELAYED", "qjg: 1.1 ON_TRACK, 1.2 ON_TRACK, 1.3 DELAYED",
				"qm7: 1.1 ON_TRACK, 1.2 ON_TRACK, 1.3 COMPLETED",
				"qmm: 1.1 UNDERPERFORMANCE, 1.2 UNDERPERFORMANCE, 1.3 DELAYED",
				"que: 1.1 UNDERPERFORMANCE, 1.2 UNDERPERFORMANCE, 1.3 DELAYED");
	}

	@Test
	void theFirstPageListsThePlansWithTheirCounts() throws Exception {
		String page = this.reader.get("/").body();
		assertThat(page).contains("<h1 class=\"nhsuk-heading-l\">Plans</h1>",
				"NHS Hertfordshire and West Essex Integrated Care Board", "href=\"/plans/qm7/\"",
				"href=\"/plans/qh8/?status=underperformance\">2</a>", "href=\"/plans/qh8/objectives/1.1\"",
				"5 June 2025");
		assertThat(this.reader.json("/api/plans"))
			.contains("{\"id\":\"qm7\",\"edition\":\"qm7\",\"title\":\"Hertfordshire and West Essex plan (example)\","
					+ "\"organisation\":\"QM7\",\"address\":\"/plans/qm7/\",\"counts\":{\"on_track\":2,"
					+ "\"underperformance\":0,\"delayed\":0,\"completed\":1,\"no_longer_applicable\":0,"
					+ "\"not_assessed\":0},\"lastRun\":\"2025-06-05\"}");
	}

	@Test
	void noPlanIsTakenUnasked() throws Exception {
		for (String address : List.of("/objectives/1.1", "/measures", "/report", "/report.csv", "/deliveries", "/feeds",
				"/reports", "/runs", "/figures-template.xlsx")) {
			assertThat(this.reader.get(address).statusCode()).as(address).isEqualTo(404);
		}
		assertThat(this.reader.get("/objectives/1.1").body())
			.contains("Expected an address that names a plan, such as /plans/qh8/, because this service has several;"
					+ " found none. There are qh8, qhg, qjg, qm7, qmm, que: /plans lists them.");
		for (String address : List.of("/api/objectives", "/api/objectives/1.1", "/api/measures", "/api/overrides",
				"/api/comments", "/api/annotations", "/api/feeds", "/api/reports", "/api/editions",
				"/api/datapoints.csv")) {
			assertThat(this.reader.json(address)).as(address).contains("\"status\":404", "There is no such plan");
		}
		assertThat(this.reader.get("/plans/q/").body()).contains("There is no plan &quot;q&quot;. There are qh8, ");
	}

	@Test
	void pagesLinksAndAnswersStayWithinThePlan() throws Exception {
		for (String page : List.of("", "objectives/1.1", "measures", "report", "deliveries", "deliveries/1", "feeds",
				"reports", "runs", "how-to-read-a-control-chart")) {
			String text = this.reader.get("/plans/qm7/" + page).body();
			assertThat(text).as(page).contains("Hertfordshire and West Essex");
			assertThat(text.lines().filter((line) -> line.matches(".*(href|action)=\"/(?!plans/qm7/|css/|\").*")))
				.as(page)
				.isEmpty();
		}
		assertThat(this.reader.get("/plans/qm7").body()).contains("Hertfordshire and West Essex plan (example)");
		assertThat(this.reader.get("/plans/qm7/").body())
			.contains("<a class=\"nhsuk-header__navigation-link\" href=\"/\">" + "All plans</a>");
		assertThat(this.reader.json("/plans/qjg/api/objectives/1.3")).contains("\"status\":\"delayed\"");
		assertThat(this.reader.json("/plans/qm7/api/objectives/1.3")).contains("\"status\":\"completed\"");
		assertThat(this.reader.get("/plans/qm7/objectives/1.3").body()).contains("The number is there.")
			.doesNotContain("The telephone system is late.");
	}

	@Test
	void metricsCarryThePlanAndAFeedOnce() throws Exception {
		String metrics = this.reader.any("/actuator/prometheus");
		assertThat(metrics).contains("jfp_objective_status{ambition=\"1\",objective=\"1.1\",plan=\"qh8\","
				+ "status=\"underperformance\"} 1.0");
		assertThat(metrics).contains("jfp_objective_status{ambition=\"1\",objective=\"1.1\",plan=\"qm7\","
				+ "status=\"underperformance\"} 0.0");
		assertThat(metrics.lines().filter((line) -> line.startsWith("jfp_feed_info{") && line.contains("\"ae\"")))
			.hasSize(1);
	}

	@Test
	void mailsNameTheOrganisationAndLeadToItsPlan() {
		assertThat(this.service.getBean(JdbcClient.class)
			.sql("select recipient || ': ' || subject || ' ' || substring(plain from '(/plans/[^ ]*objectives[^ ]*)')"
					+ " from mail where recipient = 'qm7-wards@example.org'")
			.query(String.class)
			.list())
			.isNotEmpty()
			.allMatch((mail) -> mail
				.startsWith("qm7-wards@example.org: NHS Hertfordshire and West Essex Integrated Care Board: ")
					&& mail.contains("/plans/qm7/objectives/1."));
	}

	@Test
	void aStatusSetManuallyIsOfOnePlan() throws Exception {
		FormBrowser editor = browser("editor");
		assertThat(editor
			.program("editor", PASSWORD, "/api/overrides",
					"{\"objective\":\"1.1\",\"status\":\"delayed\",\"reason\":\"Agreed\",\"until\":\"2025-12-31\"}")
			.statusCode()).isEqualTo(404);
		assertThat(editor
			.program("editor", PASSWORD, "/plans/qhg/api/overrides",
					"{\"objective\":\"1.2\",\"status\":\"delayed\",\"reason\":\"Agreed\",\"until\":\"2025-12-31\"}")
			.statusCode()).isEqualTo(201);
		assertThat(this.reader.json("/plans/qhg/api/objectives/1.2")).contains("\"status\":\"delayed\"");
		assertThat(this.reader.json("/plans/qh8/api/objectives/1.2")).contains("\"status\":\"underperformance\"");
		String token = editor.token("/plans/qhg/objectives/1.2");
		assertThat(editor
			.post("/plans/qhg/objectives/1.2/override/revoke", token,
					Map.of("reason", "Not agreed", "from-day", "5", "from-month", "6", "from-year", "2025"))
			.uri()
			.getPath()).isEqualTo("/plans/qhg/objectives/1.2");
		assertThat(this.reader.json("/plans/qhg/api/objectives/1.2")).contains("\"status\":\"underperformance\"");
	}

	@Test
	void whoIsKeptToSomePlansSeesNoOther() throws Exception {
		FormBrowser office = browser("qm7-office");
		assertThat(office.get("/").body()).contains("Hertfordshire and West Essex").doesNotContain("Norfolk");
		assertThat(office.get("/plans/qm7/objectives/1.1").statusCode()).isEqualTo(200);
		for (String address : List.of("/plans/qjg/", "/plans/qjg/objectives/1.1", "/plans/qm7/mails",
				"/plans/qm7/audit", "/mails", "/audit", "/deliveries", "/plans/qm7/actuator/prometheus",
				"/actuator/prometheus", "/api/deliveries", "/plans/qjg/api/objectives")) {
			assertThat(office.get(address).statusCode()).as(address).isEqualTo(403);
		}
		assertThat(office.get("/plans/qjg/").body())
			.contains("The signed-in user may see the pages of /plans/qm7/ and the list of plans at /plans.");
		String change = "{\"objective\":\"1.2\",\"status\":\"delayed\",\"reason\":\"Agreed\",\"until\":\"2025-12-31\"}";
		assertThat(office.program("qm7-office", PASSWORD, "/plans/qjg/api/overrides", change).statusCode())
			.isEqualTo(403);
	}

	@Test
	void anOwnerWhoIsKeptToAPlanCommentsOnTheirOwnThere() throws Exception {
		FormBrowser owner = browser("qm7-wards@example.org");
		String objective = "/plans/%s/objectives/1.1/comments/2025-05";
		String token = owner.token(objective.formatted("qm7"));
		assertThat(owner
			.post(objective.formatted("qm7"), token, Map.of("figures", "Two wards were closed.", "state", "final"))
			.statusCode()).isEqualTo(200);
		assertThat(this.reader.get("/plans/qm7/objectives/1.1").body()).contains("Two wards were closed.");
		assertThat(owner.get(objective.formatted("qjg")).statusCode()).isEqualTo(403);
		assertThat(owner.get("/plans/qm7/objectives/1.3/comments/2025-05").statusCode()).isEqualTo(403);
	}

	@Test
	void aLineThatNamesNoPlanIsRejected() throws Exception {
		Path file = Files.writeString(this.folder.resolve("unnamed.csv"),
				"kind,objective,milestone,as-of,achieved\nmilestone,1.3,one-number,2025-05-31,2025-05-01\n");
		assertThat(this.service.getBean(Runs.class).importFiles(List.of(file))).noneMatch(ImportOutcome::isClean);
		assertThat(this.service.getBean(JdbcClient.class)
			.sql("select expected from reject join delivery on delivery.id = reject.delivery where file_name = 'unnamed.csv'"
					+ " order by delivery desc limit 1")
			.query(String.class)
			.single()).isEqualTo("the id of a plan, qh8, qhg, qjg, qm7, qmm or que in a column \"plan\"");
	}

	/** Which is sent bit by bit, so that a part of it is no whole answer. */
	@Test
	void aDocumentSentBitByBitIsWholeWithinAPlan() throws Exception {
		assertThat(this.reader.get("/plans/qm7/api/datapoints.csv?measure=ae-within-4-hours").body().lines())
			.hasSizeGreaterThan(100)
			.last()
			.asString()
			.matches("ae-within-4-hours:[^,]+,.*");
		aLineThatNamesNoPlanIsRejected();
		int rejected = this.service.getBean(JdbcClient.class)
			.sql("select max(delivery) from reject")
			.query(Integer.class)
			.single();
		for (String plan : List.of("", "/plans/qm7")) {
			String address = plan + "/api/deliveries/" + rejected;
			assertThat(this.reader.json(address)).contains("\"rejects\":\"" + address + "/rejects.csv\"");
			assertThat(this.reader.any(address + "/rejects.csv")).contains("in a column \"\"plan\"\"");
		}
	}

	@EveryCase
	@Test
	void whatBelongsToAllPlansIsAnsweredToProgramsWithAndWithoutAPlan() throws Exception {
		for (String plan : List.of("", "/plans/qm7")) {
			assertThat(this.reader.json(plan + "/api/deliveries")).as(plan).contains("Monthly-AE-April-2025.csv");
			assertThat(this.reader.json(plan + "/api/deliveries/1?known-on=2025-06-05")).as(plan)
				.contains("Monthly-AE-April-2025.csv");
			assertThat(this.reader.json(plan + "/api/deliveries/1?known-on=2025-06-04")).as(plan)
				.contains("\"status\":404", "GET /api/deliveries lists them");
			assertThat(this.reader.json(plan + "/api/deliveries?known-on=2125-06-04")).as(plan)
				.contains("\"status\":400", "known-on: expected a day from");
			assertThat(browser("editor").json(plan + "/api/mails")).as(plan).startsWith("[{");
		}
		FormBrowser importer = browser("importer");
		for (String plan : List.of("", "/plans/qm7")) {
			HttpResponse<String> sent = importer.upload("importer", PASSWORD, plan + "/api/deliveries", "a.csv",
					"a,b\n1,2\n" + plan);
			String location = sent.headers().firstValue("Location").orElseThrow();
			assertThat(location).startsWith(plan + "/api/deliveries/");
			Awaitility.await()
				.untilAsserted(() -> assertThat(importer.json(location)).contains("\"state\":\"refused\""));
		}
	}

	@Test
	void anEditionInTheAddressNamesThePlan() throws Exception {
		for (String address : List.of("/objectives/1.1", "/report", "/measures", "/")) {
			HttpResponse<String> page = this.reader.get(address + "?edition=qm7");
			assertThat(page.statusCode()).as(address).isEqualTo(200);
			assertThat(page.uri()).as(address).asString().endsWith("/plans/qm7" + address + "?edition=qm7");
			assertThat(page.body()).as(address).contains("Hertfordshire and West Essex");
		}
		assertThat(this.reader.json("/api/objectives/1.3?edition=qm7")).contains("\"status\":\"completed\"");
		assertThat(this.reader.get("/objectives/1.1?edition=nix").body())
			.contains("There is no plan &quot;nix&quot;. There are qh8, ");
		assertThat(browser("qm7-office").get("/objectives/1.1?edition=qm7").statusCode()).isEqualTo(200);
		assertThat(browser("qm7-office").get("/objectives/1.1?edition=qjg").statusCode()).isEqualTo(403);
	}

	@Test
	void documentsOfPlansHaveNamesOfTheirOwn() throws Exception {
		for (String address : List.of("/report.pdf", "/report.xlsx", "/measures.csv", "/objectives/1.1/page.csv",
				"/measures/ae-within-4-hours/organisations.csv", "/api/datapoints.csv", "/figures-template.xlsx")) {
			assertThat(this.reader.get("/plans/qm7" + address).headers().firstValue("Content-Disposition")).as(address)
				.hasValueSatisfying((header) -> assertThat(header).matches("attachment; filename=\"qm7-[^\"]+\""));
		}
		assertThat(this.reader.get("/plans/qjg/report.pdf").headers().firstValue("Content-Disposition"))
			.contains("attachment; filename=\"qjg-report-2025-06-05.pdf\"");
	}

	@Test
	void theListOfPlansTakesNoDay() throws Exception {
		for (String address : List.of("/?as-of=2025-05-30", "/plans?as-of=2025-05-30",
				"/plans/qm7/plans?as-of=2025-05-30")) {
			HttpResponse<String> page = this.reader.get(address);
			assertThat(page.statusCode()).as(address).isEqualTo(400);
			assertThat(page.body()).as(address)
				.contains("Expected no parameter, found &quot;as-of&quot;. Leave it out."
						+ " The list shows the last run; the board of each plan answers for other days.");
		}
		assertThat(this.reader.json("/api/plans?as-of=2025-05-30")).contains("\"status\":400");
	}

	@Test
	void whatIsSentWithAParameterThatNobodyReadsIsRefused() throws Exception {
		HttpResponse<String> sent = browser("editor").program("editor", PASSWORD,
				"/plans/qm7/api/overrides?edition=qjg",
				"{\"objective\":\"1.1\",\"status\":\"delayed\",\"reason\":\"Agreed\",\"until\":\"2025-12-31\"}");
		assertThat(sent.statusCode()).isEqualTo(400);
		assertThat(sent.body()).contains("Expected no parameter, found \\\"edition\\\". Leave it out.");
		assertThat(this.reader.json("/plans/qm7/api/overrides")).isEqualTo("[]");
	}

	@Test
	void thePlanOfAUserMayBeNamedByAnyOfItsEditions() throws Exception {
		FormBrowser office = browser("qhg-office");
		assertThat(office.get("/").body()).contains("href=\"/plans/qhg/\"").doesNotContain("/plans/qm7/");
		for (String plan : List.of("/plans/qhg/", "/plans/qhg-2026/")) {
			assertThat(office.get(plan).statusCode()).as(plan).isEqualTo(200);
			assertThat(office.get(plan + "objectives/1.1").statusCode()).as(plan).isEqualTo(200);
		}
		assertThat(office.get("/plans/qm7/").statusCode()).isEqualTo(403);
	}

	@Test
	void aPageThatSaysWhyThereIsNoOtherLeadsNowhereElse() throws Exception {
		FormBrowser office = browser("qm7-office");
		for (HttpResponse<String> page : List.of(this.reader.get("/objectives/1.1"), this.reader.get("/nix"),
				this.reader.get("/plans/nix/"), this.reader.get("/plans/nix/nix"), office.get("/plans/qjg/"),
				office.get("/deliveries"), new FormBrowser(port()).get("/login"))) {
			assertThat(links(page)).as(page.uri().getPath()).isNotEmpty().allMatch("/"::equals);
		}
		for (HttpResponse<String> page : List.of(this.reader.get("/plans/qm7/objectives/9.9"),
				this.reader.get("/plans/qm7/nix"), this.reader.get("/plans/qm7/error"),
				office.get("/plans/qm7/audit"))) {
			assertThat(page.statusCode()).as(page.uri().getPath()).isIn(404, 403);
			assertThat(links(page)).as(page.uri().getPath())
				.contains("/", "/plans/qm7/", "/plans/qm7/measures", "/plans/qm7/feeds")
				.allMatch((link) -> link.equals("/") || link.startsWith("/plans/qm7/"));
		}
		assertThat(this.reader.get("/error").statusCode()).isEqualTo(404);
		assertThat(this.reader.any("/report.csv")).contains("\"status\":404", "Expected an address that names a plan");
	}

	@Test
	void whoEditsSomePlansIsAnEditorInTheseAndAReaderElsewhere() throws Exception {
		String change = "{\"objective\":\"1.2\",\"status\":\"delayed\",\"reason\":\"Agreed\",\"until\":\"2025-12-31\"}";
		FormBrowser secretary = browser("secretary");
		assertThat(secretary.program("secretary", PASSWORD, "/plans/qjg/api/overrides", change).statusCode())
			.isEqualTo(403);
		assertThat(secretary.program("secretary", PASSWORD, "/plans/qm7/api/overrides", change).statusCode())
			.isEqualTo(201);
		assertThat(secretary.get("/plans/qjg/objectives/1.2").body())
			.doesNotContain("/plans/qjg/objectives/1.2/override");
		String token = secretary.token("/plans/qm7/objectives/1.2");
		assertThat(secretary
			.post("/plans/qm7/objectives/1.2/override/revoke", token,
					Map.of("reason", "Not agreed", "from-day", "5", "from-month", "6", "from-year", "2025"))
			.uri()
			.getPath()).isEqualTo("/plans/qm7/objectives/1.2");
		for (String address : List.of("/plans/qm7/mails", "/plans/qm7/audit", "/mails", "/audit",
				"/plans/qm7/api/mails")) {
			assertThat(secretary.get(address).statusCode()).as(address).isEqualTo(403);
		}
		assertThat(secretary.get("/plans/qm7/").body()).doesNotContain("/plans/qm7/mails", "/plans/qm7/audit");
		FormBrowser two = browser("two-boards");
		assertThat(two.get("/plans/qjg/").statusCode()).isEqualTo(200);
		assertThat(two.get("/plans/qhg/objectives/1.2").body()).contains("/plans/qhg/objectives/1.2/override");
		assertThat(two.get("/plans/qm7/").statusCode()).isEqualTo(403);
		assertThat(two.program("two-boards", PASSWORD, "/plans/qjg/api/overrides", change).statusCode()).isEqualTo(403);
	}

	/** A file of progress would set it for another plan by the same hand. */
	@Test
	void aFileFromWhoEditsSomePlansSetsNoStatus() throws Exception {
		FormBrowser secretary = browser("secretary");
		HttpResponse<String> sent = secretary.upload("secretary", PASSWORD, "/plans/qm7/api/deliveries", "set.csv", """
				kind,plan,objective,milestone,as-of,status,forecast,achieved,comment,from,until,author
				override,qjg,1.1,,,delayed,,,Agreed,2025-06-01,2025-12-31,secretary
				""");
		String location = sent.headers().firstValue("Location").orElseThrow();
		Awaitility.await().untilAsserted(() -> assertThat(secretary.json(location)).contains("\"state\":"));
		assertThat(secretary.any(location + "/rejects.csv")).contains("not_permitted");
		assertThat(this.reader.json("/plans/qjg/api/objectives/1.1")).contains("\"status\":\"on_track\"");
	}

	@Test
	void whatWasFoundInAFileIsToldToUsersOfAllPlansOnly() throws Exception {
		Path file = Files.writeString(this.folder.resolve("progress-of-another.csv"), """
				kind,plan,objective,milestone,as-of,status,forecast,achieved,comment,from,until,author
				position,qjg,1.1,,2025-05-31,almost,,,,,,
				position,qjg,no-such-one,,2025-05-31,delayed,,,,,,
				position,qjg,1.2,,2025-05-31,on track,,,Going well.,,,
				""");
		this.service.getBean(Runs.class).importFiles(List.of(file));
		long delivery = this.service.getBean(JdbcClient.class)
			.sql("select max(id) from delivery where file_name = 'progress-of-another.csv'")
			.query(Long.class)
			.single();
		String page = "/plans/qm7/deliveries/" + delivery;
		String api = "/plans/qm7/api/deliveries/" + delivery;
		assertThat(this.reader.get(page).body()).contains("almost", "no-such-one");
		FormBrowser office = browser("qm7-office");
		for (String address : List.of(page, page + "/page.csv", "/plans/qm7/deliveries", "/plans/qm7/deliveries.csv",
				api, "/plans/qm7/api/deliveries")) {
			assertThat(office.any(address)).as(address)
				.contains("progress-of-another.csv")
				.doesNotContain("almost", "no-such-one", "rejects.csv");
		}
		assertThat(office.get(page).body()).contains(
				"What was found in this file may be about other plans, so it is told to users of all plans only.");
		assertThat(office.get(api + "/rejects.csv").statusCode()).isEqualTo(404);
	}

	private static List<String> links(HttpResponse<String> page) {
		return Pattern.compile("<a [^>]*href=\"(/[^\"]*)\"")
			.matcher(page.body())
			.results()
			.map((each) -> each.group(1))
			.toList();
	}

	@Test
	void programsTakeTheListsOfAPlanAsCsv() throws Exception {
		assertThat(csv("reader", "/api/plans").body())
			.startsWith("plan,edition,title,organisation,name,address,underperformance,delayed,")
			.contains("\r\nqh8,qh8,", ",/plans/qh8/,2,1,0,0,0,0,1.1 1.2 1.3,2025-06-05\r\n");
		assertThat(csv("qm7-office", "/api/plans").body().lines()).hasSize(2);
		assertThat(csv("reader", "/plans/qm7/api/objectives").body()).startsWith("objective,title,")
			.contains("\r\n1.3,", ",completed,completed,");
		assertThat(csv("reader", "/plans/qm7/api/feeds").body()).startsWith("feed,title,");
		assertThat(csv("reader", "/plans/qm7/api/deliveries").body()).startsWith("number,file,");
		assertThat(csv("reader", "/plans/qm7/api/deliveries?limit=9").body())
			.contains("Expected as-of, known-on or edition");
		assertThat(csv("reader", "/plans/qm7/api/reports").statusCode()).isEqualTo(406);
		assertThat(csv("qm7-office", "/plans/qjg/api/objectives").statusCode()).isEqualTo(403);
		assertThat(this.reader.get("/plans.csv").body()).contains("\r\nqh8,qh8,");
		assertThat(this.reader.get("/plans/qm7/runs.csv").body()).startsWith("run,kind,day,")
			.contains(",import,2025-06-05,");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/plans/qm7/plans/qjg/api/objectives", "/plans/qm7/plans/nix/api/nix",
			"/plans/qm7/plans/qjg/plans/qh8/api/objectives", "/plans/qm7/plans/qm7/actuator/info",
			"/plans/qm7/api/nix" })
	void anAddressForProgramsThatLeadsNowhereIsAnsweredToAProgram(String address) throws Exception {
		assertThat(csv("reader", address).statusCode()).as(address).isEqualTo(404);
		assertThat(csv("reader", address).headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(csv("reader", address).body()).contains("\"status\":404", "Expected an address of this service");
	}

	@Test
	void whoMayHaveTheFilesThatArrivedIsGivenThemAsTheyArrivedAndThatIsOnRecord() throws Exception {
		String address = "/plans/qm7/deliveries/1/original";
		assertThat(browser("editor").get("/plans/qm7/deliveries/1").body()).contains("href=\"" + address + "\"");
		assertThat(browser("editor").get(address).body())
			.isEqualTo(Files.readString(SAMPLES.resolve("Monthly-AE-April-2025.csv")));
		assertThat(this.service.getBean(AuditTrail.class).newest(Action.ORIGINAL)).get()
			.returns("editor", AuditEntry::who)
			.returns("Monthly-AE-April-2025.csv, file received, number 1", AuditEntry::what);
		assertThat(csv("editor", "/plans/qm7/api/deliveries/1/original").headers().firstValue("Content-Disposition"))
			.hasValueSatisfying((name) -> assertThat(name).contains("Monthly-AE-April-2025.csv"));
		assertThat(this.reader.get("/plans/qm7/deliveries/1").body()).doesNotContain("/original");
		assertThat(this.reader.get(address).statusCode()).isEqualTo(403);
		assertThat(csv("reader", "/plans/qm7/api/deliveries/1/original").statusCode()).isEqualTo(403);
		assertThat(browser("qm7-office").get(address).statusCode()).isEqualTo(403);
		assertThat(browser("editor").get("/plans/qm7/deliveries/99/original").statusCode()).isEqualTo(404);
	}

	@Test
	void noOriginalIsGivenOfWhichSomethingWasRefusedOrRejected() throws IOException, InterruptedException {
		String lines = Files.readString(SAMPLES.resolve("Monthly-AE-April-2025.csv"));
		String persons = lines.lines()
			.map((line) -> line + (line.startsWith("Period") ? ",NHS Number" : ",9434765919"))
			.collect(Collectors.joining("\n"));
		String comment = """
				kind,plan,objective,milestone,as-of,status,forecast,achieved,comment,from,until,author
				comment,qm7,1.1,,2025-05-31,,,,patient 943 476 5919 waits,,,editor
				comment,qm7,1.2,,2025-05-31,,,,quiet,,,editor
				""";
		for (Map.Entry<String, String> each : Map.of("persons.csv", persons, "said.csv", comment).entrySet()) {
			Path file = Files.writeString(this.folder.resolve(each.getKey()), each.getValue());
			this.service.getBean(Runs.class).importFiles(List.of(file));
			long delivery = this.service.getBean(JdbcClient.class)
				.sql("select max(id) from delivery")
				.query(Long.class)
				.single();
			HttpResponse<String> answer = csv("editor", "/plans/qm7/api/deliveries/" + delivery + "/original");
			assertThat(answer.statusCode()).as(each.getKey()).isEqualTo(404);
			assertThat(answer.body()).contains("The original is not given out, because").doesNotContain("5919");
		}
	}

	@Test
	void anOriginalThatIsNoLongerKeptIsSaidToBeGone() throws Exception {
		Path kept = this.folder.resolve("data/archive/virtual-ward-april-2025-icb-as-displayed.csv");
		Path aside = Files.move(kept, this.folder.resolve("aside.csv"));
		try {
			HttpResponse<String> gone = browser("editor").get("/plans/qm7/deliveries/2/original");
			assertThat(gone.statusCode()).isEqualTo(404);
			assertThat(gone.body()).contains("The original of file 2 is no longer kept: it was removed when its time"
					+ " was over, or by hand.");
		}
		finally {
			Files.move(aside, kept);
		}
	}

	private static void speakOfPriorities(Path plan) throws IOException {
		String last = "\n  to: 2029-03-31\n";
		String text = Files.readString(plan);
		assertThat(text).contains(last);
		Files.writeString(plan, text.replace(last, last + """
				  words:
				    ambition: Priority
				    statuses: {At risk: underperformance}
				"""));
	}

	@Test
	void aPlanSpeaksInItsOwnWordsToPeopleAndInTheUsualOnesToPrograms() throws Exception {
		String board = this.reader.get("/plans/que/").body();
		assertThat(board).contains("At risk (Underperformance)</span></strong>", "for=\"ambition\">Priority</label>",
				">At risk (Underperformance)</option>");
		assertThat(this.reader.get("/plans/que/objectives/1.1").body()).contains("Priority 1: Care when it is urgent",
				"Beds are missing.");
		assertThat(this.reader.get("/plans/que/report").body()).contains("At risk (Underperformance)");
		assertThat(this.reader.get("/plans/qh8/").body()).contains("Underperformance</span></strong>")
			.doesNotContain("At risk", "Priority");
		for (String table : List.of("/plans/que/report.csv", "/plans/que/report.json", "/plans/que/board.csv",
				"/plans/que/measures.csv")) {
			assertThat(this.reader.get(table).body()).as(table)
				.containsIgnoringCase("underperformance")
				.doesNotContain("At risk", "Priority");
		}
		assertThat(this.reader.get("/plans/que/report.csv").body())
			.contains("\r\nobjective,Ambition 1. Care when it is urgent,", ",\"Underperformance, 31 May 2025\"\r\n");
		assertThat(this.reader.get("/plans/que/objectives/1.1/page.csv").body())
			.contains("\r\nobjective,1.1,ambition,,,,Ambition 1: Care when it is urgent,");
		assertThat(this.reader.json("/plans/que/api/objectives/1.1"))
			.contains("\"ambition\":\"1\"", "\"published\":{\"status\":\"underperformance\"")
			.doesNotContain("At risk");
		assertThat(this.service.getBean(JdbcClient.class)
			.sql("select plain from mail where recipient = 'que-wards@example.org'")
			.query(String.class)
			.list()).isNotEmpty().allMatch((mail) -> mail.contains("At risk (Underperformance)"));
	}

	private HttpResponse<String> csv(String user, String address) throws IOException, InterruptedException {
		String basic = Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
		URI uri = URI.create(
				"http://127.0.0.1:" + this.service.getEnvironment().getRequiredProperty("local.server.port") + address);
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(uri)
				.header("Authorization", "Basic " + basic)
				.header("Accept", "text/csv, application/octet-stream")
				.build(), BodyHandlers.ofString());
	}

	private List<String> standings() {
		Assessments assessments = this.service.getBean(Assessments.class);
		return plans()
			.map((plan) -> plan.id() + ": "
					+ assessments.assess(plan.id(), TODAY, TODAY)
						.objectives()
						.stream()
						.map(RegionOfSixBoardsTest::standing)
						.collect(Collectors.joining(", ")))
			.toList();
	}

	private static String standing(ObjectiveAssessment objective) {
		Status computed = objective.computed();
		return objective.objective().code() + " " + computed;
	}

	private Stream<PlanEditions> plans() {
		return this.service.getBean(PlanVersions.class).current().all().stream();
	}

	private String figure(String plan, String measure) {
		PlanEditions editions = this.service.getBean(PlanVersions.class).current().find(PlanId.of(plan)).orElseThrow();
		Measure judged = editions.on(TODAY).plan().measure(MeasureId.of(measure)).orElseThrow();
		return this.service.getBean(Assessments.class)
			.series(editions.id(), judged, null, TODAY, TODAY)
			.figures()
			.stream()
			.filter((each) -> each.period().equals(APRIL) || each.period().lastDay().equals(APRIL.lastDay()))
			.map(PeriodFigure::figure)
			.map((figure) -> figure.numerator().toBigInteger() + " of " + figure.denominator().toBigInteger())
			.findFirst()
			.orElse("none");
	}

	private FormBrowser browser(String user) throws IOException, InterruptedException {
		return FormBrowser.of(port(), user, PASSWORD);
	}

	private int port() {
		return this.service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	private static int run(ByteArrayOutputStream said, String... words) {
		PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
		return CommandLine.of(words).orElseThrow().run(JfpMonitor.class, print, print);
	}

	private String[] settings() {
		String password = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
		List<String> users = List.of("[0].name=reader", "[0].roles=", "[0].password=" + password, "[1].name=editor",
				"[1].roles=editor", "[1].password=" + password, "[2].name=qm7-office", "[2].roles=editor",
				"[2].plans=qm7", "[2].password=" + password, "[3].name=qm7-wards@example.org", "[3].plans=qm7",
				"[3].password=" + password, "[4].name=qhg-office", "[4].plans=qhg-2026", "[4].password=" + password,
				"[5].name=importer", "[5].roles=importer", "[5].password=" + password, "[6].name=secretary",
				"[6].roles=importer", "[6].editor-of=qm7", "[6].password=" + password, "[7].name=two-boards",
				"[7].plans=qjg", "[7].editor-of=qhg-2026", "[7].password=" + password);
		return Stream.concat(
				Arrays.stream(new String[] { "--jfp.demo=false", "--jfp.today=" + TODAY,
						"--jfp.access.reading=signed-in", "--jfp.config=" + this.folder.resolve("config"),
						"--jfp.data=" + this.folder.resolve("data"), "--server.port=0",
						"--spring.datasource.url=" + this.database.url(),
						"--spring.datasource.username=" + this.database.user(),
						"--spring.datasource.password=" + this.database.password() }),
				users.stream().map((each) -> "--jfp.access.users" + each))
			.toArray(String[]::new);
	}

}
