package org.jfpmonitor.command.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileUrlResource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is wrong with a setting is said in words before anything starts. */
class SettingsTest {

	private static final String HASH = "{bcrypt}$2a$10$" + "a".repeat(53);

	/**
	 * For each setting a value that is taken, then values that are not. A folder may have
	 * any name but none.
	 */
	private static final Map<String, List<String>> VALUES = new TreeMap<>(
			Map.ofEntries(Map.entry("jfp.access.reading", List.of("signed-in", "off", "closed", "false", "1")),
					Map.entry("jfp.access.scrape-token", List.of("0123456789abcdef", "", "short", "0123456789abcde")),
					Map.entry("jfp.access.sign-on.name-claim", List.of("email", "", " ")),
					Map.entry("jfp.access.sign-on.all-plans", List.of("jfp-region")),
					Map.entry("jfp.access.sign-on.editors-of", List.of("", "qm7")),
					Map.entry("jfp.access.sign-on.plans", List.of("", "qm7")),
					Map.entry("jfp.access.sign-on.plans-claim", List.of("plans", "", " ")),
					Map.entry("jfp.access.sign-on.readers", List.of("jfp-reader")),
					Map.entry("jfp.access.sign-on.roles.administrator", List.of("jfp-administrator")),
					Map.entry("jfp.access.sign-on.roles.editor", List.of("jfp-editor,jfp-office")),
					Map.entry("jfp.access.sign-on.roles.importer", List.of("jfp-importer")),
					Map.entry("jfp.access.sign-on.roles-claim", List.of("roles", "")),
					Map.entry("jfp.access.trusted-proxies",
							List.of("127.0.0.1", "proxy.example.org", "0.0.0.0/0", "300.1.1.1")),
					Map.entry("jfp.access.users", List.of("", "analyst", "true")),
					Map.entry("jfp.access.users[].editor-of", List.of("qm7,qjg")),
					Map.entry("jfp.access.users[].name", List.of("analyst", "", " ", "OFFICE")),
					Map.entry("jfp.access.users[].password",
							List.of(HASH, "", "correct horse battery staple", "{noop}correct horse battery staple",
									"{bcrypt}correct horse", "{bcrypt}$2a$10$abc", HASH + "x", HASH.substring(8))),
					Map.entry("jfp.access.users[].plans", List.of("qm7,qjg", "")),
					Map.entry("jfp.access.users[].roles", List.of("editor,importer", "editr", "reader", "true")),
					Map.entry("jfp.base-url",
							List.of("https://jfp.example.org/jfp", "jfp.example.org", "localhost:8080",
									"ftp://jfp.example.org", "https://jfp.example.org/", "http://a b", "https://")),
					Map.entry("jfp.config", List.of("config", "", " ")), Map.entry("jfp.data", List.of("/srv/jfp")),
					Map.entry("jfp.demo", List.of("false", "maybe", "2", "falsch")),
					Map.entry("jfp.inbox.quiet", List.of("0s", "soon", "-1s", "2d", "PT", "3")),
					Map.entry("jfp.mail.attempts", List.of("1", "0", "-1", "1001", "many", "1.5", "99999999999")),
					Map.entry("jfp.mail.from", List.of("jfp@example.org", "jfp", "JFP <jfp@example.org>")),
					Map.entry("jfp.mail.reminder", List.of("true", "monthly")),
					Map.entry("jfp.mail.report-due", List.of("2025-03-20", "20.3.2025", "2025-02-30", "March")),
					Map.entry("jfp.mail.report-reminder-days", List.of("14", "0", "181", "two weeks")),
					Map.entry("jfp.mail.time-limit", List.of("2m", "0s", "-2m", "6m", "2", "long")),
					Map.entry("jfp.reading.shared", List.of("true", "perhaps")),
					Map.entry("jfp.reading.threads", List.of("2", "0", "-1", "65", "many")),
					Map.entry("jfp.retention.audit", List.of("180d", "179d", "-1d", "730", "two years", "99999d")),
					Map.entry("jfp.retention.imports", List.of("365d", "0d", "-365d", "365", "12h", "40000d")),
					Map.entry("jfp.retention.layouts", List.of("", "30d", "true")),
					Map.entry("jfp.retention.mails", List.of("1d", "0s", "730", "9999999999999d")),
					Map.entry("jfp.retention.record-level", List.of("30d", "30", "0d", "-30d", "a month")),
					Map.entry("jfp.retention.refused", List.of("36500d", "36501d", "90", "never")),
					Map.entry("jfp.schedule.enabled", List.of("false", "sometimes")),
					Map.entry("jfp.schedule.inbox-every", List.of("15m", "0s", "-5m", "15", "often", "2d")),
					Map.entry("jfp.schedule.mail-every", List.of("30s", "0s", "1")),
					Map.entry("jfp.schedule.nightly-at", List.of("02:30", "2:30", "25:00", "night")),
					Map.entry("jfp.schedule.tick", List.of("1m", "0s", "x")),
					Map.entry("jfp.schedule.upload-every", List.of("1s", "0s", "2d")), Map.entry("jfp.today",
							List.of("2025-05-15", "15.5.2025", "2025-02-30", "0001-01-01", "2925-05-15", "today"))));

