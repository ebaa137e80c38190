package org.jfpmonitor.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.jayway.jsonpath.JsonPath;
import org.awaitility.Awaitility;
import org.jfpmonitor.HttpCalls;
import org.jfpmonitor.store.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jfpmonitor.HttpCalls.basic;

/**
 * Who may see and do what, over HTTP. A request that a proxy passed on stands for one
 * from another machine.
 */
@TestStore
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.test.metrics.export=true")
class AccessRulesTest {

	private static final String PASSWORD = "correct horse battery staple";

	private static final String TOKEN = "a-scrape-token-of-thirty-letters";

	/** Of the objective 6b, in capitals as people type it. */
	private static final String OWNER = "UEC-Lead@example.org";

	/** What a browser on another machine says. */
	private static final String[] ELSEWHERE = { "X-Forwarded-For", "192.0.2.1", "Accept",
			"text/html,application/xhtml+xml,*/*;q=0.8" };

	private final HttpClient client = HttpClient.newHttpClient();

	@Autowired
	private JdbcClient jdbc;

	@Value("${local.server.port}")
	private int port;

	@DynamicPropertySource
	static void users(DynamicPropertyRegistry properties) {
		String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
		properties.add("jfp.access.users[0].name", () -> "reader");
		properties.add("jfp.access.users[0].password", () -> hash);
		properties.add("jfp.access.users[1].name", () -> "editor");
		properties.add("jfp.access.users[1].password", () -> hash);
		properties.add("jfp.access.users[1].roles", () -> "editor");
		properties.add("jfp.access.users[2].name", () -> "importer");
		properties.add("jfp.access.users[2].password", () -> hash);
		properties.add("jfp.access.users[2].roles", () -> "importer");
		properties.add("jfp.access.users[3].name", () -> OWNER);
		properties.add("jfp.access.users[3].password", () -> hash);
		properties.add("jfp.access.scrape-token", () -> TOKEN);
	}

	@Test
	void readingIsOpenOnTheMachineItself() throws Exception {
		assertThat(get("/api/objectives").statusCode()).isEqualTo(200);
		assertThat(get("/actuator/prometheus").statusCode()).isEqualTo(200);
	}

	@Test
	void onlyHealthIsOpenToOtherMachines() throws Exception {
		assertThat(get("/actuator/health", "X-Forwarded-For", "192.0.2.1").statusCode()).isEqualTo(200);
		assertThat(get("/api/objectives", "X-Forwarded-For", "192.0.2.1").statusCode()).isEqualTo(401);
		assertThat(get("/api/objectives", "Forwarded", "for=192.0.2.1").statusCode()).isEqualTo(401);
		assertThat(get("/actuator/prometheus", "X-Forwarded-For", "192.0.2.1").statusCode()).isEqualTo(401);
	}

	@Test
	void aConfiguredUserReadsFromOtherMachines() throws Exception {
		assertThat(get("/api/objectives", "X-Forwarded-For", "192.0.2.1", "Authorization", basic("reader", PASSWORD))
			.statusCode()).isEqualTo(200);
		assertThat(get("/api/objectives", "X-Forwarded-For", "192.0.2.1", "Authorization", basic("reader", "wrong"))
			.statusCode()).isEqualTo(401);
	}

	@Test
	void theScrapeReadsMetricsWithItsTokenAndNothingElse() throws Exception {
		String[] scrape = { "X-Forwarded-For", "192.0.2.1", "Authorization", "Bearer " + TOKEN };
		assertThat(get("/actuator/prometheus", scrape).statusCode()).isEqualTo(200);
		assertThat(get("/api/objectives", scrape).statusCode()).isEqualTo(401);
	}

	@Test
	void writingNeedsASignedInUserEvenOnTheMachineItself() throws Exception {
		HttpResponse<String> refused = post("/api/overrides", "{}");

		assertThat(refused.statusCode()).isEqualTo(401);
		assertThat(refused.body()).contains("Expected a signed-in user, found none or a wrong password.");
		assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
		assertThat(refused.headers().firstValue("WWW-Authenticate")).isEmpty();
	}

