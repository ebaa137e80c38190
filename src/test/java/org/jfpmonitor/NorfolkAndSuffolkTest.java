package org.jfpmonitor;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.command.CommandLine;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.publication.board.PageText;
import org.jfpmonitor.publication.comments.FormBrowser;
import org.jfpmonitor.store.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The example of a second edition, beside the plan that it succeeds, with published
 * files.
 */
class NorfolkAndSuffolkTest {

	private static final Path SAMPLES = Path.of("src/test/resources/intake/samples");

	private static final List<String> FILES = List.of("AmbSYS-to-Mar-2026-UI7FG-cut.zip", "April-2025-CSV-revised.csv",
			"dm01-provider-march-2025-raw-values.csv", "virtual-ward-march-2025-icb-as-displayed.csv",
			"virtual-ward-april-2025-icb-as-displayed.csv");

	private static final PlanId PLAN = PlanId.of("ns-jfp-2026");

	private static final LocalDate TODAY = LocalDate.of(2026, 4, 30);

	private static final String PASSWORD = "a quiet corner of the ward";

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	/** What three of the tests look at and none changes. */
	private static @Nullable TestDatabase imported;

	private TestDatabase database = TestDatabase.create();

	@TempDir
	private Path folder;

	/** A setting of the build that no installation has, and that check would name. */
	private static final String OF_THE_BUILD = "jfp.every-case";

	private final @Nullable String ofTheBuild = System.clearProperty(OF_THE_BUILD);

	@AfterEach
	void putBackWhatTheBuildSet() {
		if (this.ofTheBuild != null) {
			System.setProperty(OF_THE_BUILD, this.ofTheBuild);
		}
	}

	@BeforeEach
	void putTheEditionBesideTheFirst() throws Exception {
		FileSystemUtils.copyRecursively(Path.of("config"), this.folder.resolve("config"));
		FileSystemUtils.copyRecursively(Path.of("examples/norfolk-and-suffolk/plans"),
				this.folder.resolve("config/plans"));
	}

	@Test
	void checkNamesNoMistakeInEitherEdition() {
		assertThat(run("check", "--jfp.config=" + this.folder.resolve("config"), "--jfp.demo=false")).as(said())
			.isZero();
		assertThat(said()).contains("2 editions. nw-jfp-2024 from 2024-04-01: 8 ambitions, 21 objectives, ",
				"ns-jfp-2026 from 2026-04-01: 3 ambitions, 6 objectives, 6 measures, 6 feeds.");
	}

	@Test
	void publishedFilesGiveItTheFiguresThatTheirLinesAddUpTo() throws Exception {
		assertThat(importSamples()).as(said()).isZero();
		try (ConfigurableApplicationContext service = start()) {
			PlanAssessment now = service.getBean(Assessments.class).assess(PLAN, TODAY, TODAY);

			assertThat(now.objectives()).extracting(NorfolkAndSuffolkTest::standing)
				.containsExactly("1.1 " + Status.UNDERPERFORMANCE, "1.2 null", "1.3 null", "2.1 null", "2.2 null",
						"3.1 " + Status.ON_TRACK);
			// A30 over A10, and A17 over A7, of RYC in March 2026.
			assertThat(figure(service, "category-2-mean-response", Period.month(2026, 3)))
				.isEqualTo("76225615 of 44964");
			assertThat(figure(service, "hear-and-treat", Period.month(2026, 3))).isEqualTo("15331 of 86763");
			// 8,818 + 7,816 + 8,418 + 26,780 + 20,322 attendances, booked ones included,
			// and of
			// these 3,244 + 3,021 + 1,570 + 5,782 + 4,023 that took longer.
			assertThat(figure(service, "ae-within-4-hours", Period.month(2025, 4)))
				.isEqualTo((72154 - 17640) + " of 72154");
			// 14,002 + 7,186 + 18,136 + 9,583 + 11,593 who wait, and of these 746 + 1,903
			// + 4,533 +
			// 3,694 + 5,427 for six weeks or more.
			assertThat(figure(service, "diagnostics-within-6-weeks", Period.month(2025, 3)))
				.isEqualTo((60500 - 16303) + " of 60500");
		}
	}

	@EveryCase
	@Test
	void theFirstRunOfAllTellsNobodyThatAnEditionHasBegun() throws Exception {
		assertThat(importSamples()).as(said()).isZero();
		try (ConfigurableApplicationContext service = start()) {
			assertThat(service.getBean(JdbcClient.class)
				.sql("select count(*) from mail where subject like 'New edition%'")
				.query(Integer.class)
				.single()).isZero();
		}
	}

