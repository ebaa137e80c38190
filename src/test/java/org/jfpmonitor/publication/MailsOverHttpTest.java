package org.jfpmonitor.publication;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.jayway.jsonpath.JsonPath;
import org.jfpmonitor.HttpCalls;
import org.jfpmonitor.store.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** What was sent and what could not be, over HTTP: who may see it and who may act. */
@TestStore(anewForEachTest = true)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class MailsOverHttpTest {

	private static final String PASSWORD = "correct horse battery staple";

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

	private static final String[] FROM_ELSEWHERE = { "X-Forwarded-For", "192.0.2.1" };

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient database;

	@DynamicPropertySource
	static void users(DynamicPropertyRegistry properties) {
		String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
		properties.add("jfp.access.users[0].name", () -> "reader");
		properties.add("jfp.access.users[0].password", () -> hash);
		properties.add("jfp.access.users[1].name", () -> "editor");
		properties.add("jfp.access.users[1].password", () -> hash);
		properties.add("jfp.access.users[1].roles", () -> "editor");
	}

	@BeforeEach
	void write() {
		this.database
			.sql("""
					insert into mail (id, message_id, run, recipient, subject, plain, html, state, attempts, last_error,
					                  created_at, given_up_at, sent_at)
					overriding system value
					select id, '<' || id || '@test>', 1, recipient, '6b <Wards>: On Track to Underperformance', 'p', 'h', state, 1,
					       error, '2025-05-15T01:31Z', up::timestamptz, sent::timestamptz
					  from (values (1, 'a@example.org', 'sent', null, null, '2025-05-15T01:32Z'),
					               (2, 'b@example.org', 'dead', '550 No such user.', '2025-05-15T01:32Z', null),
					               (3, 'c@example.org', 'waiting', '451 Later.', null, null),
					               (4, 'd@example.org', 'sent', null, null, '2025-05-15T01:33Z'))
					       as mails (id, recipient, state, error, up, sent)
					""")
			.update();
	}

	@Test
	void listsWhatWasGivenUpFirstThenWhatWaits() throws Exception {
		HttpResponse<String> all = get("/api/mails");

		assertThat(all.headers().firstValue("X-Total-Count")).hasValue("4");
		assertThat(JsonPath.parse(all.body()).<List<Integer>>read("$[*].number")).containsExactly(2, 3, 4, 1);
		assertThat(JsonPath.parse(all.body()).<Map<String, Object>>read("$[0]"))
			.containsEntry("recipient", "b@example.org")
			.containsEntry("subject", "6b <Wards>: On Track to Underperformance")
			.containsEntry("state", "dead")
			.containsEntry("attempts", 1)
			.containsEntry("lastError", "550 No such user.")
			.containsEntry("createdAt", "2025-05-15T01:31:00Z")
			.containsEntry("givenUpAt", "2025-05-15T01:32:00Z")
			.containsEntry("sentAt", null)
			.containsEntry("nextAttemptAt", null);
		assertThat(JsonPath.parse(all.body()).<Object>read("$[1].nextAttemptAt")).isNotNull();
	}

	@Test
	void listsOneStateInPortions() throws Exception {
		HttpResponse<String> second = get("/api/mails?state=sent&offset=1&limit=1");

		assertThat(second.headers().firstValue("X-Total-Count")).hasValue("2");
		assertThat(JsonPath.parse(second.body()).<List<Integer>>read("$[*].number")).containsExactly(1);
		assertThat(JsonPath.parse(get("/api/mails/3").body()).<String>read("$.messageId")).isEqualTo("<3@test>");
	}

	@Test
	void saysSinceWhenTheServerCannotBeReached() throws Exception {
		assertThat(get("/api/mails/server").body()).startsWith("{\"reached\":true,");
		this.database.sql("""
				insert into mail_server (unreachable_since, attempts, next_attempt_at, last_error)
				values ('2025-05-15T01:32Z', 3, '2999-01-01T00:00Z', 'The mail server cannot be reached.')
				""").update();

		assertThat(get("/api/mails/server").body())
			.isEqualTo("{\"reached\":false,\"unreachableSince\":\"2025-05-15T01:32:00Z\","
					+ "\"nextAttemptAt\":\"2999-01-01T00:00:00Z\",\"lastError\":\"The mail server cannot be reached.\"}");
		assertThat(JsonPath.parse(get("/api/mails/3").body()).<String>read("$.nextAttemptAt"))
			.isEqualTo("2999-01-01T00:00:00Z");
		assertThat(get("/mails").body()).contains("No email can be sent", "15 May 2025, 2:32am");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/api/mails/9         | 404 | Expected the number of a mail; found \\"9\\". GET /api/mails lists them.
			/api/mails/x         | 404 | Expected the number of a mail; found \\"x\\". GET /api/mails lists them.
			/api/mails?state=new | 400 | state: expected one of dead, waiting, sent; found \\"new\\".
			/api/mails?limit=501 | 400 | Expected offset 0 or more and limit 1 to 500; found offset 0 and limit 501.
			/mails?state=new     | 400 | Select All, Given up, Waiting or Sent; &quot;new&quot; is none of them
			/mails?page=2        | 400 | must be a number from 1 to 1, not &quot;2&quot;
			""")
	void saysWhatWasExpectedAndFound(String address, int status, String words) throws Exception {
		HttpResponse<String> answer = get(address);

		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.body()).contains(words);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/mails", "/api/mails/1", "/api/mails/server" })
	void onlyEditorsSeeFromElsewhereWhoWasMailed(String address) throws Exception {
		assertThat(get(address).statusCode()).isEqualTo(200);
		assertThat(get(address, FROM_ELSEWHERE).statusCode()).isEqualTo(401);
		assertThat(get(address, as("reader")).statusCode()).isEqualTo(403);
		assertThat(get(address, as("editor")).statusCode()).isEqualTo(200);
		assertThat(get("/mails", FROM_ELSEWHERE).statusCode()).isNotEqualTo(200);
	}

	@Test
	void onlyEditorsSendAgain() throws Exception {
		assertThat(post("/api/mails/2/send-again", "").statusCode()).isEqualTo(401);
		assertThat(post("/api/mails/2/send-again", "", as("reader")).statusCode()).isEqualTo(403);
		assertThat(state(2)).isEqualTo("dead");

		HttpResponse<String> again = post("/api/mails/2/send-again", "", as("editor"));

		assertThat(again.statusCode()).isEqualTo(202);
		assertThat(JsonPath.parse(again.body()).<String>read("$.state")).isEqualTo("waiting");
		assertThat(JsonPath.parse(again.body()).<Integer>read("$.attempts")).isZero();
		HttpResponse<String> twice = post("/api/mails/2/send-again", "", as("editor"));
		assertThat(twice.statusCode()).isEqualTo(409);
		assertThat(twice.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(twice.body()).contains("Expected a mail that was given up; mail 2 is waiting."
				+ " Only mails in the state dead can be sent again.");
		assertThat(post("/api/mails/9/send-again", "", as("editor")).statusCode()).isEqualTo(404);
	}

	@Test
	void thePageOffersTheButtonToWhoeverMayPressIt() throws Exception {
		assertThat(get("/mails").body())
			.contains("6b &lt;Wards&gt;: On Track", "550 No such user.", "sign in as a user")
			.doesNotContain("Send again");
		signIn();
		String page = get("/mails").body();
		assertThat(page).containsOnlyOnce("Send again").contains("action=\"/mails/2/send-again\"");

		assertThat(post("/mails/2/send-again", "").statusCode()).isEqualTo(403);
		assertThat(state(2)).isEqualTo("dead");
		HttpResponse<String> sent = post("/mails/2/send-again", "_csrf=" + token(page));

		assertThat(sent.statusCode()).isEqualTo(302);
		assertThat(state(2)).isEqualTo("waiting");
		assertThat(get("/mails").body()).contains("Email 2 is sent again with the next round, within a minute or so.")
			.doesNotContain("Send again");
	}

	private void signIn() throws Exception {
		String form = "username=editor&password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8) + "&_csrf="
				+ token(get("/login").body());
		assertThat(post("/login", form).statusCode()).isEqualTo(302);
	}

	private static String token(String page) {
		Matcher token = TOKEN.matcher(page);
		assertThat(token.find()).isTrue();
		return URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
	}

	private String state(long number) {
		return this.database.sql("select state from mail where id = :id")
			.param("id", number)
			.query(String.class)
			.single();
	}

	private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
		return new HttpCalls(this.client, this.port).get(path, headers);
	}

	private HttpResponse<String> post(String path, String body, String... headers)
			throws IOException, InterruptedException {
		return new HttpCalls(this.client, this.port).post(path, "application/x-www-form-urlencoded", body, headers);
	}

	private static String[] as(String user) {
		return new String[] { "X-Forwarded-For", "192.0.2.1", "Authorization", HttpCalls.basic(user, PASSWORD) };
	}

}
