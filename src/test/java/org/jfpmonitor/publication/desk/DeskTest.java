package org.jfpmonitor.publication.desk;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.jfpmonitor.EveryCase;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.intake.inbox.DataFolders;
import org.jfpmonitor.store.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a browser does: signs in, sends a file, sets a status, signs out. */
@TestStore
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DeskTest {

	private static final String PASSWORD = "a quiet corner of the ward";

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final String inAMonth = LocalDate.now(ZoneId.of("Europe/London")).plusMonths(1).toString();

	private static final String BOUNDARY = "----form";

	private final HttpClient browser = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.followRedirects(Redirect.NORMAL)
		.build();

	@Autowired
	private DataFolders folders;

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void users(DynamicPropertyRegistry properties) {
		String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
		properties.add("jfp.access.users[0].name", () -> "office");
		properties.add("jfp.access.users[0].password", () -> hash);
		properties.add("jfp.access.users[0].roles", () -> "importer,editor");
		properties.add("jfp.access.users[2].name", () -> "analyst");
		properties.add("jfp.access.users[2].password", () -> hash);
		properties.add("jfp.access.users[2].roles", () -> "importer");
		properties.add("jfp.access.users[1].name", () -> "reader");
		properties.add("jfp.access.users[1].password", () -> hash);
	}

	@Test
	void offersFormsOnlyToThoseWhoMayUseThem() throws Exception {
		assertThat(get("/deliveries").body()).contains("Sign in").doesNotContain("Send files");
		assertThat(get("/objectives/6b").body()).doesNotContain("Set a status yourself");

		signIn("reader", PASSWORD);

		assertThat(get("/deliveries").body()).contains("Sign out").doesNotContain("Send files");
		assertThat(get("/objectives/6b").body()).doesNotContain("Set a status yourself");
		assertThat(post("/objectives/6b/override", token("/"), Map.of("status", "delayed")).statusCode())
			.isEqualTo(403);
	}

	@Test
	void saysThatUserAndPasswordDoNotBelongTogether() throws Exception {
		assertThat(signIn("office", "wrong").body()).contains("User and password do not belong together. Check both");
	}

	@Test
	void importsWhatWasSentAndLeadsToItsDelivery() throws Exception {
		signIn("office", PASSWORD);

		HttpResponse<String> sent = send("figures-2025-03.csv", """
				measure,organisation,period,value
				virtual-ward-beds,QMM,2025-03,171
				virtual-ward-beds,QMM,2025-02,many
				""");

		assertThat(sent.uri().getPath()).isEqualTo("/deliveries/received");
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> get(sent.uri()).headers().firstValue("Refresh").isEmpty());
		assertThat(get(sent.uri()).body()).contains("All files have been dealt with.").contains("figures-2025-03.csv");
	}

	@Test
	void showsWhatAFileWouldComeToAndKeepsNothingOfIt() throws Exception {
		signIn("analyst", PASSWORD);
		String before = get("/deliveries").body();

		HttpResponse<String> tried = send("/deliveries/try", "figures-tried.csv", """
				measure,organisation,period,value
				virtual-ward-beds,QMM,2024-03,171
				virtual-ward-beds,QMM,2024-02,many
				""");

		assertThat(tried.statusCode()).isEqualTo(200);
		assertThat(tried.body()).contains("Nothing was stored.", "read by layout <code>figures</code>", "171",
				"nothing", "1 new", "a number", "many");
		assertThat(shown(get("/deliveries").body())).isEqualTo(shown(before));
		assertThat(post("/deliveries/try", token("/deliveries"), Map.of()).body())
			.contains("Expected at least one file, found none.");
	}

	@Test
	void onlyWhoMayImportMayTry() throws Exception {
		signIn("reader", PASSWORD);

		HttpResponse<String> refused = post("/deliveries/try", token("/"), Map.of());
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.body()).contains("This needs the role importer")
			.containsPattern("action=\"/logout\"><input type=\"hidden\" name=\"_csrf\" value=\"[^\"]+\"");
	}

	private static String shown(String page) {
		return page.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "").replaceAll("[0-9]{1,2}:[0-9]{2}[ap]m", "");
	}

	@Test
	void anImportersProgressFileSetsNoStatusAndPublishesNoPosition() throws Exception {
		String progress = """
				kind,objective,milestone,as-of,status,forecast,achieved,comment,from,until,author
				override,7a,,,completed,,,all well,2025-01-01,2025-12-31,office
				position,7a,,2025-01-31,Completed,,,all well,,,
				comment,7a,,2025-01-31,,,,all well,,,
				milestone,,frailty-scale-jpuh,2025-01-31,,2026-06-30,,slipped,,,
				""";

		String refused = importedAs("analyst", progress);

		assertThat(refused).contains("analyst").contains("<code>not_permitted</code>").contains("3</strong> rejected");
		assertThat(json("/api/objectives/7a")).contains("\"override\":null").contains("\"published\":null");
	}

	@Test
	void anEditorsProgressFileSpeaksInTheEditorsNameAlone() throws Exception {
		String progress = """
				kind,objective,milestone,as-of,status,forecast,achieved,comment,from,until,author
				override,7b,,,completed,,,all well,2025-01-01,2025-12-31,
				comment,7b,,2025-01-31,,,,Said by file,,,
				override,3a,,,completed,,,all well,2025-01-01,2025-12-31,somebody
				""";

		assertThat(importedAs("office", progress)).contains("the name of who sends the file, office, or nothing");
		assertThat(json("/api/objectives/7b?as-of=2025-06-30")).contains("\"author\":\"office\"")
			.contains("\"month\":\"2025-01\",\"version\":1,\"state\":\"final\",\"figures\":\"Said by file\"");
		assertThat(json("/api/objectives/3a?as-of=2025-06-30")).contains("\"override\":null");
	}

	@EveryCase
	@Test
	void theSameBytesSentByAnEditorSayWhatTheyMayNotSayForAnImporter() throws Exception {
		String progress = """
				kind,objective,milestone,as-of,status,forecast,achieved,comment,from,until,author
				position,2b,,2025-01-31,Completed,,,all well,,,
				""";
		assertThat(importedAs("analyst", progress)).contains("<code>not_permitted</code>");
		assertThat(json("/api/objectives/2b?as-of=2025-06-30")).contains("\"published\":null");

		signIn("office", PASSWORD);
		send("progress-office.csv", progress);
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> json("/api/objectives/2b?as-of=2025-06-30").contains("\"published\":{"));
		assertThat(json("/api/objectives/2b?as-of=2025-06-30"))
			.contains("\"status\":\"completed\",\"asOf\":\"2025-01-31\"");
	}

	private String importedAs(String user, String progress) throws Exception {
		signIn(user, PASSWORD);
		HttpResponse<String> sent = send("progress-" + user + ".csv", progress);
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> get(sent.uri()).headers().firstValue("Refresh").isEmpty());
		Matcher delivery = Pattern.compile("/deliveries/[0-9]+").matcher(get(sent.uri()).body());
		assertThat(delivery.find()).isTrue();
		return get(delivery.group()).body();
	}

	@EveryCase
	@Test
	void namesTheFateOfEachOfSeveralFiles() throws Exception {
		signIn("office", PASSWORD);
		String form = part("name=\"_csrf\"", token("/deliveries"))
				+ part("name=\"files\"; filename=\"one, two.csv\"",
						"measure,organisation,period,value\nvirtual-ward-beds,QMM,2024-12,99\n")
				+ part("name=\"files\"; filename=\"bad.csv\"", "a,b\n1,2\n")
				+ part("name=\"files\"; filename=\"three.csv\"",
						"measure,organisation,period,value\nvirtual-ward-beds,QMM,2024-11,98\n")
				+ part("name=\"files\"; filename=\"three again.csv\"",
						"measure,organisation,period,value\nvirtual-ward-beds,QMM,2024-11,98\n")
				+ "--" + BOUNDARY + "--\r\n";

		HttpResponse<String> sent = this.browser
			.send(form("/deliveries", "multipart/form-data; boundary=" + BOUNDARY, form), BodyHandlers.ofString());
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> get(sent.uri()).headers().firstValue("Refresh").isEmpty());

		String page = get(sent.uri()).body();
		assertThat(page).contains("All files have been dealt with.")
			.containsPattern("(?s)Published.{1,400}>one, two.csv</a>")
			.containsPattern("(?s)Refused.{1,400}>bad.csv</a>")
			.containsPattern("(?s)Published.{1,400}>three.csv</a>")
			.containsPattern("(?s)>three again.csv</a>, kept as .{1,60}three.csv");

		assertThat(send("three.csv", "measure,organisation,period,value\nvirtual-ward-beds,QMM,2024-11,98\n").body())
			.containsPattern("(?s)Nothing changed.{1,400}>three.csv</a>")
			.containsPattern("The same bytes came on .{1,60}, and were published. This time nothing changed.")
			.doesNotContain(" lines read");
	}

	@Test
	void refusesAFormWithoutAFile() throws Exception {
		signIn("office", PASSWORD);

		assertThat(send("", "").body()).contains("<title>Error: Files received",
				"<a href=\"#files\">Select at least one file to send</a>");
	}

	@Test
	void answersAnUploadThatCannotBeTakenApartInWords() throws Exception {
		String office = Base64.getEncoder().encodeToString(("office:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
		HttpRequest withoutBoundary = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/api/deliveries"))
			.header("Authorization", "Basic " + office)
			.header("Content-Type", "multipart/form-data")
			.POST(BodyPublishers.ofString("x"))
			.build();

		HttpResponse<String> answer = HttpClient.newHttpClient().send(withoutBoundary, BodyHandlers.ofString());

		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("Expected a form with a file in it (multipart/form-data)");
	}

	@Test
	void answersAnUploadForWhichTheInboxHasNoPlaceInWords() throws Exception {
		Path inbox = this.folders.inbox();
		Path aside = inbox.resolveSibling("aside");
		Files.move(inbox, aside);
		Files.writeString(inbox, "a file in the place of the folder");
		try {
			HttpRequest upload = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/api/deliveries"))
				.header("Authorization",
						"Basic " + Base64.getEncoder()
							.encodeToString(("office:" + PASSWORD).getBytes(StandardCharsets.UTF_8)))
				.header("Content-Type", "multipart/form-data; boundary=b")
				.POST(BodyPublishers.ofString("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\""
						+ "\r\n\r\na,b\r\n--b--\r\n"))
				.build();

			HttpResponse<String> answer = HttpClient.newHttpClient().send(upload, BodyHandlers.ofString());

			assertThat(answer.statusCode()).isEqualTo(507);
			assertThat(answer.body())
				.contains("a.csv: expected room in the inbox and an upload that comes to its end, found"
						+ " something that is not a folder. Nothing of it was kept; mend that and send it again.");
		}
		finally {
			Files.delete(inbox);
			Files.move(aside, inbox);
		}
	}

	@Test
	void setsAStatusWithTheNameOfWhoSignedIn() throws Exception {
		signIn("office", PASSWORD);

		String refused = post("/objectives/6b/override", token("/objectives/6b"),
				Map.of("status", "delayed", "reason", " ", "until", "2024-02-30"))
			.body();
		assertThat(refused).contains("<title>Error: 6b ")
			.contains("<a href=\"#reason\">Enter a reason</a>")
			.contains("<a href=\"#until-day\">Last day must be a real date, such as ")
			.contains("<span class=\"nhsuk-u-visually-hidden\">Error:</span> <span>Enter a reason</span>")
			.contains("value=\"30\"", "value=\"02\"", "value=\"2024\"")
			.contains("selected=\"selected\">Delayed");

		String set = post("/objectives/6b/override", token("/objectives/6b"),
				Map.of("status", "delayed", "reason", "Ward <closed>", "until", this.inAMonth))
			.body();
		assertThat(set).contains("The status was set.").contains("Ward &lt;closed&gt;").contains("office");

		String again = post("/objectives/6b/override", token("/objectives/6b"),
				Map.of("status", "on_track", "reason", "Opened again", "until", this.inAMonth))
			.body();
		assertThat(again).contains("Objective 6b already has a status set manually from")
			.contains("Choose days that do not overlap.");
	}

	@Test
	void whoSignedInSentAndSetWhatIsOnRecordAndNothingThatWasMerelyTyped() throws Exception {
		signIn("my password by mistake", PASSWORD);
		signIn("office", "hunter2 is not it");
		signIn("office", PASSWORD);
		send("on-record.csv", "measure,organisation,period,value\nvirtual-ward-beds,QMM,2025-01,99\n");
		post("/objectives/4a/override", token("/objectives/4a"),
				Map.of("status", "delayed", "reason", "For the record", "until", this.inAMonth));

		String trail = get("/audit").body();

		assertThat(trail).contains("For a name that no user has", "For the user office", "By the form")
			.containsPattern("on-record.csv, upload [0-9]+")
			.contains("Objective 4a: Delayed from ")
			.contains("Other settings for access", "office [EDITOR, IMPORTER]")
			.contains("127.0.0.1")
			.doesNotContain("by mistake", "hunter2", "bcrypt");
		assertThat(get("/audit?page=0").statusCode()).isEqualTo(400);
		assertThat(get("/audit?page=0").body()).contains("Page&quot; must be a number from 1 to");
		post("/logout", token("/"), Map.of());
		signIn("reader", PASSWORD);
		assertThat(get("/audit").statusCode()).isEqualTo(403);
		assertThat(get("/audit").statusCode()).isEqualTo(403);
		post("/logout", token("/"), Map.of());
		signIn("office", PASSWORD);
		assertThat(get("/audit").body()).containsOnlyOnce("GET /audit; said once an hour").contains("Was not allowed");
	}

	@Test
	void revokesAWrongStatusByPageAndByProgramAndKeepsItInTheList() throws Exception {
		signIn("office", PASSWORD);
		post("/objectives/2a/override", token("/objectives/2a"),
				Map.of("status", "delayed", "reason", "Mistaken for 2b", "until", this.inAMonth));
		String today = LocalDate.now(ZoneId.of("Europe/London")).toString();

		String revoked = post("/objectives/2a/override/revoke", token("/objectives/2a"),
				Map.of("from", today, "reason", "Was meant for 2b"))
			.body();

		assertThat(revoked).contains("The status was revoked.")
			.doesNotContain("<h2 class=\"nhsuk-heading-s\" id=\"override\">")
			.contains("Statuses set manually")
			.contains("Mistaken for 2b")
			.contains(", but held on no day")
			.containsPattern("Revoked from .* by office on .*: Was meant for 2b");
		assertThat(json("/api/objectives/2a")).contains("\"override\":null");
		assertThat(json("/api/overrides")).contains("\"reason\":\"Was meant for 2b\"");
		String again = program("/api/overrides/revocations", "{\"objective\":\"2a\",\"reason\":\"Twice\"}");
		assertThat(again).contains("\"status\":409")
			.contains("office has already ended the override of objective 2a, from ")
			.contains(": Was meant for 2b");
		assertThat(program("/api/overrides/revocations", "{\"objective\":\"9z\",\"from\":\"soon\"}"))
			.contains("objective: expected the code of an objective of the plan, found \\\"9z\\\".")
			.contains("reason: expected the reason in words, found nothing.")
			.contains("from: expected a day such as");
	}

	@Test
	void aDayOnWhichTheStatusDoesNotHoldIsRefusedInTheWordsOfTheForm() throws Exception {
		signIn("office", PASSWORD);
		post("/objectives/5a/override", token("/objectives/5a"),
				Map.of("status", "delayed", "reason", "Theatre closed", "until", this.inAMonth));
		LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));

		String refused = post("/objectives/5a/override/revoke", token("/objectives/5a"),
				Map.of("from", today.minusDays(1).toString(), "reason", "Opened"))
			.body();

		assertThat(refused).contains("#revoke-from-day\">First day on which it no longer holds must be from "
				+ Period.day(today).inWords() + " to " + Period.day(LocalDate.parse(this.inAMonth)).inWords() + "<");
	}

	private String program(String address, String body) throws Exception {
		String office = Base64.getEncoder().encodeToString(("office:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
		return this.browser
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + address))
				.header("Authorization", "Basic " + office)
				.header("Content-Type", "application/json")
				.POST(BodyPublishers.ofString(body))
				.build(), BodyHandlers.ofString())
			.body();
	}

	@EveryCase
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2925-05-15        | Ward closed | #until-day">Last day must be on or before
			9999-12-31        | Ward closed | #until-day">Last day must be on or before
			+999999999-12-31  | Ward closed | #until-day">Last day must be a real date, such as
			%s                | NUL         | #reason">Reason must not include control characters
			%s                | NONCHAR     | #reason">Reason must not include control characters
			%s                | Patient 401 023 2137 | #reason">Reason must not include an NHS number
			%s                | LONG        | #reason">Reason must be 2,000 characters or fewer. You have 1 too many
			""")
	void catchesSlipsInDaysAndReasons(String until, String reason, String fault) throws Exception {
		signIn("office", PASSWORD);

		String refused = post("/objectives/3a/override", token("/objectives/3a"), Map.of("status", "delayed", "reason",
				sent(reason), "until", until.equals("%s") ? this.inAMonth : until))
			.body();

		assertThat(refused).contains(fault);
	}

	private static String sent(String reason) {
		return switch (reason) {
			case "LONG" -> "a".repeat(2001);
			case "NUL" -> "Ward\0closed";
			case "NONCHAR" -> "Ward\uFFFFclosed";
			default -> reason;
		};
	}

	@Test
	void takesNoFormWithoutItsToken() throws Exception {
		signIn("office", PASSWORD);

		assertThat(post("/objectives/6b/override", "stale",
				Map.of("status", "delayed", "reason", "x", "until", this.inAMonth))
			.statusCode()).isEqualTo(403);
	}

	@Test
	void signsOut() throws Exception {
		signIn("office", PASSWORD);

		assertThat(post("/logout", token("/"), Map.of()).body()).contains("You are signed out.");
		assertThat(get("/").body()).contains("Sign in");
	}

	private HttpResponse<String> signIn(String user, String password) throws Exception {
		return post("/login", token("/login"), Map.of("username", user, "password", password));
	}

	private String token(String page) throws Exception {
		Matcher token = TOKEN.matcher(get(page).body());
		assertThat(token.find()).as("a form on %s", page).isTrue();
		return token.group(1);
	}

	private String json(String address) throws IOException, InterruptedException {
		return this.browser
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + address)).build(),
					BodyHandlers.ofString())
			.body();
	}

	private HttpResponse<String> get(String address) throws IOException, InterruptedException {
		return get(URI.create("http://127.0.0.1:" + this.port + address));
	}

	private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
		return this.browser.send(HttpRequest.newBuilder(address).header("Accept", "text/html").build(),
				BodyHandlers.ofString());
	}

	/** A day is typed into three fields. */
	private HttpResponse<String> post(String address, String token, Map<String, String> fields) throws Exception {
		Map<String, String> typed = new LinkedHashMap<>(fields);
		for (String name : List.of("from", "until")) {
			String day = typed.remove(name);
			if (day != null) {
				String[] parts = day.split("-", 3);
				typed.put(name + "-year", parts[0]);
				typed.put(name + "-month", parts[1]);
				typed.put(name + "-day", parts[2]);
			}
		}
		String form = typed.entrySet()
			.stream()
			.map((field) -> "&" + field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("", "_csrf=" + token, ""));
		return this.browser.send(form(address, "application/x-www-form-urlencoded", form), BodyHandlers.ofString());
	}

	private HttpResponse<String> send(String fileName, String content) throws Exception {
		return send("/deliveries", fileName, content);
	}

	private HttpResponse<String> send(String address, String fileName, String content) throws Exception {
		String form = part("name=\"_csrf\"", token("/deliveries"))
				+ part("name=\"files\"; filename=\"" + fileName + "\"", content) + "--" + BOUNDARY + "--\r\n";
		return this.browser.send(form(address, "multipart/form-data; boundary=" + BOUNDARY, form),
				BodyHandlers.ofString());
	}

	private static String part(String name, String content) {
		return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + name + "\r\n\r\n" + content + "\r\n";
	}

	private HttpRequest form(String address, String type, String body) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + address))
			.header("Accept", "text/html")
			.header("Content-Type", type)
			.POST(BodyPublishers.ofString(body))
			.build();
	}

}
