package org.jfpmonitor.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import org.jfpmonitor.EveryCase;
import org.jfpmonitor.JfpMonitor;
import org.jfpmonitor.calendar.SettableClock;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.store.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What the nights that follow an import take away, and what they say of it. */
class RetentionAtNightTest {

	private static final String HEADER = "measure,organisation,period,value,numerator,denominator,comment\n";

	private static final String PEOPLE = """
			layout: people
			title: People, one line each
			feed: figures
			record-level: true
			columns: {organisation: org, month: month}
			period: {column: month, as: monthly}
			levels:
			  - {scope: icb, organisation: organisation}
			figures:
			  - {measure: urgent-dental-appointments, value: {count: rows}}
			""";

	private final TestDatabase database = TestDatabase.create();

	private final SettableClock clock = new SettableClock(Instant.EPOCH);

	private @Nullable ConfigurableApplicationContext service;

	@TempDir
	private Path folder;

	@AfterEach
	void stop() {
		if (this.service != null) {
			this.service.close();
		}
	}

	@EveryCase
	@Test
	void theNightTakesAwayWhatWasKeptLongEnoughAndSaysWhat() throws IOException {
		write("inbox/people.csv", "org,month\n" + "QMM,2025-03\n".repeat(20));
		write("inbox/kept.csv", HEADER + "care-home-unplanned-admissions,QMM,2025-03,170,,,\n");
		write("inbox/refused.csv", "a,b\n1,2\n");
		night("2025-05-15");
		assertThat(files()).containsExactly("archive/kept.csv", "archive/people.csv", "refused/refused.csv",
				"refused/refused.csv.rejects.csv");

		night("2025-06-13");
		assertThat(files()).as("after 29 days").contains("archive/people.csv");

		night("2025-06-15");
		assertThat(files()).as("after 31 days")
			.containsExactly("archive/kept.csv", "refused/refused.csv", "refused/refused.csv.rejects.csv");
		assertThat(said()).containsExactly("archived files of the layout people: 1");

		night("2025-08-14");
		assertThat(files()).as("after 91 days").containsExactly("archive/kept.csv");
		assertThat(said()).hasSize(2).last().asString().contains("refused files: 1");
		assertThat(count("observation")).as("figures stay").isEqualTo(2);
		assertThat(count("delivery")).as("deliveries stay").isEqualTo(3);
	}

	@EveryCase
	@Test
	void whatALayoutOfPersonsRefusedIsKeptNoLongerThanWhatItPublished() throws IOException {
		write("inbox/people.csv", "org,month\n" + "QMM,2031-03\n".repeat(20));
		write("inbox/unknown.csv", "a,b\n1,2\n");
		night("2025-05-15");
		assertThat(files()).containsExactly("refused/people.csv", "refused/people.csv.rejects.csv",
				"refused/unknown.csv", "refused/unknown.csv.rejects.csv");

		night("2025-06-13");
		assertThat(files()).as("after 29 days").contains("refused/people.csv");

		night("2025-06-15");
		assertThat(files()).as("after 31 days")
			.containsExactly("refused/unknown.csv", "refused/unknown.csv.rejects.csv");
		assertThat(said()).containsExactly("refused files of the layout people: 1");
	}

