package org.jfpmonitor;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;
import org.jfpmonitor.BoardPanels.Query;
import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.publication.MetricsHistory;
import org.jfpmonitor.schedule.Runs;
import org.jfpmonitor.store.TestStore;
import org.jfpmonitor.variation.ChartPoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the boards show of the demonstration: their PromQL in a real Prometheus that
 * scrapes the service, with the history of {@code backfill}, and their SQL as the reader
 * of boards.
 */
@EveryCase
@TestStore
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "jfp.demo=true", "spring.test.metrics.export=true", "jfp.schedule.enabled=true",
				"jfp.schedule.nightly-at=00:00", "jfp.schedule.tick=PT1S" })
class BoardsTest {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	/** An objective whose charts have special causes. */
	private static final String WAITS = "7a";

	private static final String OVER_65_WEEKS = "waits-over-65-weeks";

	private static final LocalDate LAST_RUN = LocalDate.of(2025, 5, 15);

	/** What there is none of in the demonstration, or while nothing goes wrong. */
	private static final Set<String> RIGHTLY_EMPTY = Set.of("jfp-service, Oldest waiting mail, A",
			"jfp-objective, annotation Restated months, Anno");

	private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	private final HttpClient client = HttpClient.newHttpClient();

	@Autowired
	private DataSource dataSource;

	@Autowired
	private Runs runs;

	@Autowired
	private PlanVersions plans;

	@Autowired
	private Assessments assessments;

	@Autowired
	private MetricsHistory history;

	@LocalServerPort
	private int port;

	private Path folder;

	private Monitoring monitoring;

	@BeforeAll
	void start(@TempDir Path here) throws Exception {
		this.folder = here;
		Programs.require("promtool", "prometheus", "prometheus-alertmanager");
		this.mails.start();
		importAgain();
		backfill();
		this.monitoring = Monitoring.start(this.folder, this.port, this.mails.getSmtp().getPort());
		await("rate(http_server_requests_seconds_count[1m]) and on () jfp_run_last_success_timestamp_seconds"
				+ " and on () plan:jfp_objective_status_good_per_applicable:ratio"
				+ " and on () rate(alertmanager_notifications_failed_total[1m])");
	}

	@AfterAll
	void stop() {
		if (this.monitoring != null) {
			this.monitoring.close();
			this.mails.stop();
		}
	}

	@Test
	void everyPromQlOfEveryPanelReturnsSeries() throws IOException {
		for (Query query : BoardPanels.queries()) {
			if (!query.sql() && !RIGHTLY_EMPTY.contains(query.place())) {
				await(asked(query));
			}
		}
	}

	@Test
	void everySqlOfEveryPanelReturnsRowsToTheReaderOfBoards() throws Exception {
		try (Connection connection = this.dataSource.getConnection()) {
			JdbcClient reader = reader(connection);
			List<String> empty = new ArrayList<>();
			for (Query query : BoardPanels.queries()) {
				if (query.sql() && reader.sql(asked(query)).query().listOfRows().isEmpty()) {
					empty.add(query.place());
				}
			}
			reader.sql("reset role").update();
			assertThat(empty).allMatch(RIGHTLY_EMPTY::contains);
		}
	}

	@Test
	void theChartsOfTheBoardsAreThoseOfTheService() throws Exception {
		List<List<Object>> shown;
		try (Connection connection = this.dataSource.getConnection()) {
			JdbcClient reader = reader(connection);
			shown = reader.sql("select * from report.chart_point")
				.query((row, number) -> Arrays.asList(row.getString("measure"),
						row.getObject("period_end", LocalDate.class), row.getObject("value"), row.getObject("mean"),
						row.getObject("lower_limit"), row.getObject("upper_limit"), row.getObject("required"),
						row.getString("cause")))
				.list();
			reader.sql("reset role").update();
		}
		assertThat(shown).hasSizeGreaterThan(300).containsExactlyInAnyOrderElementsOf(charted());
	}

	@Test
	void whatStandsNowIsInTheOrderOfThePlanAndInTheWordsOfTheBoard() {
		JdbcClient all = JdbcClient.create(this.dataSource);

		assertThat(all.sql("select objective from report.objective_standing order by place").query(String.class).list())
			.containsExactly("1a", "1b", "1c", "1d", "2a", "2b", "3a", "3b", "3c", "3d", "4a", "4b", "4c", "4d", "5a",
					"6a", "6b", "6c", "7a", "7b", "8a");
		assertThat(all.sql("""
				select concat_ws(' | ', objective, status, measure, latest, required, latest_for, why, since)
				  from report.objective_standing where objective in ('1a', '6a') order by place
				""").query(String.class).list()).containsExactly(
				"1a | on_track | Next by 30 September 2025 | 4 of 6 milestones done, the next is due on 30 September 2025. | May 2024 or before",
				"6a | underperformance | Category 2 response | 33 minutes | 30 minutes or less | 2024/25"
						+ " | Category 2 response: 33 minutes (target 30 minutes or less); Handovers within 30 minutes:"
						+ " 72% (target 95% or more). | May 2024 or before");
		assertThat(
				all.sql("""
						select concat_ws(' | ', title, latest, required, variation, assurance, shown_in, round(60 * shown_per_unit, 9))
						  from report.measure_standing where objective = '6a' order by place limit 1
						""")
					.query(String.class)
					.single())
			.isEqualTo(
					"Mean response to category 2 calls in Norfolk and Waveney | 33 minutes | 30 minutes or less | Improvement"
							+ " | Too few figures | minutes | 1.000000000");
	}

