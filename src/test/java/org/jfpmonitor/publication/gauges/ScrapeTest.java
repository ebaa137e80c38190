package org.jfpmonitor.publication.gauges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jfpmonitor.EveryCase;
import org.jfpmonitor.schedule.Runs;
import org.jfpmonitor.store.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What a scrape reads over HTTP while extracts are imported and the plan is assessed. */
@TestStore
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.test.metrics.export=true", "jfp.today=2025-05-15" })
class ScrapeTest {

	private static final String WAITING = """

			jfp_run_waiting_files{step="fileAway"} %d.0
			jfp_run_waiting_files{step="publish"} %d.0
			jfp_run_waiting_files{step="read"} %d.0
			""";

	private static final String TEXT = "text/plain";

	private static final String OPEN_METRICS = "application/openmetrics-text;version=1.0.0";

	private static final int SCRAPES = 1000;

	private static final int FEWEST_RUNS = 10;

	private static final Pattern STATUS = Pattern
		.compile("(?m)^jfp_objective_status\\{.*objective=\"(\\w+)\".*} (0|1)(?:\\.0)?$");

	private static final AtomicInteger step = new AtomicInteger();

	private final HttpClient client = HttpClient.newHttpClient();

	@Autowired
	private Runs runs;

	@Autowired
	private Snapshots snapshots;

	@Autowired
	private JdbcClient database;

	@LocalServerPort
	private int port;

	@TempDir
	private Path folder;

	@EveryCase
	@Test
	void scrapesDuringRunsNeverSeeAnObjectiveWithoutExactlyOneStatus() throws Exception {
		importNext();
		AtomicInteger scrapes = new AtomicInteger();
		CompletableFuture<Integer> importing = CompletableFuture.supplyAsync(() -> {
			int count = 0;
			while (scrapes.get() < SCRAPES || count < FEWEST_RUNS) {
				importNext();
				count++;
			}
			return count;
		});
		Set<Long> seen = new HashSet<>();
		while (scrapes.get() < SCRAPES || seen.size() < FEWEST_RUNS) {
			String scrape = scrape((scrapes.incrementAndGet() % 2 == 0) ? TEXT : OPEN_METRICS);
			assertThat(statuses(scrape)).hasSizeGreaterThan(1).allSatisfy((objective, sum) -> assertThat(sum).isOne());
			long appointments = value(scrape, "jfp_measure_value", "measure=\"urgent-dental-appointments\"");
			assertThat(value(scrape, "jfp_measure_value", "measure=\"care-home-unplanned-admissions\""))
				.as("another figure of the same extract")
				.isEqualTo(1000 + appointments);
			assertThat(value(scrape, "jfp_feed_imports_total", "feed=\"figures\"")).as("the count of imports")
				.isEqualTo(appointments);
			seen.add(appointments);
		}
		assertThat(importing.get(1, TimeUnit.MINUTES)).isGreaterThanOrEqualTo(FEWEST_RUNS);
	}

	@Test
	void aScrapeForOneNameReadsTheSameSnapshot() throws Exception {
		importNext();
		for (String format : List.of(TEXT, OPEN_METRICS)) {
			List<String> whole = scrape(format).lines().filter((line) -> line.contains("jfp_measure_value")).toList();
			List<String> named = get("/actuator/prometheus?includedNames=jfp_measure_value", format).body()
				.lines()
				.filter((line) -> !line.equals("# EOF"))
				.toList();
			assertThat(whole).hasSizeGreaterThan(3).containsExactlyInAnyOrderElementsOf(named);
		}
	}

	@Test
	void openMetricsEndsOnceAndOnlyThere() throws Exception {
		String scrape = scrape(OPEN_METRICS);

		assertThat(scrape).endsWith("\n# EOF\n");
		assertThat(Pattern.compile("# EOF").matcher(scrape).results()).hasSize(1);
	}

	@Test
	void noFamilyIsWrittenTwice() throws Exception {
		for (String format : List.of(TEXT, OPEN_METRICS)) {
			assertThat(scrape(format).lines().filter((line) -> line.startsWith("# TYPE "))).doesNotHaveDuplicates();
		}
	}

