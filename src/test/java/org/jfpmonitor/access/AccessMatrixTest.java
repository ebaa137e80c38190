package org.jfpmonitor.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.net.SocketFactory;

import org.jfpmonitor.EveryCase;
import org.jfpmonitor.EveryCase.Cases;
import org.jfpmonitor.store.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every address, every caller and every way past the real nginx: once a user is
 * configured, nothing but health, sign-in and static files is there for anybody else.
 */
@TestStore
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "jfp.access.reading=",
		"jfp.access.trusted-proxies=" + Ways.TRUSTED, "spring.test.metrics.export=true" })
class AccessMatrixTest {

	private static final String PASSWORD = "correct horse battery staple";

	private static final String TOKEN = "a-scrape-token-of-thirty-letters";

	/** What a stranger may say to seem near, or to be somebody. */
	private static final List<String[]> CLAIMS = List.of(new String[] {}, new String[] { "X-Forwarded-For: 127.0.0.1" },
			new String[] { "X-Forwarded-For: 127.0.0.1, 127.0.0.2" },
			new String[] { "X-Forwarded-For: ::1", "X-Forwarded-Host: localhost", "X-Forwarded-Proto: https",
					"X-Forwarded-Port: 443" },
			new String[] { "Forwarded: for=127.0.0.1;host=localhost;proto=https" },
			new String[] { "X-Real-IP: 127.0.0.1" }, new String[] { "Via: 1.1 localhost" },
			new String[] { "Host: 127.0.0.1" }, new String[] { "Host: [::1]" },
			new String[] { "Host: jfp.example.org" }, new String[] { "X-Forwarded-Prefix: /login" },
			new String[] { "X-Forwarded-Prefix: //example.org" },
			new String[] { "X-Original-URL: /login", "X-Rewrite-URL: /login" },
			new String[] { "Authorization: Basic !" }, new String[] { "Authorization: Bearer wrong" },
			new String[] { "Cookie: JSESSIONID=0123456789ABCDEF0123456789ABCDEF" });

	@Autowired
	private RequestMappingHandlerMapping requestMappingHandlerMapping;

	@Value("${local.server.port}")
	private int port;

	private Nginx nginx;

	private List<Way> prefixes = List.of();

	private final List<Way> ways = new ArrayList<>();

	/** Where a caller knocks. */
	private record Way(String name, SocketFactory sockets, int port) {

		Knock send(String method, String address, String... headers) throws IOException {
			return sendBody(method, address, "", headers);
		}

		Knock sendBody(String method, String address, String body, String... headers) throws IOException {
			return Knock.sendBody(this.sockets, this.port, method, address, body, headers);
		}

	}

	@DynamicPropertySource
	static void users(DynamicPropertyRegistry properties) {
		String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
		List<String> names = List.of("reader", "importer", "editor", "administrator");
		for (int i = 0; i < names.size(); i++) {
			String name = names.get(i);
			properties.add("jfp.access.users[" + i + "].name", () -> name);
			properties.add("jfp.access.users[" + i + "].password", () -> hash);
			properties.add("jfp.access.users[" + i + "].roles", () -> name.equals("reader") ? "" : name);
		}
		properties.add("jfp.access.scrape-token", () -> TOKEN);
	}

	@BeforeAll
	void startProxies(@TempDir Path folder) throws Exception {
		this.nginx = Nginx.in(folder)
			.server("beginner", Ways.beginner(this.port))
			.server("appending", Ways.appending(this.port))
			.server("recommended", Ways.recommended(this.port))
			.server("trusted appending", Ways.trustedAppending(this.port))
			.server("prefix", Ways.prefix(this.port))
			.tlsServer("beginner with TLS", Ways.beginner(this.port))
			.tlsServer("recommended with TLS", Ways.recommended(this.port))
			.tlsServer("prefix with TLS", Ways.prefix(this.port))
			.start();
		this.ways.add(new Way("direct", SocketFactory.getDefault(), this.port));
		for (String each : List.of("beginner", "appending", "recommended", "trusted appending")) {
			this.ways.add(new Way(each, SocketFactory.getDefault(), this.nginx.portOf(each)));
		}
		SocketFactory tls = Knock.tls();
		for (String each : List.of("beginner with TLS", "recommended with TLS")) {
			this.ways.add(new Way(each, tls, this.nginx.portOf(each)));
		}
		this.prefixes = List.of(new Way("prefix", SocketFactory.getDefault(), this.nginx.portOf("prefix")),
				new Way("prefix with TLS", tls, this.nginx.portOf("prefix with TLS")));
	}