	@Test
	void anOverdueFeedOfTheServiceReachesTheDataTeam() throws Exception {
		await("ALERTS{alertname=\"JfpFeedOverdue\",alertstate=\"firing\",feed=\"dm01\"}");

		assertThat(this.mails.waitForIncomingEmail(PATIENCE.toMillis(), 1)).isTrue();
		MimeMessage mail = this.mails.getReceivedMessages()[0];
		assertThat(mail.getAllRecipients()).extracting(String::valueOf).containsExactly("data-team@example.org");
		assertThat(mail.getSubject()).startsWith("JFP Monitor: ");
	}

	@Test
	void whatWasBackfilledIsThere() throws Exception {
		Instant inSpring = Instant.parse("2025-03-31T23:30:00Z");

		assertThat(ask("sum(last_over_time(jfp_objective_status{job=\"jfp\"}[32d]))", inSpring)).singleElement()
			.satisfies((sum) -> assertThat(sum.path("value").path(1).asInt()).isBetween(15, 21));
		assertThat(ask("last_over_time(jfp_measure_value{measure=\"virtual-ward-beds\"}[32d])", inSpring))
			.singleElement()
			.satisfies((series) -> assertThat(series.path("value").path(1).asString()).isEqualTo("170"));
	}

	@Test
	void theCatalogueIsWellFormed() throws Exception {
		String scrape = get("http://127.0.0.1:" + this.port + "/actuator/prometheus");
		Path file = this.folder.resolve("scrape.txt");
		Files.writeString(file,
				scrape.lines()
					.filter((line) -> line.matches("(# (HELP|TYPE) )?jfp_.*"))
					.collect(Collectors.joining("\n", "", "\n")));

		Programs.succeed("sh", "-c", "promtool check metrics < " + file);
	}

	private String asked(Query query) {
		return query.asked(plan().id().value(), WAITS, OVER_65_WEEKS);
	}

	/** What is measured of imports is there only where something was imported. */
	private void importAgain() throws IOException {
		List<String> lines = Files.readAllLines(Path.of("config/demo/2025-05-15/figures-2025-03.csv"));
		this.runs.importFiles(List.of(Files.write(this.folder.resolve("figures.csv"), lines.subList(0, 2))));
	}

	private void backfill() throws Exception {
		Path om = this.folder.resolve("history.om");
		try (Writer out = Files.newBufferedWriter(om)) {
			this.history.write("jfp", "127.0.0.1:" + this.port, out);
		}
		Programs.succeed("promtool", "tsdb", "create-blocks-from", "openmetrics", "--max-block-duration=744h",
				om.toString(), this.folder.resolve("prometheus").toString());
	}

	private Plan plan() {
		return this.plans.current().asked();
	}

	private List<List<Object>> charted() {
		List<List<Object>> points = new ArrayList<>();
		for (ObjectiveAssessment objective : this.assessments.assess(PlanId.of("nw-jfp-2024"), LAST_RUN, LAST_RUN)
			.objectives()) {
			for (MeasureAssessment measure : objective.measures()) {
				for (ChartPoint point : measure.series().shownPoints()) {
					points.add(Arrays.asList(measure.measure().id().value(), point.date(), point.value(),
							point.limits().mean(), point.limits().lower(), point.limits().upper(), point.target(),
							point.specialCause().code().replace('_', ' ')));
				}
			}
		}
		return points;
	}

	private static JdbcClient reader(Connection connection) throws SQLException {
		JdbcClient reader = JdbcClient.create(new SingleConnectionDataSource(connection, true));
		reader.sql("grant grafana_reader to current_user").update();
		reader.sql("set role grafana_reader").update();
		return reader;
	}

	private void await(String query) {
		Awaitility.await("series of " + query)
			.atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(250))
			.pollDelay(Duration.ZERO)
			.until(() -> !ask(query, Instant.now()).isEmpty());
	}

	/** The series of the answer; empty while Prometheus is not there yet. */
	private List<JsonNode> ask(String query, Instant at) throws Exception {
		String answer;
		try {
			answer = get(this.monitoring.address() + "/api/v1/query?time=" + at.getEpochSecond() + "&query="
					+ URLEncoder.encode(query, StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			return List.of();
		}
		JsonNode read = JsonMapper.shared().readTree(answer);
		assertThat(read.path("status").asString()).as("%s: %s", query, answer).isEqualTo("success");
		List<JsonNode> series = new ArrayList<>();
		read.path("data").path("result").forEach(series::add);
		return series;
	}

	private String get(String address) throws IOException, InterruptedException {
		HttpResponse<String> answer = this.client.send(
				HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(30)).build(),
				BodyHandlers.ofString());
		if (answer.statusCode() == 503) {
			throw new IOException("still starting: " + answer.body());
		}
		return answer.body();
	}

}