	@Test
	void mailsImportsAndTheAuditTrailAreTakenAwayWhenTheirTimeIsOver() throws IOException {
		write("inbox/kept.csv", HEADER + "care-home-unplanned-admissions,QMM,2025-03,170,,,\n");
		night("2025-05-15");
		JdbcClient jdbc = JdbcClient.create(this.database.dataSource());
		jdbc.sql("update mail set state = 'sent', sent_at = '2025-05-15'").update();
		for (String sent : List.of("2023-05-01", "2023-07-01")) {
			jdbc.sql(
					"""
							insert into mail (message_id, run, recipient, subject, plain, html, state, sent_at)
							values (:sent, 1, 'office@example.org', 'Sent ' || :sent, 'Text', '<p>Text', 'sent', :sent::timestamptz)
							""")
				.param("sent", sent)
				.update();
			jdbc.sql("""
					insert into mail_picture (mail, number, content_id, png, alternative)
					select id, 1, 'chart', '\\x00', 'A chart' from mail where message_id = :sent
					""").param("sent", sent).update();
			// The trail goes by the clock of the database alone.
			jdbc.sql(
					"""
							insert into audit_entry (at, action, what)
							values (now() - interval '735 days' + (:sent::date - date '2023-05-01') * interval '1 day', 'sign_in',
							        'As a program')
							""")
				.param("sent", sent)
				.update();
			write("mail/" + sent + ".eml", "Subject: Sent");
			Files.setLastModifiedTime(this.folder.resolve("data/mail/" + sent + ".eml"),
					FileTime.from(LocalDate.parse(sent).atStartOfDay().toInstant(ZoneOffset.UTC)));
		}
		jdbc.sql("insert into mail (message_id, run, recipient, subject, plain, html, state, created_at)"
				+ " values ('waits', 1, 'office@example.org', 'Waits', 'Text', '<p>Text', 'dead', '2023-05-01')")
			.update();
		jdbc.sql("update batch_job_execution set create_time = '2024-05-01', end_time = '2024-05-01'").update();
		jdbc.sql("update run set finished_at = '2024-05-01'").update();
		jdbc.sql("insert into run_reading select run, number, '', '', 0 from run_file").update();
		jdbc.sql("""
				insert into int_channel_message (message_id, group_key, created_date, region) values ('a', 'b', 0, 'c')
				""").update();
		long imports = count("batch_job_instance");
		long files = count("run_file");
		long runs = count("run");

		night("2025-05-20");

		assertThat(said()).containsExactly("texts of mails that were sent: 1, records of imports: " + imports
				+ ", files in the records of runs: " + files + ", entries of the audit trail: 1");
		assertThat(count("run_file")).isZero();
		assertThat(count("run")).as("runs stay").isEqualTo(runs + 1);
		assertThat(count("run_reading")).as("of files that are done").isZero();
		assertThat(count("int_channel_message")).as("that nobody came to").isZero();
		assertThat(jdbc
			.sql("select subject || '=' || plain from mail where message_id in ('2023-05-01', '2023-07-01', 'waits')"
					+ " order by message_id")
			.query(String.class)
			.list()).containsExactly("Sent 2023-05-01=", "Sent 2023-07-01=Text", "Waits=Text");
		assertThat(count("mail_picture where mail in (select id from mail where message_id like '2023%')"))
			.isEqualTo(1);
		assertThat(this.folder.resolve("data/mail/2023-05-01.eml")).doesNotExist();
		assertThat(this.folder.resolve("data/mail/2023-07-01.eml")).exists();
		assertThat(count("audit_entry where action = 'sign_in'")).isEqualTo(1);
		assertThat(count("batch_job_instance")).as("the import of this night").isEqualTo(1);
		assertThat(count("delivery")).isEqualTo(1);
	}

	private void night(String day) throws IOException {
		this.clock.to(LocalDate.parse(day).atTime(2, 30).atZone(Today.LONDON).toInstant());
		if (this.service == null) {
			this.service = new SpringApplicationBuilder(JfpMonitor.class).web(WebApplicationType.NONE)
				.initializers((ApplicationContextInitializer<GenericApplicationContext>) (context) -> context
					.registerBean("settable", Today.class, () -> Today.by(this.clock), (bean) -> bean.setPrimary(true)))
				.run("--jfp.config=" + configuration(), "--jfp.data=" + this.folder.resolve("data"),
						"--spring.datasource.url=" + this.database.url(),
						"--spring.datasource.username=" + this.database.user(),
						"--spring.datasource.password=" + this.database.password());
		}
		this.service.getBean(Runs.class).importInbox(RunKind.NIGHTLY);
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
			Files.writeString(copy.resolve("layouts/people.yaml"), PEOPLE);
		}
		return copy;
	}

	private List<String> said() {
		return JdbcClient.create(this.database.dataSource())
			.sql("select what from audit_entry where action = 'retention' order by id")
			.query(String.class)
			.list();
	}

	private long count(String table) {
		return JdbcClient.create(this.database.dataSource())
			.sql("select count(*) from " + table)
			.query(Long.class)
			.single();
	}

	private void write(String name, String content) throws IOException {
		Path file = this.folder.resolve("data").resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, content);
		Files.setLastModifiedTime(file, FileTime.fromMillis(0));
	}

	private List<String> files() {
		Path data = this.folder.resolve("data");
		try (Stream<Path> files = Files.walk(data)) {
			return files.filter(Files::isRegularFile)
				.map((each) -> data.relativize(each).toString())
				.filter((each) -> each.startsWith("archive/") || each.startsWith("refused/"))
				.sorted()
				.toList();
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

}