	@Test
	void eachStepOfAnImportIsMeasuredAndNoFileIsNamed() throws Exception {
		importNext();
		String scrape = scrape(TEXT);

		assertThat(scrape).contains("spring_batch_step_name=\"publish\"", "spring_batch_step_name=\"fileAway\"",
				"spring_batch_job_status=\"COMPLETED\"");
		assertThat(scrape).doesNotContain(".csv");
	}

	@Test
	void aRunThatIsNotFinishedIsSeenWithTheFilesThatWait() throws Exception {
		importNext();
		assertThat(scrape(TEXT)).contains(WAITING.formatted(0, 0, 0)).doesNotContain("jfp_run_unfinished_since");
		long run = this.database.sql("""
				insert into run (kind, business_day, started_at) values ('nightly', '2025-05-15', '2025-05-15T01:30Z')
				returning id
				""").query(Long.class).single();
		this.database
			.sql("""
					insert into run_file (run, number, uri, named, again, arrived_at)
					select :run, each, 'file:///inbox/' || each || '.csv', false, false, now() from generate_series(1, 3) each
					""")
			.param("run", run)
			.update();
		this.snapshots.follow();
		assertThat(scrape(TEXT)).contains(WAITING.formatted(0, 0, 3),
				"\njfp_run_unfinished_since_timestamp_seconds 1.7472726E9");

		this.database.sql("""
				insert into run_reading (run, number, basis, content, took_millis) values (:run, 1, '', '', 0)
				""").param("run", run).update();
		this.snapshots.follow();
		assertThat(scrape(TEXT)).as("while files are read, too").contains(WAITING.formatted(0, 1, 2));

		this.database.sql("delete from run_reading where run = :run").param("run", run).update();
		this.database.sql("delete from run_file where run = :run").param("run", run).update();
		this.database.sql("delete from run where id = :run").param("run", run).update();
		this.snapshots.follow();
		assertThat(scrape(TEXT)).contains(WAITING.formatted(0, 0, 0)).doesNotContain("jfp_run_unfinished_since");
	}

	@Test
	void aSuppressedFigureLeavesNoNumber() throws Exception {
		importNext();
		assertThat(scrape(TEXT)).contains("jfp_measure_value{ambition=\"2\",measure=\"urgent-dental-appointments\"");

		imported("urgent-dental-appointments,QMM,2025-03,*,,,");

		assertThat(scrape(TEXT).lines()
			.filter((line) -> line.contains("measure=\"urgent-dental-appointments\""))
			.map((line) -> line.substring(0, line.indexOf('{')))).contains("jfp_measure_info", "jfp_measure_target")
			.doesNotContain("jfp_measure_value", "jfp_measure_attainment_ratio");
	}

	/**
	 * Each extract brings a figure one higher than the one before, and moves an objective
	 * to another status.
	 */
	private void importNext() {
		int number = step.get() + 1;
		imported("urgent-dental-appointments,QMM,2025-03,%d,,,%n".formatted(number)
				+ "care-home-unplanned-admissions,QMM,2025-03,%d,,,%n".formatted(1000 + number)
				+ "hear-and-treat-local,QMM,2025-03,,%d,100,%n".formatted((number % 2 == 0) ? 5 : 15));
	}

	private void imported(String lines) {
		try {
			Path file = this.folder.resolve("figures-" + step.incrementAndGet() + ".csv");
			Files.writeString(file, "measure,organisation,period,value,numerator,denominator,comment\n" + lines);
			assertThat(this.runs.importFiles(List.of(file))).allMatch((outcome) -> outcome.isClean());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Map<String, Integer> statuses(String scrape) {
		Map<String, Integer> sums = new HashMap<>();
		Matcher lines = STATUS.matcher(scrape);
		while (lines.find()) {
			sums.merge(lines.group(1), Integer.valueOf(lines.group(2)), Integer::sum);
		}
		return sums;
	}

	private static long value(String scrape, String metric, String label) {
		return scrape.lines()
			.filter((line) -> line.startsWith(metric + "{") && line.contains(label))
			.map((line) -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
			.findFirst()
			.orElseThrow();
	}

	private String scrape(String format) throws IOException, InterruptedException {
		HttpResponse<String> answer = get("/actuator/prometheus", format);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type").orElseThrow().replace(" ", "")).startsWith(format);
		return answer.body();
	}

	private HttpResponse<String> get(String address, String format) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + address))
			.header("Accept", format)
			.build(), BodyHandlers.ofString());
	}

}