	@AfterAll
	void stopProxies() {
		if (this.nginx != null) {
			this.nginx.close();
		}
	}

	List<String> addresses() {
		TreeSet<String> all = new TreeSet<>(List.of("/actuator", "/actuator/prometheus", "/actuator/env",
				"/actuator/heapdump", "/nothing-here", "//", "/api", "/api/", "/login/", "/css/../", "/css/..%2f",
				"/%61pi/objectives", "/objectives/6b;a=b", "/actuator/health/../prometheus"));
		this.requestMappingHandlerMapping.getHandlerMethods()
			.keySet()
			.forEach((each) -> each.getPatternValues()
				.forEach((pattern) -> all
					.add(pattern.replaceAll("\\{number[^}]*}+", "1").replaceAll("\\{[^}]*}+", "6b"))));
		all.removeAll(List.of("/login"));
		return List.copyOf(all);
	}

	@ParameterizedTest
	@MethodSource("addresses")
	void aStrangerGetsNothingFromAnyAddressOnAnyWay(String address) throws IOException {
		for (Way way : some(address)) {
			for (String[] claim : CLAIMS) {
				expectNothing(way, "GET", address, claim);
			}
			for (String method : List.of("HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE")) {
				expectNothing(way, method, address, "X-HTTP-Method-Override: GET");
			}
		}
		for (Way prefix : this.prefixes) {
			expectNothing(prefix, "GET", "/jfp" + address);
			expectNothing(prefix, "POST", "/jfp" + address);
		}
	}

	/** One way without the profile, each address another. */
	private List<Way> some(String address) {
		int size = this.ways.size();
		int first = Math.floorMod(address.hashCode(), size);
		return IntStream.range(0, Cases.number(1, size)).mapToObj((i) -> this.ways.get((first + i) % size)).toList();
	}