	@Test
	void everySettingThatTheProgramReadsIsTriedHere() {
		assertThat(VALUES.keySet()).containsExactlyInAnyOrderElementsOf(KnownSettings.ofTheProgram().names());
	}

	@Test
	void whatTheGuideSaysIsTaken() {
		VALUES.forEach((setting, values) -> assertThat(faults(set(setting, values.get(0)))).as(setting).isEmpty());
	}

	@Test
	void aWrongValueOfAnySettingIsRefusedInWords() {
		VALUES.forEach((setting, values) -> values.stream().skip(1).forEach((wrong) -> {
			List<String> faults = faults(set(setting, wrong));

			assertThat(faults).as("%s=%s", setting, wrong)
				.isNotEmpty()
				.allSatisfy((fault) -> assertThat(fault)
					.contains(setting.replaceFirst("\\[].*", ""), ": expected ", "found ")
					.doesNotContain("Exception", "java.", "org."));
			assertThat(faults).as("no secret is quoted").noneMatch((fault) -> fault.contains("correct horse"));
		}));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					jfp.access.reading              | off          | jfp.access.reading: expected open or signed-in, found "off". Correct the value, or delete it.
					jfp.access.scrape-token         | short        | jfp.access.scrape-token: expected at least 16 characters, found 5. Write a longer random one.
					jfp.access.users[0].password    | hunter2      | jfp.access.users[0].password: expected a whole hash such as {bcrypt}$2a$10$..., found something else. Make one with the command "password", and put it into quotes: in a shell into single ones.
					jfp.access.users[0].roles       | editr        | jfp.access.users[0].roles: expected importer, editor or administrator, found "editr". Correct the value, or delete it.
					jfp.access.sign-on.roles.edtor  | jfp-editor   | jfp.access.sign-on.roles.edtor: expected a setting that there is, found this name. Write "jfp.access.sign-on.roles.editor". docs/operating.md names all.
					jfp.access.sign-on.all-plans    | jfp-region   | jfp.access.sign-on.plans: expected, beside plans-claim or all-plans, the plans by their ids, each with the values of the claim that open it, found none: every account would see all plans. Name them, or delete the other lines.
					jfp.access.sign-on.plans.qm7    | ``           | jfp.access.sign-on.plans.qm7: expected values of the claim that open this plan, found none. Name them, or delete the line.
					jfp.access.sign-on.roles        | editor       | jfp.access.sign-on.roles: expected names with a text, found "editor". Correct the value, or delete it.
					jfp.retention.record-level      | 30           | jfp.retention.record-level: expected 1d to 36500d, found 0.03s. Correct it; a number without a unit counts milliseconds.
					jfp.retention.layouts.people    | -1d          | jfp.retention.layouts.people: expected 1d to 36500d, found -1d. Correct it; a number without a unit counts milliseconds.
					jfp.mail.report-due[0]          | 2025-02-30   | jfp.mail.report-due[0]: expected a day such as 2025-05-15, found "2025-02-30". Correct the value, or delete it.
					jfp.mail.attempts               | 0            | jfp.mail.attempts: expected 1 to 1000, found 0. Correct it.
					jfp.retentoin.refused           | 90d          | jfp.retentoin.refused: expected a setting that there is, found this name. Write "jfp.retention.refused". docs/operating.md names all.
					jfp.access.users[0].plans       | ``           | jfp.access.users[0].plans: expected the id of at least one plan, found none, which would be no limit. Write the plans that the user may see, or delete the line: without it the user sees all.
					jfp.access.users[0].passwrd     | x            | jfp.access.users[0].passwrd: expected a setting that there is, found this name. Write "jfp.access.users[].password". docs/operating.md names all.
					jfp.data[0]                     | a            | jfp.data[0]: expected a setting that there is, found this name. Write "jfp.data". docs/operating.md names all.
					spring.datasource.url           | nonsense     | spring.datasource.url: expected an address such as jdbc:postgresql://localhost:5432/jfp, found something else. Correct the value, or delete it; without it the embedded database is used.
					spring.datasource.url           | postgres://jfp:secret@localhost/jfp | spring.datasource.url: expected an address such as jdbc:postgresql://localhost:5432/jfp, found something else. Correct the value, or delete it; without it the embedded database is used.
					jfp.access.trusted-proxies      | 10.1.2.3,128.0.0.0/1 | jfp.access.trusted-proxies: expected the address of a reverse proxy such as 10.1.2.3, or a range such as 10.1.2.0/24 that holds nothing else, found "128.0.0.0/1". Correct or delete it.
					jfp.access.trusted-proxies      | 2000::/3     | jfp.access.trusted-proxies: expected the address of a reverse proxy such as 10.1.2.3, or a range such as 10.1.2.0/24 that holds nothing else, found "2000::/3". Correct or delete it.
					management.server.port          | 9090         | management.server.address: expected the address at which the port of management.server.port listens, such as 127.0.0.1, found nothing: it would listen at every address of this machine. Set it, or delete management.server.port.
					spring.mail.port                | 0            | spring.mail.port: expected a port from 1 to 65535, found "0". Correct the value, or delete it.
					spring.mail.properties.mail.smtp.timeout | abc | spring.mail.properties.mail.smtp.timeout: expected a number of milliseconds such as 10000, found "abc". Correct the value, or delete it.
					spring.mail.properties.mail.smtp.connectiontimeout | 0 | spring.mail.properties.mail.smtp.connectiontimeout: expected a number of milliseconds such as 10000, found "0". Correct the value, or delete it.
					spring.datasource.hikari.connection-timeout | 1 | spring.datasource.hikari.connection-timeout: expected a value that the pool of connections takes, found "1": connectionTimeout cannot be less than 250ms. Correct the value, or delete it.
					spring.datasource.hikari.maximumPoolSize | 0   | spring.datasource.hikari.maximum-pool-size: expected a value that the pool of connections takes, found "0": maxPoolSize cannot be less than 1. Correct the value, or delete it.
					spring.security.user.password   | hunter2      | spring.security.user.password: expected nothing, found a user, who would be none here. Name users under jfp.access.users, and delete it.
					server.servlet.session.tracking-modes   | url        | server.servlet.session.tracking-modes: expected cookie, because a session in an address is logged, and passed on with it; found "url". Correct it, or delete it.
					server.servlet.session.tracking-modes   | cookie,url | server.servlet.session.tracking-modes: expected cookie, because a session in an address is logged, and passed on with it; found "cookie,url". Correct it, or delete it.
					server.servlet.session.timeout          | 100d       | server.servlet.session.timeout: expected 1m to 12h, because after that a session ends, used or not; found "100d". Correct it, or delete it.
					server.servlet.session.timeout          | 0          | server.servlet.session.timeout: expected 1m to 12h, because after that a session ends, used or not; found "0". Correct it, or delete it.
					server.servlet.session.persistent       | true       | server.servlet.session.persistent: expected false, because whoever reads the files would be whoever signed in; found "true". Correct it, or delete it.
					server.servlet.session.cookie.http-only | false      | server.servlet.session.cookie.http-only: expected true, because scripts could read the cookie; found "false". Correct it, or delete it.
					server.servlet.session.cookie.same-site | none       | server.servlet.session.cookie.same-site: expected lax or strict, because other sites could send the cookie; found "none". Correct it, or delete it.
					logging.pattern.console         | %d %messge%n | logging.pattern.console: expected conversion words of Logback such as %d, %p, %c, %m and %n, found "%messge". Write "message". Without the setting the program's own pattern is used.
					logging.pattern.dateformat      | yyyy-QQQQQQQ | logging.pattern.dateformat: expected a pattern such as yyyy-MM-dd HH:mm:ss, found "yyyy-QQQQQQQ". Correct the value, or delete it.
					jfp.schedule                    | off          | jfp.schedule: expected settings below it, found "off". docs/operating.md names them.
					""")
	void saysWhereWhatAndWhatToDo(String setting, String value, String fault) {
		assertThat(faults(Map.of(setting, value))).contains(fault);
	}

	@Test
	void aCheckSaysThatReadingIsOpen() {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of("jfp.access.reading", "open")));

		assertThat(Settings.warnings(environment)).singleElement()
			.asString()
			.startsWith("jfp.access.reading is open, so whoever reaches this service from this machine reads without");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			jdbc:postgresql://db.example.org:5432/jfp                     | found none
			jdbc:postgresql://localhost,db.example.org/jfp?sslmode=require | found require
			jdbc:postgresql://db.example.org/jfp?sslmode=verify-full      |
			jdbc:postgresql://127.0.0.1:5432/jfp                          |
			jdbc:postgresql:jfp                                           |
			""")
	void aCheckSaysThatTheDatabaseOnAnotherMachineNeedNotProveWhatItIs(String url, String found) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of("spring.datasource.url", url)));

		assertThat(Settings.warnings(environment)).hasSize((found != null) ? 1 : 0)
			.allMatch((each) -> each.contains("sslmode=verify-full") && each.contains(found));
	}

	@Test
	void whatALogOrASessionMayBeIsTaken() {
		assertThat(
				faults(Map.of("logging.pattern.console", "%clr(%d{HH:mm:ss}){faint} %-5.5p [%20.20t] 100\\% %m%n%wEx",
						"logging.pattern.level", "%5p [%X{run:-}]", "logging.pattern.dateformat", "HH:mm:ss.SSS,UTC",
						"server.servlet.session.timeout", "1800", "server.servlet.session.tracking-modes", "cookie")))
			.isEmpty();
	}

	@Test
	void everyFaultIsSaidAtOnce() {
		assertThat(faults(Map.of("jfp.access.reading", "off", "jfp.access.scrape-token", "short", "jfp.retention.audit",
				"10d", "jfp.retention.mails", "soon", "jfp.today", "yesterday", "jfp.nothing", "1", "jfp.base-url",
				"x")))
			.hasSize(7);
	}

	@ParameterizedTest
	@ValueSource(strings = { "jfp.baseUrl", "jfp.base-url", "jfp.base_url" })
	void aSettingMayBeWrittenAsSpringBootTakesIt(String name) {
		assertThat(faults(Map.of(name, "https://jfp.example.org"))).isEmpty();
	}

	@Test
	void settingsOfSpringBootAreCheckedWithTheirPlaceInTheFile(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("application.yaml"), """
				server:
				  port: 99999
				  addres: 127.0.0.1
				  tomcat.remoteip.internal-proxies: 127.0.0.1
				spring:
				  mail: {port: abc, usernam: jfp, properties.mail.smtp.auth: true}
				  servlet.multipart.max-file-size: big
				  datasource.hikari.maximum-pool-size: 5
				  security.oauth2.client.registration.nhs.client-id: jfp
				logging.level.org.jfpmonitor: debug
				""");
		StandardEnvironment environment = new StandardEnvironment();
		new YamlPropertySourceLoader().load("settings", new FileUrlResource(file.toString()))
			.forEach(environment.getPropertySources()::addFirst);

		assertThat(Settings.faults(environment)).contains(file
				+ ":2:9: server.port: expected a port from 0 to 65535, found \"99999\". Correct the value, or delete it.",
				file + ":6:16: spring.mail.port: expected a whole number, found \"abc\". Correct the value, or delete it.",
				file + ":7:36: spring.servlet.multipart.max-file-size: expected a size such as 20MB, found \"big\"."
						+ " Correct the value, or delete it.");
		assertThat(Settings.warnings(environment)).containsExactlyInAnyOrder(file
				+ ":3:11: server.addres: expected a setting that there is, found this name. Write \"server.address\"."
				+ " It is not read.",
				file + ":6:30: spring.mail.usernam: expected a setting that there is, found this name."
						+ " Write \"spring.mail.username\". It is not read.");
	}

	@Test
	void aSectionWhoseLinesAreCommentsIsNothing() {
		assertThat(faults(Map.of("jfp.access", "", "jfp.retention", ""))).isEmpty();
	}

	@Test
	void anEditorOfEveryPlanIsNotOneOfSome() {
		assertThat(faults(Map.of("jfp.access.users[0].name", "analyst", "jfp.access.users[0].password", HASH,
				"jfp.access.users[0].roles", "editor", "jfp.access.users[0].editor-of", "qm7,qjg")))
			.containsExactly(
					"jfp.access.users[0].editor-of: expected no plans beside the role editor, which is for every"
							+ " plan that the user may see; found qjg, qm7. Delete the role, or these plans.");
	}

	@Test
	void aUserOfAFileTwiceIsSaid() {
		assertThat(faults(Map.of("jfp.access.users[0].name", "analyst", "jfp.access.users[0].password", HASH,
				"jfp.access.users[1].name", "Analyst", "jfp.access.users[1].password", HASH)))
			.containsExactly(
					"jfp.access.users[1].name: expected a name that no other user has, in capitals or not, found"
							+ " \"Analyst\" again. Write another one.");
	}

	/** The setting, inside a user that is right but for it. */
	private static Map<String, String> set(String setting, String value) {
		if (setting.endsWith(".all-plans") || setting.endsWith(".plans-claim")) {
			return Map.of(setting, value, "jfp.access.sign-on.plans.qm7", "jfp-qm7");
		}
		if (!setting.contains("[]")) {
			return Map.of(setting, value);
		}
		Map<String, String> user = new TreeMap<>(
				Map.of("jfp.access.users[0].name", "office", "jfp.access.users[0].password", HASH,
						"jfp.access.users[1].name", "reader", "jfp.access.users[1].password", HASH));
		user.put(setting.replace("[]", "[1]"), value);
		return user;
	}

	private static List<String> faults(Map<String, String> settings) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
		environment.getPropertySources()
			.addFirst(new MapPropertySource("test",
					settings.entrySet()
						.stream()
						.collect(Collectors.toMap(Map.Entry::getKey, (each) -> (Object) each.getValue()))));
		return Settings.faults(environment).stream().toList();
	}

}
