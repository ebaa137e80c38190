package org.jfpmonitor.publication;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.jfpmonitor.JfpMonitor;
import org.jfpmonitor.schedule.Runs;
import org.jfpmonitor.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two services that were given files which differ in a small number alone say the same,
 * to the last character, everywhere: on every page, in the interface, the metrics, the
 * workbooks and documents, and in every table of the database, mails among them. So
 * nothing that anybody reckons from what they say can tell the number.
 */
class SmallNumbersEverywhereTest {

	private static final String LAYOUT = """
			layout: people
			title: People, one line each
			feed: figures
			record-level: true
			columns: {organisation: org, month: month, answer: answer}
			period: {column: month, as: monthly}
			levels:
			  - {scope: icb, organisation: organisation}
			figures:
			  - measure: urgent-dental-appointments
			    value: {count: rows}
			  - measure: smoking-at-delivery-local
			    numerator: {count: rows, where: {answer: "yes"}}
			    denominator: {count: rows}
			""";

	private static final List<String> ADDRESSES = List.of("/", "/report", "/measures", "/deliveries", "/deliveries/1",
			"/feeds", "/api/objectives", "/api/objectives?as-of=2025-03-31", "/api/reports", "/api/measures",
			"/measures.csv", "/api/measures/urgent-dental-appointments/series",
			"/api/measures/smoking-at-delivery-local/series", "/api/datapoints.csv", "/api/deliveries",
			"/api/deliveries/1", "/api/feeds", "/api/mails", "/report.xlsx", "/report.docx", "/figures-template.xlsx");

	@TempDir
	private Path folder;

	@Test
	void filesThatDifferInASmallNumberAloneAreSaidAlikeEverywhere() throws Exception {
		Map<String, String> one = saidOf(2);
		Map<String, String> other = saidOf(4);

		assertThat(other.keySet()).isEqualTo(one.keySet());
		one.forEach((where, said) -> assertThat(other.get(where)).as(where).isEqualTo(said));
		assertThat(one.get("/api/measures/smoking-at-delivery-local/series")).contains("\"mark\":\"suppressed\"",
				"\"numerator\":10", "\"denominator\":55");
		assertThat(one.get("table observation")).contains("\"mark\": \"suppressed\"");
		assertThat(saidOf(20).get("table observation")).as("what is not small")
			.isNotEqualTo(one.get("table observation"));
		assertThat(one.get("table delivery")).contains("\"used_withheld\": true");
	}

	/** Of every month some sixty lines; in the last one of them so many say yes. */
	private Path file(int small) throws IOException {
		List<String> lines = new ArrayList<>(List.of("org,month,answer"));
		for (int month = 0; month < 15; month++) {
			String of = YearMonth.of(2024, 1).plusMonths(month).toString();
			int yes = (month == 14) ? small : 8 + month % 4;
			lines.addAll(Collections.nCopies(yes, "QMM," + of + ",yes"));
			lines.addAll(Collections.nCopies(46 + (month * 7) % 11, "QMM," + of + ",no"));
		}
		return Files.write(Files.createDirectories(this.folder.resolve("of" + small)).resolve("people.csv"), lines);
	}

	private Path configuration() throws IOException {
		Path copy = this.folder.resolve("config");
		if (!Files.exists(copy)) {
			try (Stream<Path> files = Files.walk(Path.of("config"))) {
				for (Path each : files.filter((path) -> !path.startsWith("config/demo")).toList()) {
					Path to = copy.resolve(Path.of("config").relativize(each).toString());
					if (Files.isDirectory(each)) {
						Files.createDirectories(to);
					}
					else {
						Files.copy(each, to);
					}
				}
			}
			Files.writeString(copy.resolve("layouts/people.yaml"), LAYOUT);
		}
		return copy;
	}

	private Map<String, String> saidOf(int small) throws Exception {
		Path file = file(small);
		TestDatabase database = TestDatabase.create();
		Map<String, String> said = new TreeMap<>();
		try (ConfigurableApplicationContext service = new SpringApplicationBuilder(JfpMonitor.class).run(
				"--server.port=0", "--jfp.today=2025-05-15", "--jfp.config=" + configuration(),
				"--jfp.data=" + this.folder.resolve("data" + small), "--spring.datasource.url=" + database.url(),
				"--spring.datasource.username=" + database.user(),
				"--spring.datasource.password=" + database.password())) {
			service.getBean(Runs.class).importFiles(List.of(file));
			int port = service.getEnvironment().getProperty("local.server.port", Integer.class, 0);
			for (String address : ADDRESSES) {
				said.put(address, get(port, address));
			}
			JdbcClient jdbc = JdbcClient.create(database.dataSource());
			for (String objective : jdbc.sql("select distinct objective from report.measure_status")
				.query(String.class)
				.list()) {
				for (String address : List.of("/objectives/%s", "/objectives/%s/page.csv", "/api/objectives/%s")) {
					said.put(address.formatted(objective), get(port, address.formatted(objective)));
				}
			}
			said.put("metrics",
					get(port, "/actuator/prometheus").lines()
						.filter((line) -> line.startsWith("jfp_") && !line.contains("_seconds"))
						.sorted()
						.collect(Collectors.joining("\n")));
			tables(jdbc).forEach((table) -> said.put("table " + table, rows(jdbc, table)));
		}
		return said;
	}

	/** What a run is at holds the place and size of files, which are nobody's answer. */
	private static List<String> tables(JdbcClient jdbc) {
		return jdbc.sql("""
				select case when table_schema = 'public' then table_name else table_schema || '.' || table_name end
				  from information_schema.tables
				 where table_schema in ('public', 'report') and table_name !~ '^(batch|flyway|event)'
				   and table_name not in ('mail_server', 'lease', 'import_lock', 'shedlock', 'run_file')
				""").query(String.class).list();
	}

	private static String rows(JdbcClient jdbc, String table) {
		return plain(jdbc.sql("select to_jsonb(each)::text from " + table + " each")
			.query(String.class)
			.list()
			.stream()
			.map((row) -> row.replaceAll("\"took_(millis|seconds)\": [0-9.]+", ""))
			.sorted()
			.collect(Collectors.joining("\n")));
	}

	private static String get(int port, String address) throws IOException, InterruptedException {
		HttpResponse<byte[]> answer = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address)).build(),
					BodyHandlers.ofByteArray());
		assertThat(answer.statusCode()).as(address).isEqualTo(200);
		return plain(
				address.endsWith("x") ? unzipped(answer.body()) : new String(answer.body(), StandardCharsets.UTF_8));
	}

	private static String unzipped(byte[] document) throws IOException {
		StringBuilder text = new StringBuilder();
		try (InputStream bytes = new ByteArrayInputStream(document); ZipInputStream zip = new ZipInputStream(bytes)) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				text.append(entry.getName())
					.append('\n')
					.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return text.toString();
	}

	/** Without moments, durations, fingerprints of files and tokens of forms. */
	private static String plain(String said) {
		return said.replaceAll("\\d{4}-\\d\\d-\\d\\d[T ][0-9:.]+(Z|\\+00:00|\\+01:00)?", "moment")
			.replaceAll("\\d{1,2}(:\\d{2})?[ap]m", "time")
			.replaceAll("[0-9a-f]{64}", "fingerprint")
			.replaceAll("\"seconds\":[0-9.E-]+", "seconds")
			.replaceAll("[0-9.]+ seconds", "seconds")
			.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "token");
	}

}