	@Test
	void writingNeedsTheRole() throws Exception {
		assertThat(post("/api/overrides", "{}", "Authorization", basic("reader", PASSWORD)).statusCode())
			.isEqualTo(403);
		assertThat(post("/api/overrides", "{}", "Authorization", basic("editor", PASSWORD)).statusCode())
			.isEqualTo(400);
		assertThat(post("/api/deliveries", "", "Authorization", basic("editor", PASSWORD)).statusCode()).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					POST   | /api/overrides          | This needs the role editor, which the signed-in user does not have.
					POST   | /api/mails/1/send-again | This needs the role editor, which the signed-in user does not have.
					POST   | /api/deliveries         | This needs the role importer, which the signed-in user does not have.
					GET    | /api/mails              | This needs the role editor, which the signed-in user does not have.
					GET    | /actuator/env           | This needs the role administrator, which the signed-in user does not have.
					DELETE | /api/overrides          | Expected a read (GET) or something sent (POST), found DELETE, which nothing here takes.
					""")
	void whoIsRefusedReadsWhichRoleThisNeeds(String method, String address, String words) throws Exception {
		Knock refused = Knock.send(this.port, method, address, "X-Forwarded-For: 192.0.2.1",
				"Authorization: " + basic("reader", PASSWORD));

		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.body()).contains("\"detail\":\"" + words + "\"");
	}

	@Test
	void readersCannotAskWhetherAFileHasAFingerprint() throws Exception {
		String file = "a".repeat(64);
		String[] reader = { "X-Forwarded-For", "192.0.2.1", "Authorization", basic("reader", PASSWORD) };

		assertThat(get("/api/deliveries/" + file, reader).statusCode()).isEqualTo(403);
		assertThat(get("/api/deliveries/" + file + "/rejects.csv", reader).statusCode()).isEqualTo(403);
		assertThat(get("/api/deliveries/1", reader).statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"objective": "6b",       | Expected a JSON object, found something else or one that breaks off, at line 1, column 20.
					[]                        | Expected a JSON object, found something else or one that breaks off, at line 1, column 1.
					{"until": {"day": 1}}     | until: expected a text in quotes, found another kind of value, at line 1, column 11.
					``                        | Expected a JSON object, found nothing.
					{"status": "delayed", "status": "on_track"} | status: expected it once, found it again, at line 1, column 31. Leave in the one you mean.
					{"objective": "6b", "form": "2025-05-01"} | Expected objective, status, reason, from or until, found "form", at line 1, column 42. Write "from".
					""")
	void jsonThatCannotBeReadIsAnsweredWithThePlace(String sent, String fault) throws Exception {
		HttpResponse<String> refused = post("/api/overrides", sent, "Authorization", basic("editor", PASSWORD));

		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(JsonPath.parse(refused.body()).<List<String>>read("$.faults"))
			.containsExactly(fault + " See /api/openapi.json for what is expected.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			/api/overrides/revocations | {"objective": "6b", "form": "2025-12-05", "reason": "x"} | form   | from
			/api/comments              | {"objective": "6b", "mesure": "x"}                     | mesure | measure
			/api/annotations           | {"measure": "x", "untl": "2025-04-09"}                 | untl   | until
			""")
	void aMisspeltNameInWhatIsSentIsRefused(String address, String sent, String found, String meant) throws Exception {
		HttpResponse<String> refused = post(address, sent, "Authorization", basic("editor", PASSWORD));

		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(JsonPath.parse(refused.body()).<String>read("$.detail"))
			.contains("found \"" + found + "\", at line 1, column ", "Write \"" + meant + "\".");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					/api/comments?objective=6b        | */*             | 400 | Expected as-of, known-on or edition, found "objective". Write one of as-of, known-on or edition.
					/api/comments?objective=%00       | */*             | 400 | Expected as-of, known-on or edition, found "objective". Write one of as-of, known-on or edition.
					/api/deliveries?limt=1            | */*             | 400 | Expected as-of, known-on, offset or limit, found "limt". Write "limit".
					/api/feeds?feed=%00               | */*             | 400 | Expected no parameter, found "feed". Leave it out.
					/api/deliveries?limit=many        | */*             | 400 | limit: expected a whole number, found "many".
					/nothing-here                     | image/png       | 404 | Expected an address of this service, found another. GET /api/openapi.json lists those for programs; the board is at /.
					/api/nothing-here                 | */*             | 404 | Expected an address of this service, found another. GET /api/openapi.json lists those for programs; the board is at /.
					""")
	void whatCannotBeAnsweredIsRefusedInWords(String address, String accepted, int status, String words)
			throws Exception {
		HttpResponse<String> refused = get(address, "Accept", accepted);

		assertThat(refused.statusCode()).isEqualTo(status);
		assertThat(refused.headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).startsWith("application/problem+json"));
		assertThat(JsonPath.parse(refused.body()).<String>read("$.detail")).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					/report.csv?as_of=2025-03-31     | Expected as-of, known-on or edition, found "as_of". Write "as-of".
					/report.json?asof=2025-03-31     | Expected as-of, known-on or edition, found "asof". Write "as-of".
					/report.pdf?day=2025-03-31       | Expected as-of, known-on or edition, found "day". Write one of as-of, known-on or edition.
					/report.xlsx?known_on=2025-03-31 | Expected as-of, known-on or edition, found "known_on". Write "known-on".
					/measures.csv?as_of=2025-03-31   | Expected as-of, known-on, edition, status, ambition, owner, only or sort, found "as_of". Write "as-of".
					/objectives/6b/page.csv?edtion=1 | Expected as-of, known-on or edition, found "edtion". Write "edition".
					/reports/1/report.csv?as-of=2025 | Expected no parameter, found "as-of". Leave it out.
					/report.csv?as-of=2025-03-31&as-of=2025-04-30 | as-of: expected it once, found it 2 times. Leave in the one you mean.
					/api/objectives?as-of=2025-03-31&as-of=2025-03-31 | as-of: expected it once, found it 2 times. Leave in the one you mean.
					/?as_of=2025-03-31               | Expected as-of, known-on, edition, status, ambition, owner, only or sort, found "as_of". Write "as-of".
					/?status=on_track&status=delayed | status: expected it once, found it 2 times. Leave in the one you mean.
					/measures?statu=delayed          | found "statu". Write "status".
					/objectives/6b?asof=2025-03-31   | Expected as-of, known-on or edition, found "asof". Write "as-of".
					/report?as_of=2025-03-31         | found "as_of". Write "as-of".
					/reports?number=1                | found "number".
					/deliveries?pge=2                | Expected as-of, known-on, edition or page, found "pge". Write "page".
					/deliveries/received?flie=a      | found "flie". Write "file".
					/how-to-read-a-control-chart?x=1 | found "x".
					/feeds?as-of-day=1&as-of-day=2   | as-of-day: expected it once, found it 2 times. Leave in the one you mean.
					""")
	void nothingIsShownForAParameterThatItDoesNotHaveOrHasTwice(String address, String words) throws Exception {
		HttpResponse<String> refused = get(address, "Accept", "*/*");

		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body().replace("&quot;", "\"")).contains(words);
	}

	@Test
	void healthIsToldWithAWrongPasswordToo() throws Exception {
		for (int i = 0; i < 12; i++) {
			assertThat(get("/actuator/health", "Authorization", basic("editor", "wrong")).statusCode()).isEqualTo(200);
			assertThat(get("/actuator/health/liveness", "Authorization", "Bearer nothing").statusCode()).isEqualTo(200);
		}
		assertThat(get("/api/objectives", "Authorization", basic("editor", PASSWORD)).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/objectives?as-of=%zz", "/?status=%zz", "/login?error=%zz" })
	void aParameterThatCannotBeReadIsRefusedInWords(String address) throws Exception {
		Knock refused = Knock.send(this.port, "GET", address, "Accept: image/png");

		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.body()).contains(
				"\"detail\":\"Expected a request as browsers and programs write it, found one with too many parameters, or"
						+ " with a part that cannot be read, such as % with no two digits behind it. Correct it.\"");
		assertThat(Knock.send(this.port, "GET", address, "Accept: text/html").body())
			.contains("<h1 class=\"nhsuk-heading-l\">There is a problem</h1>");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					1    | other | 400 | Expected a form with a part of the name \\"file\\", found none. Send it as: curl -F file=@extract.csv
					2    | file  | 400 | Expected one file, found 2. Nothing was taken. Send one file at a time, or use the page Files received.
					1000 | file  | 413 | Expected a file of 256 MB at most in a form of few parts, found more. Send less at once.
					""")
	void anUploadWithoutAFileOrInTooManyPartsIsRefusedInWords(int parts, String name, int status, String words)
			throws Exception {
		String part = "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"x.csv\"\r\n\r\nx\r\n";

		HttpResponse<String> refused = calls().post("/api/deliveries", "multipart/form-data; boundary=b",
				part.repeat(parts) + "--b--\r\n", "Authorization", basic("importer", PASSWORD));

		assertThat(refused.statusCode()).isEqualTo(status);
		assertThat(refused.body()).contains("\"detail\":\"" + words + "\"");
	}