	@Test
	void theBoardsBeforeStandBesideTheNewOneAndAreNotJoinedToIt() throws Exception {
		assertThat(importSamples()).as(said()).isZero();
		try (ConfigurableApplicationContext service = start()) {
			FormBrowser browser = FormBrowser.of(
					service.getEnvironment().getRequiredProperty("local.server.port", Integer.class), "reader",
					PASSWORD);
			String page = browser.get("/objectives/1.3").body();
			assertThat(page).contains("Virtual ward beds: NHS Norfolk and Waveney Integrated Care Board (QMM)",
					"NHS Norfolk and Waveney Integrated Care Board closed on 31 March 2026, and its figures end there."
							+ " NHS Norfolk and Suffolk Integrated Care Board (T6Y0W) follows it; its figures are a series of"
							+ " their own and are not joined to these.",
					"Virtual ward beds: NHS Suffolk and North East Essex Integrated Care Board (QJG)",
					"It was split between NHS Essex Integrated Care Board (D7T5G) and NHS Norfolk and Suffolk Integrated"
							+ " Care Board (T6Y0W); their figures are series of their own, and none of them goes on with these.",
					"There are too few figures for a chart.");
			assertThat(browser.json("/api/measures/virtual-ward-beds/series")).contains("\"organisation\":\"T6Y0W\"",
					"\"points\":[]");
			assertThat(browser.json("/api/measures/virtual-ward-beds/series?organisation=QJG"))
				.contains("\"successors\":[\"D7T5G\",\"T6Y0W\"]", "\"value\":165");
			assertThat(browser.get("/?as-of=2026-03-31").body())
				.contains("Norfolk and Waveney 5 Year Joint Forward Plan", "href=\"/objectives/6b?as-of=2026-03-31\"");
			assertThat(browser.get("/objectives/6b?as-of=2026-03-31").body()).doesNotContain("T6Y0W");
			comparesTrustsByTheirLines(browser);
			comparesEarlierPeriodsByTheSameEdition(browser);
			boardsRankAsPagesDo(browser, service);
		}
	}

	/**
	 * The five hospitals by what the lines of the published file add up to, among the 140
	 * trusts with attendances: England is its line TOTAL.
	 */
	private void comparesTrustsByTheirLines(FormBrowser browser) throws Exception {
		assertThat(browser.get("/measures/ae-within-4-hours/organisations.csv").body().lines()).hasSize(200)
			.anySatisfy((line) -> assertThat(line)
				.startsWith("ae-within-4-hours,2025-04-01,2025-04-30,country,ENG,England,no,,,ratio,"
						+ "0.7478381193520908880000661611432994,1718099,2297421,none,"))
			.anySatisfy((line) -> assertThat(line).contains(",RGR,").contains(",yes,35,140,"))
			.anySatisfy((line) -> assertThat(line).contains(",RM1,").contains(",yes,38,140,"))
			.anySatisfy((line) -> assertThat(line).contains(",RDE,").contains(",yes,45,140,"))
			.anySatisfy((line) -> assertThat(line).contains(",RGP,").contains(",yes,124,140,"))
			.anySatisfy((line) -> assertThat(line).contains(",RCX,").contains(",yes,127,140,"));
		assertThat(browser.json("/api/measures/ae-within-4-hours/organisations"))
			.contains("\"start\":\"2025-04-01\",\"end\":\"2025-04-30\"", "\"rank\":127,\"ranked\":140");
		assertThat(PageText.of(browser.get("/measures/ae-within-4-hours/organisations").body())).contains(
				"April 2025. Higher is better, and 1 is the best rank.",
				"Humber Teaching NHS Foundation Trust RV9 Rank 1 of 140 Figure 100% 1,185 of 1,185");
		assertThat(browser.get("/objectives/1.2").body()).contains("/measures/ae-within-4-hours/organisations");
		assertThat(PageText.of(browser.get("/measures/virtual-ward-beds/organisations").body())).contains(
				"These are totals: a large organisation has more of them than a small one, so a rank here says how"
						+ " large they are, not how well anybody does.");
		assertThat(browser.get("/measures/no-such/organisations").statusCode()).isEqualTo(404);
	}

