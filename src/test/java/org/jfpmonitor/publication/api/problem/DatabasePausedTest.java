package org.jfpmonitor.publication.api.problem;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

import org.jfpmonitor.EveryCase;
import org.jfpmonitor.store.TestDatabase;
import org.jfpmonitor.store.ServerSignals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole service with a server of its own that stands still in the middle of its work:
 * it takes every connection and answers none.
 */
@EveryCase
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.test.metrics.export=true", "jfp.schedule.enabled=true", "jfp.schedule.nightly-at=23:59",
				"jfp.today=2025-05-15", "jfp.schedule.tick=PT0.2S", "jfp.schedule.mail-every=PT0.2S" })
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
@EnabledIf("org.jfpmonitor.store.ServerSignals#exist")
class DatabasePausedTest {

	private static final HttpClient BROWSER = HttpClient.newHttpClient();

	/** So long nobody waits; whoever waited for the database would wait for ever. */
	private static final Duration SOON = Duration.ofSeconds(20);

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	@TempDir
	private static Path data;

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	private final ServerSignals server = new ServerSignals(data.resolve("postgres/programs"));

	@DynamicPropertySource
	static void store(DynamicPropertyRegistry properties) throws IOException {
		TestDatabase.linkPrograms(data.resolve("postgres"));
		properties.add("jfp.data", data::toString);
	}

	@AfterEach
	void goOn() throws Exception {
		this.server.resume();
	}

	@Test
	void whoeverHadAskedIsToldAndNobodyWaits(CapturedOutput log) throws Exception {
		await("/actuator/health", (answer) -> answer.statusCode() == 200);
		int saidBefore = log.getOut().length();
		// Whoever asks next gets a connection that answered just now.
		for (String path : List.of("/", "/objectives/7a", "/api/objectives", "/actuator/prometheus")) {
			assertThat(ask(path).statusCode()).as(path).isEqualTo(200);
		}
		Map<String, CompletableFuture<HttpResponse<String>>> asked = new LinkedHashMap<>();
		this.server.pause();
		for (String path : List.of("/", "/objectives/7a", "/deliveries", "/runs", "/api/objectives",
				"/actuator/prometheus", "/actuator/health/liveness")) {
			asked.put(path, BROWSER.sendAsync(request(path), HttpResponse.BodyHandlers.ofString()));
		}

		for (String page : List.of("/", "/objectives/7a", "/deliveries", "/runs")) {
			HttpResponse<String> answer = asked.get(page).join();
			assertThat(answer.statusCode()).as(page).isEqualTo(503);
			assertThat(answer.body()).contains("<h1 class=\"nhsuk-heading-l\">Not available for now</h1>");
		}
		assertThat(asked.get("/api/objectives").join().statusCode()).isEqualTo(503);
		assertThat(asked.get("/api/objectives").join().body())
			.contains("Expected the database of the service to answer");
		HttpResponse<String> scrape = asked.get("/actuator/prometheus").join();
		assertThat(scrape.statusCode()).isEqualTo(200);
		assertThat(scrape.body()).contains("\njfp_objective_status{", "\njvm_memory_used_bytes{");
		assertThat(asked.get("/actuator/health/liveness").join().statusCode()).isEqualTo(200);
		assertThat(ask("/actuator/health").statusCode()).isEqualTo(503);
		assertThat(ask("/").statusCode()).isEqualTo(503);
		assertThat(ask("/actuator/prometheus").body()).contains("\njfp_database_up 0");

		this.server.resume();
		await("/actuator/health", (answer) -> answer.statusCode() == 200);
		assertThat(ask("/").statusCode()).isEqualTo(200);
		assertThat(this.jdbc.sql("select 1").query(Integer.class).single()).isEqualTo(1);
		assertThat(log.getOut()
			.substring(saidBefore)
			.lines()
			.filter((line) -> line.contains("WARN") || line.contains("ERROR"))).singleElement()
			.asString()
			.contains("The database does not answer: ");
		assertThat(log.getOut()).contains("The database answers again, after").doesNotContain("\tat ");
	}

	private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
		return BROWSER.send(request(path), HttpResponse.BodyHandlers.ofString());
	}

	private HttpRequest request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Accept",
					path.startsWith("/api") ? "application/json" : path.startsWith("/actuator") ? "*/*" : "text/html")
			.timeout(SOON)
			.build();
	}

	private void await(String path, Predicate<HttpResponse<String>> condition)
			throws IOException, InterruptedException {
		Instant end = Instant.now().plus(PATIENCE);
		while (!condition.test(ask(path))) {
			assertThat(Instant.now()).as(path).isBefore(end);
			Thread.onSpinWait();
		}
	}

}
