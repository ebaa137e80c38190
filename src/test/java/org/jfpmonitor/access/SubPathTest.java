package org.jfpmonitor.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jfpmonitor.EveryCase;
import org.jfpmonitor.store.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** The service under a path of its own, reached by TLS that ends at the proxy. */
@EveryCase
@TestStore
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "jfp.access.reading=", "jfp.access.trusted-proxies=" + Ways.TRUSTED,
				"server.servlet.context-path=/jfp", "jfp.base-url=https://jfp.example.org/jfp" })
class SubPathTest {

	private static final String PASSWORD = "a bench beside the fountain";

	@Value("${local.server.port}")
	private int port;

	private Nginx nginx;

	@DynamicPropertySource
	static void users(DynamicPropertyRegistry properties) {
		String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
		properties.add("jfp.access.users[0].name", () -> "office");
		properties.add("jfp.access.users[0].password", () -> hash);
		properties.add("jfp.access.users[0].roles", () -> "importer,editor");
	}

	@BeforeAll
	void startProxies(@TempDir Path folder) throws Exception {
		this.nginx = Nginx.in(folder)
			.server("plain", Ways.contextPath(this.port))
			.server("other", Ways.otherPrefix(this.port))
			.tlsServer("beginner", Ways.beginner(this.port))
			.tlsServer("recommended", Ways.contextPath(this.port))
			.start();
	}

	@AfterAll
	void stopProxies() {
		if (this.nginx != null) {
			this.nginx.close();
		}
	}

	static Stream<String> browsed() {
		return Stream.of("recommended", "beginner");
	}

	@ParameterizedTest
	@MethodSource("browsed")
	void aBrowserSignsInSendsAFormAndSignsOut(String way) {
		SignedInBrowser.signInAndOut("https://localhost:" + this.nginx.portOf(way) + "/jfp", "office", PASSWORD,
				Set.of("JSESSIONID", "XSRF-TOKEN"));
	}

	@Test
	void programsUseTheInterfaceUnderThePath() throws IOException {
		for (int way : List.of(this.port, this.nginx.portOf("plain"))) {
			assertThat(Knock.send(way, "GET", "/jfp/api/objectives").status()).isEqualTo(401);
			assertThat(Knock.send(way, "GET", "/jfp/api/objectives", password()).status()).isEqualTo(200);
			assertThat(Knock
				.sendBody(way, "POST", "/jfp/api/overrides", "{}", password(), "Content-Type: application/json")
				.status()).isEqualTo(400);
		}
	}

	@Test
	void anUploadIsFoundUnderThePath() throws IOException {
		String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\na,b\r\n--b--\r\n";
		Knock taken = Knock.sendBody(this.nginx.portOf("plain"), "POST", "/jfp/api/deliveries", body, password(),
				"Content-Type: multipart/form-data; boundary=b");

		assertThat(taken.status()).isEqualTo(202);
		assertThat(taken.header("Location")).startsWith("/jfp/api/deliveries/");
	}

	@Test
	void pagesFollowThePrefixThatTheProxySaysAlsoWhereTheBaseAddressHasAnother() throws IOException {
		Knock page = Knock.send(this.nginx.portOf("other"), "GET", "/jfp/login");

		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("\"/other/css/").doesNotContain("\"/jfp/");
		assertThat(Knock.send(this.nginx.portOf("other"), "GET", "/jfp/", "Accept: text/html").header("Location"))
			.startsWith("/other/login");
	}

	@Test
	void browsersAreToldToComeByTlsAlone() throws IOException {
		assertThat(Knock.send(this.port, "GET", "/jfp/login").header("Strict-Transport-Security"))
			.isEqualTo("max-age=31536000");
	}

	private static String password() {
		return "Authorization: Basic "
				+ Base64.getEncoder().encodeToString(("office:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
	}

}