	@Test
	void aProgramThatTakesNothingOfOursIsToldWhatThereIs() throws Exception {
		HttpResponse<String> refused = get("/api/objectives", "Accept", "image/png");

		assertThat(refused.statusCode()).isEqualTo(406);
		assertThat(JsonPath.parse(refused.body()).<String>read("$.detail"))
			.matches("Expected the header Accept to take .*application/json.*, found image/png\\.");
	}

	@Test
	void aFormThatIsTooLongIsRefusedInWords() throws Exception {
		HttpResponse<String> refused = calls().post("/api/overrides", "application/x-www-form-urlencoded",
				"reason=" + "x".repeat(600_000), "Authorization", basic("editor", PASSWORD));

		assertThat(refused.statusCode()).isEqualTo(413);
		assertThat(JsonPath.parse(refused.body()).<String>read("$.detail"))
			.isEqualTo("Expected a form of 512 KB or a file of 256 MB at most, found a longer one. Send less at once.");
	}

	@Test
	void anAddressThatIsNoneOfOursIsRefusedInWords() throws Exception {
		HttpResponse<String> refused = get("//objectives/6b");

		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(JsonPath.parse(refused.body()).<String>read("$.detail")).isEqualTo(
				"Expected a request as browsers and programs write it, found an address or header with characters"
						+ " that are refused, such as //, ;, %2F or control characters. Correct it.");
	}