	private static void expectNothing(Way way, String method, String address, String... claims) throws IOException {
		Knock answer = way.send(method, address, claims);
		assertThat(answer.outcome()).as("%s %s %s %s", way.name(), method, address, List.of(claims))
			.isIn("in", "400", "401", "403", "405");
		assertThat(answer.header("Set-Cookie")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness", "/login",
			"/css/board.css", "/images/icon.svg" })
	void healthSignInAndStaticFilesAreThereForAnybody(String address) throws IOException {
		for (Way way : this.ways) {
			assertThat(way.send("GET", address).status()).as(way.name()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					# method | address                     | reader | importer | editor | administrator | scrape
					GET      | /api/objectives             | 200    | 200      | 200    | 200           | 401
					GET      | /api/objectives/6b          | 200    | 200      | 200    | 200           | 401
					GET      | /api/deliveries             | 200    | 200      | 200    | 200           | 401
					GET      | /api/deliveries/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef | 403 | 404 | 403 | 403 | 401
					GET      | /api/deliveries/9/original  | 403    | 404      | 404    | 404           | 401
					GET      | /api/deliveries/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef/original | 403 | 404 | 403 | 403 | 401
					GET      | /api/feeds                  | 200    | 200      | 200    | 200           | 401
					GET      | /api/openapi.json           | 200    | 200      | 200    | 200           | 401
					GET      | /api/mails                  | 403    | 403      | 200    | 403           | 401
					GET      | /api/mails/server           | 403    | 403      | 200    | 403           | 401
					GET      | /api/measures               | 200    | 200      | 200    | 200           | 401
					GET      | /api/reports                | 200    | 200      | 200    | 200           | 401
					GET      | /api/reports/9              | 404    | 404      | 404    | 404           | 401
					GET      | /api/comments               | 200    | 200      | 200    | 200           | 401
					GET      | /api/annotations            | 200    | 200      | 200    | 200           | 401
					POST     | /api/overrides/revocations  | 403    | 403      | 400    | 403           | 401
					POST     | /api/deliveries             | 403    | 400      | 403    | 403           | 401
					POST     | /api/overrides              | 403    | 403      | 400    | 403           | 401
					POST     | /api/comments               | 403    | 403      | 400    | 403           | 401
					POST     | /api/annotations            | 403    | 403      | 400    | 403           | 401
					POST     | /api/mails/9/send-again     | 403    | 403      | 404    | 403           | 401
					DELETE   | /api/deliveries/1           | 403    | 403      | 403    | 403           | 401
					PUT      | /api/objectives/6b          | 403    | 403      | 403    | 403           | 401
					GET      | /actuator/prometheus        | 200    | 200      | 200    | 200           | 200
					GET      | /actuator/env               | 403    | 403      | 403    | 404           | 401
					GET      | /actuator/health            | 200    | 200      | 200    | 200           | 200
					""")
	void eachCallerMayDoWhatTheirRoleSays(String method, String address, String reader, String importer, String editor,
			String administrator, String scrape) throws IOException {
		for (Way way : some(address)) {
			Map<String, String> found = new LinkedHashMap<>();
			for (String caller : List.of("reader", "importer", "editor", "administrator")) {
				found.put(caller, knock(way, method, address, basic(caller, PASSWORD)));
			}
			found.put("scrape", knock(way, method, address, "Authorization: Bearer " + TOKEN));
			assertThat(found).as("%s %s, %s", method, address, way.name())
				.isEqualTo(Map.of("reader", reader, "importer", importer, "editor", editor, "administrator",
						administrator, "scrape", scrape));
		}
	}

	/** Each with its scheme and path, and the cookie that is secure. */
	static Stream<Arguments> browsed() {
		return Cases.oneIn(8, Stream.of(Arguments.of("beginner", "http", "", Set.of()),
				Arguments.of("appending", "http", "", Set.of()), Arguments.of("recommended", "http", "", Set.of()),
				Arguments.of("trusted appending", "http", "", Set.of()),
				Arguments.of("prefix", "http", "/jfp", Set.of()),
				Arguments.of("beginner with TLS", "https", "", Set.of()),
				Arguments.of("recommended with TLS", "https", "", Set.of("XSRF-TOKEN")),
				Arguments.of("prefix with TLS", "https", "/jfp", Set.of("XSRF-TOKEN"))));
	}

	@EveryCase
	@ParameterizedTest
	@MethodSource("browsed")
	void aBrowserSignsInSendsAFormAndSignsOut(String way, String scheme, String path, Set<String> secure) {
		SignedInBrowser.signInAndOut(scheme + "://localhost:" + this.nginx.portOf(way) + path, "reader", PASSWORD,
				secure);
	}

	@Test
	void aRefusedReaderIsLedBackToThePageTheyAskedFor() throws IOException {
		for (Way way : this.ways) {
			assertThat(way.send("GET", "/objectives/6b?as-of=2025-04-30").header("Location")).as(way.name())
				.isEqualTo("/login?next=%2Fobjectives%2F6b%3Fas-of%3D2025-04-30");
		}
	}

	private static String knock(Way way, String method, String address, String authorization) throws IOException {
		String body = method.equals("GET") ? "" : "{}";
		return way.sendBody(method, address, body, authorization, "Content-Type: application/json").outcome();
	}

	private static String basic(String user, String password) {
		return "Authorization: Basic "
				+ Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

}
