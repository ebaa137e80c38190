package org.jfpmonitor.publication.api.problem;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

import org.jfpmonitor.store.DatabaseWatch;
import org.jfpmonitor.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** The whole service while its database does not answer, or takes nothing in. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.test.metrics.export=true", "jfp.schedule.enabled=true", "jfp.schedule.nightly-at=23:59",
				"jfp.today=2025-05-15", "jfp.schedule.tick=PT0.2S", "jfp.schedule.mail-every=PT0.2S",
				"jfp.schedule.upload-every=PT0.2S" })
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class DatabaseAwayTest {

	private static final TestDatabase database = TestDatabase.create();

	private static final HttpClient BROWSER = HttpClient.newHttpClient();

	/** So long nobody waits; whoever waited for the database would wait longer. */
	private static final Duration SOON = Duration.ofSeconds(20);

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	@TempDir
	private static Path data;

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private DatabaseWatch watch;

	@DynamicPropertySource
	static void store(DynamicPropertyRegistry properties) {
		properties.add("spring.datasource.url", database::url);
		properties.add("spring.datasource.username", database::user);
		properties.add("spring.datasource.password", database::password);
		properties.add("jfp.data", data::toString);
	}

	@AfterEach
	void giveBack() throws Exception {
		database.open();
		database.readOnly(false);
		await("/actuator/health", (answer) -> answer.statusCode() == 200);
	}

	@Test
	void whoeverAsksMeanwhileIsToldAndEverythingIsBackByItself(CapturedOutput log) throws Exception {
		await("/actuator/health", (answer) -> answer.statusCode() == 200);
		int saidBefore = log.getOut().length();
		database.shut();
		HttpResponse<String> first = ask("/", "text/html");
		assertThat(first.statusCode()).isEqualTo(503);
		await("/actuator/health", (answer) -> answer.statusCode() == 503);

		for (String page : new String[] { "/", "/objectives/7a", "/deliveries", "/runs" }) {
			HttpResponse<String> answer = ask(page, "text/html");
			assertThat(answer.statusCode()).as(page).isEqualTo(503);
			assertThat(answer.body()).contains("<h1 class=\"nhsuk-heading-l\">Not available for now</h1>",
					"the database of the service does not answer");
			assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
		}
		HttpResponse<String> program = ask("/api/objectives", "application/json");
		assertThat(program.statusCode()).isEqualTo(503);
		assertThat(program.body()).contains("Expected the database of the service to answer",
				"\"instance\":\"/api/objectives\"");
		HttpResponse<String> scrape = ask("/actuator/prometheus", "text/plain");
		assertThat(scrape.statusCode()).isEqualTo(200);
		assertThat(scrape.body()).contains("\njfp_database_up 0", "\njfp_objective_status{",
				"\njvm_memory_used_bytes{");
		assertThat(ask("/actuator/health/liveness", "*/*").statusCode()).isEqualTo(200);

		database.open();
		await("/actuator/health", (answer) -> answer.statusCode() == 200);
		await("/", (answer) -> answer.statusCode() == 200);
		assertThat(ask("/actuator/prometheus", "text/plain").body()).contains("\njfp_database_up 1");
		assertThat(log.getOut()
			.substring(saidBefore)
			.lines()
			.filter((line) -> line.contains("WARN") || line.contains("ERROR"))).singleElement()
			.asString()
			.contains("The database does not answer: FATAL: database");
		assertThat(log.getOut()).contains("The database answers again, after").doesNotContain("\tat ");
	}

	@Test
	void aDatabaseThatTakesNothingInIsReadAndIsNotUp(CapturedOutput log) throws Exception {
		database.readOnly(true);
		await("/actuator/health", (answer) -> answer.statusCode() == 503);

		await("/", (answer) -> answer.statusCode() == 200);
		assertThat(ask("/actuator/health", "*/*").body()).contains("OUT_OF_SERVICE");
		assertThat(ask("/actuator/prometheus", "text/plain").body()).contains("\njfp_database_up 0");

		database.readOnly(false);
		await("/actuator/health", (answer) -> answer.statusCode() == 200);
		assertThat(log.getOut()).contains("The database can be read but not written to",
				"The database can be written to again");
		assertThat(log.getOut()).doesNotContain("\tat ");
	}

	@Test
	void aSessionLostInTheMiddleOfATransactionIsSaidInALine(CapturedOutput log) {
		int saidBefore = log.getOut().length();

		Throwable failure = catchThrowable(
				() -> this.transactions.execute((transaction) -> this.jdbc.sql("select pg_terminate_backend(:this)")
					.param("this", this.jdbc.sql("select pg_backend_pid()").query(Integer.class).single())
					.query()
					.singleRow()));

		assertThat(this.watch.explains(failure)).isTrue();
		assertThat(log.getOut().substring(saidBefore)).contains("Connections to the database were cut off: ")
			.doesNotContain("\tat ");
	}

	private HttpResponse<String> ask(String path, String accepted) throws IOException, InterruptedException {
		return BROWSER.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Accept", accepted)
			.timeout(SOON)
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	/** The server of the tests lets the time pass between two looks. */
	private void await(String path, Predicate<HttpResponse<String>> condition)
			throws IOException, InterruptedException {
		JdbcClient elsewhere = JdbcClient.create(TestDatabase.create().dataSource());
		Instant end = Instant.now().plus(PATIENCE);
		while (!condition.test(ask(path, "*/*"))) {
			assertThat(Instant.now()).as(path).isBefore(end);
			elsewhere.sql("select pg_sleep(0.2)").query().singleRow();
		}
	}

}