	@Test
	void whoLacksTheRoleReadsSoOnAPageAndAProgramInAProblemDocument() throws Exception {
		HttpCalls browser = signedIn();

		HttpResponse<String> refused = browser.get("/mails", ELSEWHERE);

		assertThat(browser.get("/", ELSEWHERE).statusCode()).isEqualTo(200);
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
		assertThat(refused.body()).contains("<h1 class=\"nhsuk-heading-l\">Not allowed</h1>",
				"You are signed in as <strong>reader</strong>.",
				"<p>This needs the role editor, which the signed-in user does not have.</p>");
		assertThat(browser.get("/deliveries/received?file=" + "a".repeat(64), ELSEWHERE).statusCode()).isEqualTo(403);
		assertThat(browser.get("/api/mails", ELSEWHERE).headers().firstValue("Content-Type"))
			.hasValueSatisfying((type) -> assertThat(type).startsWith("application/problem+json"));
	}

	@Test
	void whoIsNotAllowedSignsOutOnThePageThatSaysSo() throws Exception {
		HttpCalls browser = signedIn();
		String refused = browser.get("/mails", ELSEWHERE).body();

		HttpResponse<String> left = sendForm(browser, "/logout", "", refused);

		assertThat(left.headers().firstValue("Location")).hasValue("/login?logout");
		assertThat(left.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\"");
		assertThat(browser.get("/mails", ELSEWHERE).statusCode()).isEqualTo(302);
	}

	@Test
	void anEmptySignInFormSaysAtEachFieldWhatToEnter() throws Exception {
		HttpCalls browser = browser();
		String empty = browser.get("/login", ELSEWHERE).body();

		HttpResponse<String> sent = sendForm(browser, "/login", "username=&password=&", empty);

		assertThat(sent.headers().firstValue("Location")).hasValue("/login?missing=both");
		assertThat(browser.get("/login?missing=both", ELSEWHERE).body()).contains("<title>Error: Sign in",
				"<a href=\"#username\">Enter the user</a></li><li><a href=\"#password\">Enter the password</a>",
				"id=\"username-error\"", "id=\"password-error\"");
		assertThat(sendForm(browser, "/login", "username=reader&password=&", empty).headers().firstValue("Location"))
			.hasValue("/login?missing=password");
	}

