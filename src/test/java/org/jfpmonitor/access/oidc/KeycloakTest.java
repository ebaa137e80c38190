package org.jfpmonitor.access.oidc;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.nimbusds.jose.util.JSONObjectUtils;
import org.awaitility.Awaitility;
import org.jfpmonitor.publication.board.Chromium;
import org.jfpmonitor.store.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** The settings of the guide with a real Keycloak; in the profile {@code keycloak}. */
@TestStore
@EnabledIfSystemProperty(named = "keycloak.home", matches = ".+")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "jfp.access.reading=")
class KeycloakTest {

	private static final int PORT = freePort();

	private static final String ISSUER = "http://localhost:" + PORT + "/realms/board";

	private static Process keycloak;

	@Value("${local.server.port}")
	private int port;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry properties) {
		String client = "spring.security.oauth2.client.registration.keycloak.";
		properties.add(client + "client-id", () -> "jfp-monitor");
		properties.add(client + "client-secret", () -> "a secret of the test");
		properties.add(client + "scope", () -> "openid,profile");
		properties.add("spring.security.oauth2.client.provider.keycloak.issuer-uri", () -> ISSUER);
		properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", () -> ISSUER);
		properties.add("spring.security.oauth2.resourceserver.jwt.audiences", () -> "jfp-monitor");
		properties.add("jfp.access.sign-on.readers", () -> "jfp-reader");
		properties.add("jfp.access.sign-on.roles.editor", () -> "jfp-editor");
		properties.add("jfp.access.sign-on.roles.importer", () -> "jfp-importer");
	}

	@BeforeAll
	static void start(@TempDir Path log) throws Exception {
		Path home = Path.of(System.getProperty("keycloak.home"));
		// A realm that an earlier start imported would stay as it was.
		FileSystemUtils.deleteRecursively(home.resolve("data/h2"));
		Files.createDirectories(home.resolve("data/import"));
		Files.copy(Path.of("src/test/resources/keycloak-realm.json"), home.resolve("data/import/board-realm.json"),
				StandardCopyOption.REPLACE_EXISTING);
		keycloak = new ProcessBuilder("bash", home.resolve("bin/kc.sh").toString(), "start-dev", "--import-realm",
				"--http-host=127.0.0.1", "--http-port=" + PORT)
			.redirectErrorStream(true)
			.redirectOutput(log.resolve("keycloak.log").toFile())
			.start();
		Awaitility.await()
			.atMost(Duration.ofMinutes(4))
			.pollInterval(Duration.ofSeconds(1))
			.ignoreExceptions()
			.until(() -> get(ISSUER + "/.well-known/openid-configuration").statusCode() == 200);
	}

	@AfterAll
	static void stop() throws InterruptedException {
		if (keycloak != null) {
			keycloak.descendants().forEach(ProcessHandle::destroy);
			keycloak.destroy();
			keycloak.waitFor(30, TimeUnit.SECONDS);
		}
	}

	@Test
	void anEditorSignsInReadsTheMailsAndSignsOutOfBoth() {
		try (BrowserContext context = Chromium.context(new NewContextOptions())) {
			Page page = context.newPage();
			String root = "http://localhost:" + this.port;
			page.navigate(root + "/mails");
			Chromium.follow(page.locator("text=Sign in with keycloak"));
			page.fill("#username", "secretary");
			page.fill("#password", "a bench beside the fountain");
			Chromium.follow(page.locator("#kc-login"));
			assertThat(page.url()).isEqualTo(root + "/mails");
			assertThat(page.textContent("body")).contains("secretary");

			Chromium.follow(page.locator("form[action$='/logout'] button"));

			assertThat(page.url()).isEqualTo(root + "/login");
			Chromium.follow(page.locator("text=Sign in with keycloak"));
			page.waitForSelector("#password");
			assertThat(page.url()).startsWith(ISSUER);
		}
	}

	@Test
	void anAccountWithoutARoleIsToldSo() {
		try (BrowserContext context = Chromium.context(new NewContextOptions())) {
			Page page = context.newPage();
			page.navigate("http://localhost:" + this.port + "/oauth2/authorization/keycloak");
			page.fill("#username", "visitor");
			page.fill("#password", "a bench beside the fountain");
			Chromium.follow(page.locator("#kc-login"));
			assertThat(page.url()).endsWith("/login?sign-on=no-role");
		}
	}

	@Test
	void aProgramSendsItsTokenAndAnotherProgramsIsNotTaken() throws Exception {
		String api = "http://localhost:" + this.port + "/api/objectives";
		assertThat(get(api, token("jfp-loader", "another secret of the test")).statusCode()).isEqualTo(200);
		assertThat(get(api, token("another-program", "a third secret of the test")).statusCode()).isEqualTo(401);
	}

	private static String token(String client, String secret) throws Exception {
		HttpResponse<String> answer = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(ISSUER + "/protocol/openid-connect/token"))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.header("Authorization",
						"Basic " + Base64.getEncoder()
							.encodeToString((client + ":" + secret.replace(' ', '+')).getBytes(StandardCharsets.UTF_8)))
				.POST(BodyPublishers.ofString("grant_type=client_credentials"))
				.build(), BodyHandlers.ofString());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return "Bearer " + JSONObjectUtils.getString(JSONObjectUtils.parse(answer.body()), "access_token");
	}

	private static HttpResponse<String> get(String address, String... authorization)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
		for (String each : authorization) {
			request.header("Authorization", each);
		}
		return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
