package org.jfpmonitor.access;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.management.ObjectName;

import org.jfpmonitor.audit.AuditTrail;
import org.jfpmonitor.store.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever is not known leaves nothing behind, in memory or on the disk. */
@TestStore
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "jfp.access.reading=", "server.tomcat.mbeanregistry.enabled=true" })
class StrangersTest {

	@TempDir
	private static Path temporary;

	@Value("${local.server.port}")
	private int port;

	@Autowired
	private AuditTrail trail;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry properties) {
		properties.add("jfp.access.users[0].name", () -> "analyst");
		properties.add("jfp.access.users[0].password",
				() -> "{bcrypt}" + new BCryptPasswordEncoder(4).encode("no password of anybody"));
		properties.add("spring.servlet.multipart.location", temporary::toString);
	}

	@Test
	void leaveNoEntryInTheAuditTrailWhateverTheyAskFor() throws Exception {
		long before = this.trail.count();
		for (String method : new String[] { "GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS" }) {
			for (String address : new String[] { "/", "/audit", "/api/overrides", "/actuator/env", "/login/x",
					"/mails" }) {
				Knock.send(this.port, method, address);
			}
		}

		assertThat(this.trail.count()).isEqualTo(before);
	}

	@Test
	void leaveNoSession() throws Exception {
		int before = sessions();
		for (String page : new String[] { "/", "/objectives/6b?as-of=2025-04-30", "/deliveries", "/mails", "/login",
				"/login?error", "/api/objectives", "/nothing-here" }) {
			Knock.send(this.port, "GET", page, "Accept: text/html");
		}
		for (String form : new String[] { "/login", "/logout", "/deliveries", "/objectives/6b/override" }) {
			Knock.sendBody(this.port, "POST", form, "username=analyst&password=wrong&_csrf=made-up",
					"Content-Type: application/x-www-form-urlencoded");
		}
		String page = Knock.send(this.port, "GET", "/login").body();
		assertThat(page).contains("name=\"_csrf\"");

		assertThat(sessions()).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource({ "GET, /%00, 400", "GET, /%zz, 400", "GET, /\\x, 400", "GET, /a b, 400", "F@O, /, 400" })
	void whatNeverReachesUsIsRefusedInWordsWithoutTomcatsPage(String method, String address, int status)
			throws IOException {
		Knock refused = Knock.send(this.port, method, address, "Accept: text/html");

		assertThat(refused.status()).isEqualTo(status);
		assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
		assertThat(refused.body())
			.contains("\"title\":", "\"detail\":\"Expected a request as browsers and programs write it,")
			.doesNotContainIgnoringCase("tomcat", "<html", "exception");
	}

	@Test
	void anAddressOrAHeaderThatIsTooLongIsNotTakenForAnotherFault() throws IOException {
		for (Knock refused : List.of(Knock.send(this.port, "GET", "/" + "x".repeat(20_000)),
				Knock.send(this.port, "GET", "/login", "X-Long: " + "x".repeat(20_000)))) {
			assertThat(refused.status()).isEqualTo(400);
			assertThat(refused.body())
				.contains("found an address or headers that are too long or too many, or that have characters");
		}
	}

	/** More than Tomcat reads unless it is told to. */
	@ParameterizedTest
	@ValueSource(strings = { "/login", "/actuator/health", "/css/board.css" })
	void areAnsweredHoweverManyLanguagesTheyAskFor(String address) throws IOException {
		assertThat(Knock.send(this.port, "GET", address, "Accept-Language: " + "en,".repeat(1000)).status())
			.isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "Host: a b, 400", "Content-Length: x, 400", "Transfer-Encoding: nonsense, 501" })
	void headersThatTomcatRefusesAreRefusedInWords(String header, int status) throws IOException {
		Knock refused = Knock.send(this.port, "POST", "/login", header);

		assertThat(refused.status()).isEqualTo(status);
		assertThat(refused.body()).contains("\"detail\":\"Expected a request as browsers and programs write it,");
	}

	@ParameterizedTest
	@CsvSource({ "POST, /deliveries", "POST, /api/deliveries", "POST, /login", "POST, /logout", "POST, /error",
			"POST, /actuator/health", "PUT, /deliveries", "POST, /css/board.css", "POST, /nothing-here" })
	void areRefusedBeforeTheirUploadIsRead(String method, String address) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			OutputStream out = socket.getOutputStream();
			out.write((method + " " + address + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000000\r\n"
					+ "Content-Type: multipart/form-data; boundary=b\r\n\r\n--b\r\nContent-Disposition: form-data;"
					+ " name=\"files\"; filename=\"a.csv\"\r\n\r\n")
				.getBytes(StandardCharsets.UTF_8));
			out.write(new byte[100_000]);
			out.flush();
			socket.setSoTimeout(20_000);

			String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);

			assertThat(status).isIn("HTTP/1.1 302", "HTTP/1.1 401", "HTTP/1.1 403");
			try (Stream<Path> files = Files.walk(temporary)) {
				assertThat(files.filter(Files::isRegularFile)).isEmpty();
			}
		}
	}

	@Test
	void areNotHeardOutWhenTheirFormIsLong() throws IOException {
		assertThat(Knock
			.sendBody(this.port, "POST", "/login", "username=" + "a".repeat(70_000),
					"Content-Type: application/x-www-form-urlencoded")
			.status()).isBetween(400, 413);
	}

	private static int sessions() throws Exception {
		var server = ManagementFactory.getPlatformMBeanServer();
		int count = 0;
		for (ObjectName manager : server.queryNames(new ObjectName("Tomcat*:type=Manager,*"), null)) {
			count += (Integer) server.getAttribute(manager, "activeSessions");
		}
		return count;
	}

}