	/** Periods of the years before the edition, which the one before may not judge. */
	private void comparesEarlierPeriodsByTheSameEdition(FormBrowser browser) throws Exception {
		String newest = "/measures/virtual-ward-beds/organisations";
		String march = newest + "?period-end=2025-03-31";
		assertThat(browser.get(newest).body()).contains("<a href=\"" + march + "\">March 2025 (");
		HttpResponse<String> page = browser.get(march);
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("Norfolk and Suffolk Joint Forward Plan (example)",
				"<p><strong>March 2025</strong>.",
				"href=\"/measures/virtual-ward-beds/organisations.csv?period-end=2025-03-31\"");
		assertThat(browser.get("/measures/virtual-ward-beds/organisations.csv?period-end=2025-03-31").body().lines())
			.hasSizeGreaterThan(40)
			.filteredOn((line) -> !line.startsWith("measure,"))
			.allMatch((line) -> line.startsWith("virtual-ward-beds,2025-03-01,2025-03-31,"));
		assertThat(browser.json("/api" + march)).contains("\"start\":\"2025-03-01\",\"end\":\"2025-03-31\"");
		assertThat(browser.json("/api" + newest + "?period-end=2025-03-30")).contains("\"status\":400",
				"period-end: expected the last day of a period of which an organisation has a value, such as"
						+ " 2025-04-30; found \\\"2025-03-30\\\". Leave it out for the newest.");
		assertThat(browser.get(newest + "?period-end=2025-03-30").statusCode()).isEqualTo(400);
	}

	private void boardsRankAsPagesDo(FormBrowser browser, ConfigurableApplicationContext service) throws Exception {
		List<String> ranks = service.getBean(JdbcClient.class)
			.sql("""
					select organisation || ',' || rank || ',' || ranked
					  from report.comparison
					 where plan = 'ns-jfp-2026' and measure = 'ae-within-4-hours' and period_end = '2025-04-30' and rank is not null
					""")
			.query(String.class)
			.list();
		CSVParser csv = CSVParser.parse(browser.get("/measures/ae-within-4-hours/organisations.csv").body(),
				CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get());
		assertThat(csv.stream()
			.filter((line) -> !line.get("rank").isEmpty())
			.map((line) -> line.get("organisation") + "," + line.get("rank") + "," + line.get("ranked")))
			.containsExactlyInAnyOrderElementsOf(ranks);
		assertThat(service.getBean(JdbcClient.class).sql("""
				select distinct measure || ' ' || period_end || ' ' || variation || ' ' || provisional
				  from report.comparison
				 where plan = 'ns-jfp-2026' and variation is not null
				""").query(String.class).list()).as("of one figure alone no chart is made")
			.contains("virtual-ward-beds 2025-04-30 common_cause true")
			.noneMatch((each) -> each.startsWith("ae-within-4-hours"));
	}

	private static String standing(ObjectiveAssessment objective) {
		return objective.objective().code() + " " + objective.computed();
	}

	private static String figure(ConfigurableApplicationContext service, String measure, Period period) {
		Plan plan = service.getBean(PlanVersions.class).current().find(PLAN).orElseThrow().on(TODAY).plan();
		Measure judged = plan.measure(MeasureId.of(measure)).orElseThrow();
		return service.getBean(Assessments.class)
			.series(PLAN, judged, null, TODAY, TODAY)
			.figures()
			.stream()
			.filter((each) -> each.period().equals(period))
			.map(PeriodFigure::figure)
			.map((figure) -> figure.numerator().toBigInteger() + " of " + figure.denominator().toBigInteger())
			.findFirst()
			.orElse("none");
	}

	/** Imports the published files, or takes a copy of what came of it. */
	private int importSamples() {
		int exit = 0;
		if (imported == null) {
			exit = run(Stream
				.of(Stream.of("import"), FILES.stream().map((each) -> SAMPLES.resolve(each).toString()),
						Arrays.stream(settings()))
				.flatMap((each) -> each)
				.toArray(String[]::new));
			imported = this.database;
		}
		this.database = imported.copy();
		return exit;
	}

	private ConfigurableApplicationContext start() {
		return new SpringApplicationBuilder(JfpMonitor.class).run(settings());
	}

	private int run(String... words) {
		PrintStream print = new PrintStream(this.out, true, StandardCharsets.UTF_8);
		return CommandLine.of(words).orElseThrow().run(JfpMonitor.class, print, print);
	}

	private String said() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

	private String[] settings() {
		return new String[] { "--jfp.demo=false", "--jfp.today=" + TODAY,
				"--jfp.config=" + this.folder.resolve("config"), "--jfp.data=" + this.folder.resolve("data"),
				"--server.port=0", "--jfp.access.users[0].name=reader", "--jfp.access.users[0].roles=",
				"--jfp.access.users[0].password={bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD),
				"--spring.datasource.url=" + this.database.url(),
				"--spring.datasource.username=" + this.database.user(),
				"--spring.datasource.password=" + this.database.password() };
	}

}