	private HttpCalls signedIn() throws IOException, InterruptedException {
		HttpCalls browser = browser();
		sendForm(browser, "/login", "username=reader&password=" + PASSWORD.replace(' ', '+') + "&",
				browser.get("/login", ELSEWHERE).body());
		return browser;
	}

	/** It keeps its cookies. */
	private HttpCalls browser() {
		return new HttpCalls(HttpClient.newBuilder().cookieHandler(new CookieManager()).build(), this.port);
	}

	/** A form of the page, with its token. */
	private static HttpResponse<String> sendForm(HttpCalls browser, String path, String fields, String page)
			throws IOException, InterruptedException {
		String token = page.replaceFirst("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
		return browser.post(path, "application/x-www-form-urlencoded", fields + "_csrf=" + token, ELSEWHERE);
	}

	/** Whatever else uses the server of the tests may commit something in between. */
	@ParameterizedTest
	@ValueSource(strings = { "/", "/objectives/6b", "/measures", "/report", "/report.csv", "/api/objectives" })
	void whatIsStillTheSameIsNotSentAgain(String address) throws Exception {
		assertThat(get(address).headers().firstValue("Cache-Control")).hasValue("private, no-cache");
		Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
			HttpResponse<String> again = get(address, "If-None-Match", tag(address));

			assertThat(again.statusCode()).isEqualTo(304);
			assertThat(again.body()).isEmpty();
		});
	}

	@Test
	void whatSomebodyChangedIsSentAgain() throws Exception {
		String page = tag("/objectives/1a");
		String json = tag("/api/objectives");

		assertThat(post("/api/overrides", """
				{"objective": "1a", "status": "delayed", "reason": "For a test", "until": "%s"}
				""".formatted(LocalDate.now(ZoneId.of("Europe/London")).plusDays(9)), "Authorization",
				basic("editor", PASSWORD))
			.statusCode()).isEqualTo(201);

		assertThat(get("/objectives/1a", "If-None-Match", page).body()).contains("Statuses set manually");
		assertThat(get("/api/objectives", "If-None-Match", json).body()).contains("For a test");
	}

	/** A browser is led to the form; who wants a file would take the form for one. */
	@ParameterizedTest
	@CsvSource({ "/measures.csv, */*", "/report.csv, text/csv", "/, text/csv", "/report.pdf, */*", "/report.docx, */*",
			"/report.xlsx, */*", "/report.json, */*", "/objectives/6b, 'text/csv, */*;q=0.1'" })
	void aFileIsGivenToAProgramByNameAndPassword(String address, String accept) throws Exception {
		String[] away = { "X-Forwarded-For", "192.0.2.1" };

		assertThat(get(address, "Accept", accept, away[0], away[1], "Authorization", basic("reader", PASSWORD)))
			.satisfies((answer) -> {
				assertThat(answer.statusCode()).isEqualTo(200);
				assertThat(answer.headers().firstValue("Content-Type")).get().asString().doesNotStartWith("text/html");
			});
		assertThat(get(address, "Accept", accept, away[0], away[1], "Authorization", basic("reader", "wrong"))
			.statusCode()).isEqualTo(401);
		assertThat(get(address, "Accept", "text/html,*/*", away[0], away[1]).statusCode()).isIn(200, 302);
	}

	/** What is held against each other is of one state of the store. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/api/objectives         | Authorization | reader
			/objectives/6b          | Cookie        | XSRF-TOKEN=1
			/objectives/6b?edition= | Accept        | text/html
			/objectives/6b          | Accept        | text/csv
			/api/objectives         | Accept        | text/csv
			""")
	void whatAnotherWasShownIsNobodysOwn(String address, String header, String value) throws Exception {
		String mine = address.replaceFirst("\\?.*", "");
		String[] other = { header, header.equals("Authorization") ? basic(value, PASSWORD) : value };
		Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
			String before = tag(mine);
			String others = tag(address, other);

			assertThat(tag(mine)).isEqualTo(before);
			assertThat(others).isNotEqualTo(before);
		});
	}

	/** Each gets the same whoever was the first to see the page. */
	@ParameterizedTest
	@CsvSource({ "/, 0", "/objectives/6b, 1", "/measures, 0" })
	void whoComesLaterSeesNothingOfWhoCameBefore(String address, int formsOfWhoWrites) throws Exception {
		Map<String, HttpCalls> readers = new LinkedHashMap<>();
		readers.put("Sign in", browser());
		for (String user : List.of("reader", "editor", "importer", OWNER)) {
			readers.put(user, signedIn(user));
		}
		Map<String, String> first = new HashMap<>();
		for (String reader : readers.keySet()) {
			commitSomething();
			first.put(reader, page(readers, reader, address));
			for (String other : readers.keySet()) {
				String page = page(readers, other, address);
				assertThat(page).as("%s after %s", other, reader).isEqualTo(first.getOrDefault(other, page));
			}
		}

		assertThat(first).allSatisfy((reader, page) -> {
			assertThat(page).contains(">" + reader + "<");
			assertThat(readers.keySet()).filteredOn((name) -> page.contains(">" + name + "<")).containsExactly(reader);
			int signOut = reader.equals("Sign in") ? 0 : 1;
			int forms = Set.of("editor", OWNER).contains(reader) ? formsOfWhoWrites : 0;
			assertThat(page.split("name=\"_csrf\"", -1)).hasSizeGreaterThan(signOut + forms);
			assertThat(page.contains("method=\"post\" novalidate")).isEqualTo(forms > 0);
			assertThat(page.contains("My objectives")).isEqualTo(reader.equals(OWNER) && address.equals("/"));
		});
		assertThat(first.get("reader").replace(">reader<", ">importer<")).isEqualTo(first.get("importer"));
	}

	/** Without what is another for each form. */
	private static String page(Map<String, HttpCalls> readers, String reader, String address)
			throws IOException, InterruptedException {
		return Objects.requireNonNull(readers.get(reader))
			.get(address)
			.body()
			.replaceAll("(name=\"_csrf\" value=\")[^\"]+", "$1");
	}

	private HttpCalls signedIn(String user) throws IOException, InterruptedException {
		HttpCalls browser = browser();
		String page = browser.get("/login", ELSEWHERE).body();
		String name = URLEncoder.encode(user, StandardCharsets.UTF_8);
		String password = URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
		assertThat(sendForm(browser, "/login", "username=" + name + "&password=" + password + "&", page).statusCode())
			.isEqualTo(302);
		return browser;
	}

	private void commitSomething() {
		this.jdbc.sql("select txid_current()").query(Long.class).single();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/objectives/none", "/?as-of=none", "/api/objectives/none", "/report.csv?day=1" })
	void whyThereIsNothingIsKeptByNobody(String address) throws Exception {
		HttpResponse<String> refused = get(address);

		assertThat(refused.statusCode()).isGreaterThanOrEqualTo(400);
		assertThat(refused.headers().firstValue("ETag")).isEmpty();
		assertThat(refused.headers().firstValue("Cache-Control"))
			.hasValueSatisfying((words) -> assertThat(words).contains("no-store"));
	}

	private String tag(String address, String... headers) throws IOException, InterruptedException {
		return get(address, headers).headers().firstValue("ETag").orElseThrow();
	}

	@Test
	void pagesForbidScriptsAndStylesFromElsewhere() throws Exception {
		assertThat(get("/").headers().firstValue("Content-Security-Policy"))
			.hasValueSatisfying((policy) -> assertThat(policy).contains("default-src 'none'", "script-src 'self'",
					"form-action 'self'"));
	}

	private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
		return calls().get(path, headers);
	}

	private HttpResponse<String> post(String path, String body, String... headers)
			throws IOException, InterruptedException {
		return calls().post(path, "application/json", body, headers);
	}

	private HttpCalls calls() {
		return new HttpCalls(this.client, this.port);
	}

}
