package org.jfpmonitor.access.oidc;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import javax.management.ObjectName;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.nimbusds.jose.JOSEException;
import org.jfpmonitor.publication.board.Chromium;
import org.jfpmonitor.store.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** What accounts of an identity provider may do here, and how they get in and out. */
@TestStore
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "jfp.access.reading=", "server.tomcat.mbeanregistry.enabled=true" })
class SingleSignOnTest {

	private static final IdentityProvider PROVIDER = start();

	private static final String PLAN = "nw-jfp-2024";

	private static final Map<String, Object> EDITOR = Map.of("preferred_username", "secretary@example.org",
			"realm_access", Map.of("roles", List.of("offline_access", "jfp-editor")));

	private static final Map<String, Object> READER = Map.of("preferred_username", "reader@example.org", "realm_access",
			Map.of("roles", List.of("jfp-reader")));

	@Value("${local.server.port}")
	private int port;

	@Autowired
	private JdbcClient store;

	private static IdentityProvider start() {
		try {
			return IdentityProvider.start();
		}
		catch (IOException | JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry properties) {
		properties.add("jfp.access.users[0].name", () -> "analyst");
		properties.add("jfp.access.users[0].password",
				() -> "{bcrypt}" + new BCryptPasswordEncoder(4).encode("no password of anybody"));
		properties.add("jfp.access.scrape-token", () -> "a token for the scrape");
		String client = "spring.security.oauth2.client.registration.nhs.";
		properties.add(client + "client-id", () -> IdentityProvider.CLIENT);
		properties.add(client + "client-secret", () -> IdentityProvider.SECRET);
		properties.add(client + "client-name", () -> "your NHS account");
		properties.add(client + "scope", () -> "openid,profile");
		properties.add("spring.security.oauth2.client.provider.nhs.issuer-uri", PROVIDER::issuer);
		properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", PROVIDER::issuer);
		properties.add("spring.security.oauth2.resourceserver.jwt.audiences", () -> IdentityProvider.CLIENT);
		properties.add("jfp.access.sign-on.roles-claim", () -> "realm_access.roles");
		properties.add("jfp.access.sign-on.readers", () -> "jfp-reader,nw-office,another-office");
		properties.add("jfp.access.sign-on.roles.editor", () -> "jfp-editor");
		properties.add("jfp.access.sign-on.roles.importer", () -> "jfp-importer");
		properties.add("jfp.access.sign-on.plans." + PLAN, () -> "nw-office");
		properties.add("jfp.access.sign-on.all-plans", () -> "jfp-reader,jfp-editor");
		properties.add("jfp.access.sign-on.editors-of." + PLAN, () -> "nw-secretary");
	}

	@AfterAll
	static void stop() {
		PROVIDER.close();
	}

	@BeforeEach
	void everybodyIsThere() {
		PROVIDER.isAway(false);
		PROVIDER.signsIn(READER);
	}

	@Test
	void aBrowserSignsInAtTheProviderAndOutThere() {
		PROVIDER.signsIn(EDITOR);
		try (BrowserContext context = Chromium.context(new NewContextOptions())) {
			Page page = context.newPage();
			String root = "http://localhost:" + this.port;
			page.navigate(root + "/deliveries");
			Chromium.follow(page.locator("text=Sign in with your NHS account"));
			assertThat(page.url()).isEqualTo(root + "/deliveries");
			page.navigate(root + "/mails");
			assertThat(page.title()).startsWith("Emails");
			assertThat(context.cookies()).extracting((each) -> each.name).doesNotContain("jfp-sign-on");

			Chromium.follow(page.locator("form[action$='/logout'] button"));

			assertThat(page.url()).isEqualTo(root + "/login");
			assertThat(PROVIDER.lastSignOut()).contains("id_token_hint=");
			page.navigate(root + "/deliveries");
			assertThat(page.url()).isEqualTo(root + "/login?next=%2Fdeliveries");
		}
		assertThat(audit()).contains("sign_in secretary@example.org By single sign-on, nhs");
	}

	@Test
	void aReaderReadsAndMayDoNothingElse() throws Exception {
		HttpClient reader = client();

		assertThat(signIn(reader, "").uri().getPath()).isEqualTo("/");
		assertThat(get(reader, "/api/objectives").statusCode()).isEqualTo(200);
		assertThat(get(reader, "/mails").statusCode()).isEqualTo(403);
		assertThat(get(reader, "/audit").statusCode()).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					other    | reader@example.org | no-role    | Your account has none of the roles that this service knows.
					-        | reader@example.org | no-role    | Your account has none of the roles that this service knows.
					jfp-read | reader@example.org | no-role    | Your account has none of the roles that this service knows.
					jfp-editor | ''               | no-name    | Your account came without a name that this service can use.
					another-office | reader@example.org | no-plan | Your account has none of the plans of this service.
					jfp-importer+nw-office | reader@example.org | role-of-all-plans | Your account is kept to some plans and has a role for what all plans share, importer or administrator.
					jfp-editor | analyst          | name-taken | Your account has the name of a user in the settings of this service.
					""")
	void anAccountThatTheSettingsGiveNothingStaysOutside(String role, String name, String code, String words)
			throws Exception {
		PROVIDER.signsIn(Map.of("preferred_username", name, "realm_access",
				role.equals("-") ? "nothing of the kind" : Map.of("roles", List.of(role.split("\\+")))));
		HttpClient outsider = client();

		HttpResponse<String> page = signIn(outsider, "");

		assertThat(page.uri().toString()).endsWith("/login?sign-on=" + code);
		assertThat(page.body()).contains(words);
		assertThat(get(outsider, "/api/objectives").statusCode()).isEqualTo(401);
		assertThat(audit()).contains("sign_in_refused null By single sign-on: " + code);
	}

	@Test
	void anAccountIsKeptToThePlansThatItsClaimOpens() throws Exception {
		String token = PROVIDER.token(Map.of("preferred_username", "office@example.org", "realm_access",
				Map.of("roles", List.of("nw-office"))), IdentityProvider.CLIENT, Instant.now().plusSeconds(60));

		assertThat(bearer("/plans/" + PLAN + "/api/objectives", token).statusCode()).isEqualTo(200);
		assertThat(bearer("/api/plans", token).statusCode()).isEqualTo(200);
		assertThat(bearer("/api/objectives", token).statusCode()).as("of the one plan there is").isEqualTo(200);
		for (String address : List.of("/plans/another/api/objectives", "/api/mails", "/plans/" + PLAN + "/api/mails",
				"/plans/" + PLAN + "/actuator/prometheus")) {
			HttpResponse<String> refused = bearer(address, token);
			assertThat(refused.statusCode()).as(address).isEqualTo(403);
			assertThat(refused.body()).contains("The signed-in user may see the pages of /plans/" + PLAN + "/ and the"
					+ " list of plans at /plans.");
		}
	}

	@Test
	void anAccountMayBeAnEditorOfAPlanAlone() throws Exception {
		String token = PROVIDER.token(
				Map.of("preferred_username", "secretary@example.org", "realm_access",
						Map.of("roles", List.of("nw-secretary"))),
				IdentityProvider.CLIENT, Instant.now().plusSeconds(60));

		assertThat(bearer("/api/reports/draft", token).statusCode()).isEqualTo(200);
		assertThat(bearer("/plans/another/api/objectives", token).statusCode()).isEqualTo(403);
		assertThat(bearer("/api/mails", token).statusCode()).isEqualTo(403);
	}

	@Test
	void aTokenForAnotherSignInIsNotTaken() throws Exception {
		PROVIDER.mixesUp("a nonce of somebody else");

		assertThat(signIn(client(), "").uri().toString()).endsWith("/login?sign-on=provider");
	}

	@Test
	void anAnswerThatThisBrowserDidNotAskForIsNotTaken() throws Exception {
		assertThat(get(client(), "/login/oauth2/code/nhs?code=made-up&state=made-up").uri().toString())
			.endsWith("/login?sign-on=not-begun");
		HttpClient cookie = client();
		assertThat(get(cookie, "/login/oauth2/code/nhs?error=access_denied&state=made-up").uri().toString())
			.endsWith("/login?sign-on=not-begun");
	}

	@Test
	void onlyPagesOfOursAreComeBackTo() throws Exception {
		assertThat(signIn(client(), "?next=//example.org/").uri().toString())
			.isEqualTo("http://localhost:" + this.port + "/");
		assertThat(signIn(client(), "?next=%2Ffeeds").uri().getPath()).isEqualTo("/feeds");
	}

	@Test
	void whoOnlyBeginsLeavesNoSession() throws Exception {
		int before = sessions();
		HttpClient stranger = HttpClient.newHttpClient();
		for (int i = 0; i < 20; i++) {
			HttpResponse<String> begun = get(stranger, "/oauth2/authorization/nhs?next=%2Fdeliveries");
			assertThat(begun.statusCode()).isEqualTo(302);
			assertThat(begun.headers().firstValue("Location").orElse("")).startsWith(PROVIDER.issuer() + "/authorize?");
			assertThat(begun.headers().allValues("Set-Cookie"))
				.anySatisfy((cookie) -> assertThat(cookie).startsWith("jfp-sign-on=")
					.contains("Path=/login/oauth2", "Max-Age=600", "HttpOnly", "SameSite=Lax"));
			get(stranger, "/login/oauth2/code/nhs?code=made-up&state=made-up");
		}

		assertThat(sessions()).isEqualTo(before);
	}

	@Test
	void aProviderThatFailsIsSaidInWords() throws Exception {
		HttpClient someone = client();
		signIn(someone, "");
		HttpClient other = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
		String there = get(other, "/oauth2/authorization/nhs").headers().firstValue("Location").orElseThrow();
		String back = other.send(HttpRequest.newBuilder(URI.create(there)).build(), BodyHandlers.ofString())
			.headers()
			.firstValue("Location")
			.orElseThrow();
		PROVIDER.isAway(true);

		HttpResponse<String> refused = other.send(HttpRequest.newBuilder(URI.create(back)).build(),
				BodyHandlers.ofString());

		assertThat(refused.headers().firstValue("Location")).contains("/login?sign-on=provider");
		assertThat(get(someone, "/api/objectives").statusCode()).isEqualTo(200);
	}

	@Test
	void programsSendTokensOfTheProvider() throws Exception {
		Instant soon = Instant.now().plusSeconds(60);
		assertThat(bearer("/api/objectives", PROVIDER.token(READER, IdentityProvider.CLIENT, soon)).statusCode())
			.isEqualTo(200);
		assertThat(bearer("/api/mails", PROVIDER.token(READER, IdentityProvider.CLIENT, soon)).statusCode())
			.isEqualTo(403);
		assertThat(bearer("/api/mails", PROVIDER.token(EDITOR, IdentityProvider.CLIENT, soon)).statusCode())
			.isEqualTo(200);
		assertThat(bearer("/actuator/prometheus", "a token for the scrape").statusCode()).isNotIn(401, 403);
		assertThat(bearer("/actuator/prometheus", "another token").statusCode()).isEqualTo(401);
		assertThat(bearer("/api/objectives", "a token for the scrape").statusCode()).isEqualTo(401);
	}

	@Test
	void noOtherTokenIsTaken() throws Exception {
		Instant soon = Instant.now().plusSeconds(60);
		List<String> others = List.of(PROVIDER.token(EDITOR, "another-program", soon),
				PROVIDER.token(EDITOR, IdentityProvider.CLIENT, Instant.now().minusSeconds(3600)),
				PROVIDER.forged(EDITOR), "made-up", "a.b.c");

		for (String other : others) {
			HttpResponse<String> refused = bearer("/api/objectives", other);
			assertThat(refused.statusCode()).isEqualTo(401);
			assertThat(refused.body())
				.contains("Expected a bearer token that the identity provider of this service made"
						+ " for it and that is still valid, found another.");
		}
		HttpResponse<String> nobody = bearer("/api/objectives",
				PROVIDER.token(Map.of("preferred_username", "reader@example.org"), IdentityProvider.CLIENT, soon));
		assertThat(nobody.statusCode()).isEqualTo(401);
		assertThat(nobody.body()).contains("Your account has none of the roles that this service knows.");
	}

	private HttpClient client() {
		return HttpClient.newBuilder()
			.cookieHandler(new CookieManager())
			.followRedirects(HttpClient.Redirect.NORMAL)
			.build();
	}

	private HttpResponse<String> signIn(HttpClient client, String query) throws Exception {
		return get(client, "/oauth2/authorization/nhs" + query);
	}

	private HttpResponse<String> get(HttpClient client, String path) throws Exception {
		return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("Accept", path.startsWith("/api") ? "application/json" : "text/html")
			.build(), BodyHandlers.ofString());
	}

	private HttpResponse<String> bearer(String path, String token) throws Exception {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
				.header("Authorization", "Bearer " + token)
				.build(), BodyHandlers.ofString());
	}

	private List<String> audit() {
		return this.store.sql("select action || ' ' || coalesce(who, 'null') || ' ' || what from audit_entry")
			.query(String.class)
			.list();
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
