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

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.apache.commons.csv.CSVRecord;
import org.jfpmonitor.EveryCase;
import org.jfpmonitor.JfpMonitor;
import org.jfpmonitor.extract.workbook.BookWriter;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.schedule.RunKind;
import org.jfpmonitor.schedule.Runs;
import org.jfpmonitor.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

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
@EveryCase
class SmallNumbersEverywhereTest {

	private static final String LAYOUT = """
			layout: people
			title: People, one line each
			feed: figures
			record-level: true
			organisations: known
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

	/** The same people, whose trust another sheet names. */
	private static final String TRUSTS = LAYOUT.replace("layout: people", "layout: trusts")
		.replace("{organisation: org,", "{organisation: trust,")
		.replace("scope: icb, organisation: organisation", "scope: trust, organisation: organisation");

	private static final List<String> ADDRESSES = List.of("/", "/report", "/measures", "/deliveries", "/deliveries/1",
			"/deliveries/2", "/deliveries/3", "/deliveries/4", "/api/deliveries/1/rejects.csv",
			"/api/deliveries/2/rejects.csv", "/api/deliveries/4/rejects.csv", "/board.csv", "/deliveries.csv",
			"/deliveries/1/page.csv", "/deliveries/4/page.csv", "/feeds.csv", "/feeds", "/api/objectives",
			"/api/objectives?as-of=2025-03-31", "/api/reports", "/api/measures", "/measures.csv",
			"/api/measures/urgent-dental-appointments/series", "/api/measures/smoking-at-delivery-local/series",
			"/api/datapoints.csv", "/api/deliveries", "/api/deliveries/1", "/api/feeds", "/api/mails", "/report.xlsx",
			"/report.docx", "/figures-template.xlsx");

	@TempDir
	private Path folder;

	@Test
	void filesThatDifferInASmallNumberAloneAreSaidAlikeEverywhere() throws Exception {
		Map<String, String> one = saidOf(2, ADDRESSES);
		Map<String, String> other = saidOf(4, ADDRESSES);

		assertThat(other.keySet()).isEqualTo(one.keySet());
		one.forEach((where, said) -> assertThat(other.get(where)).as(where).isEqualTo(said));
		assertThat(one.get("/api/measures/smoking-at-delivery-local/series")).contains("\"mark\":\"suppressed\"",
				"\"numerator\":10", "\"denominator\":55");
		assertThat(one.get("table observation")).contains("\"mark\": \"suppressed\"");
		assertThat(saidOf(20, List.of()).get("table observation")).as("what is not small")
			.isNotEqualTo(one.get("table observation"));
		assertThat(one.get("table delivery")).contains("\"used_withheld\": true");
		assertThat(one.get("/api/deliveries")).contains("\"sha256\":null").doesNotContain("\"sha256\":\"");
		assertThat(one.get("/api/deliveries")).as("one file is refused for its rejects and one is cut off")
			.contains("found more. Try the file", "\"Expected a closing quote, found the end of the file");
		assertThat(one.get("/deliveries/1"))
			.contains("The original is not given out, because files of its layout, people,"
					+ " may hold rows of persons or small numbers.");
		assertThat(one.get("/api/deliveries/1/rejects.csv")).isEqualTo("""
				line,column,code,found,expected
				,month,period_in_future,,a period that has begun by 15 May 2025
				,org,unknown_organisation,,the code of an organisation in organisations.yaml
				""");
		assertThat(one.get("table mail")).contains("about 10 lines of people.csv were rejected");
		assertThat(one.get("log")).contains("people.ods: published", "Lines: 0 left out by rule, about 10 rejected");
	}

	/**
	 * One with lines that are rejected, one that is refused because they are too many, a
	 * workbook of two sheets about the same people, and one that is cut off.
	 */
	private List<Path> files(int small) throws IOException {
		Path of = Files.createDirectories(this.folder.resolve("of" + small));
		List<String> months = months(small, 2024, "org,month,answer", "QMM");
		List<String> some = new ArrayList<>(months);
		some.addAll(Collections.nCopies(3, "QMM,2031-01,yes"));
		some.addAll(Collections.nCopies(7, "ZZ9,2025-01,yes"));
		List<String> many = new ArrayList<>(months.subList(0, 20));
		many.addAll(Collections.nCopies(small, "QMM,2025-03,yes"));
		many.addAll(Collections.nCopies(11, "QMM,2031-01,yes"));
		List<String> cut = new ArrayList<>(months);
		cut.add("\"QMM,2025-03,no");
		Path boards = Files.write(of.resolve("boards"), months(small, 2022, "org,month,answer", "QMM"));
		Path trusts = Files.write(of.resolve("trusts"), months(small, 2022, "trust,month,answer", "RM1"));
		Map<String, List<CSVRecord>> sheets = new TreeMap<>();
		sheets.put("Boards", BookWriter.rows(boards));
		sheets.put("Trusts", BookWriter.rows(trusts));
		return List.of(Files.write(of.resolve("people.csv"), some), Files.write(of.resolve("refused.csv"), many),
				BookWriter.ODS.write(sheets, of.resolve("people.ods")), Files.write(of.resolve("cut.csv"), cut));
	}

	/** Of every month some sixty lines; in the last one of them so many say yes. */
	private static List<String> months(int small, int year, String header, String organisation) {
		List<String> lines = new ArrayList<>(List.of(header));
		for (int month = 0; month < 15; month++) {
			String of = YearMonth.of(year, 1).plusMonths(month).toString();
			int yes = (month == 14) ? small : 8 + month % 4;
			lines.addAll(Collections.nCopies(yes, organisation + "," + of + ",yes"));
			lines.addAll(Collections.nCopies(46 + (month * 7) % 11, organisation + "," + of + ",no"));
		}
		return lines;
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
			Files.writeString(copy.resolve("layouts/trusts.yaml"), TRUSTS);
		}
		return copy;
	}

	private Map<String, String> saidOf(int small, List<String> addresses) throws Exception {
		List<Path> files = files(small);
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		TestDatabase database = TestDatabase.create();
		Map<String, String> said = new TreeMap<>();
		try (ConfigurableApplicationContext service = new SpringApplicationBuilder(JfpMonitor.class).run(
				"--server.port=0", "--jfp.today=2025-05-15", "--jfp.config=" + configuration(),
				"--jfp.data=" + this.folder.resolve("data" + small), "--jfp.schedule.mail-every=PT1H",
				"--jfp.reading.threads=1", "--spring.datasource.url=" + database.url(),
				"--spring.datasource.username=" + database.user(),
				"--spring.datasource.password=" + database.password())) {
			log.start();
			logger().addAppender(log);
			// Nobody is told of what was there before the first run.
			service.getBean(Runs.class)
				.reassess(service.getBean(PlanVersions.class).current().single().orElseThrow().id(), RunKind.OVERRIDE);
			service.getBean(Runs.class).importFiles(files);
			logger().detachAppender(log);
			said.put("log",
					plain(log.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"))));
			int port = service.getEnvironment().getProperty("local.server.port", Integer.class, 0);
			for (String address : addresses) {
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

	private static Logger logger() {
		return (Logger) LoggerFactory.getLogger("org.jfpmonitor");
	}

	private static List<String> tables(JdbcClient jdbc) {
		return jdbc.sql("""
				select case when table_schema = 'public' then table_name else table_schema || '.' || table_name end
				  from information_schema.tables
				 where table_schema in ('public', 'report') and table_name !~ '^(flyway|event)'
				   and table_name not in ('mail_server', 'lease', 'import_lock', 'shedlock')
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

	/** Without moments, durations, folders, fingerprints of files and tokens of forms. */
	private static String plain(String said) {
		return said.replaceAll("\\d{4}-\\d\\d-\\d\\d[T ][0-9:.]+(Z|\\+00:00|\\+01:00)?", "moment")
			.replaceAll("\\d{1,2}(:\\d{2})?[ap]m", "time")
			.replaceAll("[0-9a-f]{64}", "fingerprint")
			.replaceAll("file:\\S*/of[0-9]+/", "")
			.replaceAll("127.0.0.1:[0-9]+", "here")
			.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "message")
			.replaceAll("\"seconds\":[0-9.E-]+", "seconds")
			.replaceAll("[0-9.]+ seconds", "seconds")
			.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "token");
	}

}
