package org.jfpmonitor.publication.approval;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.comments.FormBrowser;
import org.jfpmonitor.store.TestStore;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A report is published in one act, once, and stays as it was. */
@TestStore
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "jfp.today=2025-05-15", "jfp.access.reading=" })
class ApprovalTest {

	private static final String PASSWORD = "a quiet corner of the ward";

	@LocalServerPort
	private int port;

	@Autowired
	private Approvals approvals;

	@Autowired
	private PublishedReports reports;

	@DynamicPropertySource
	static void users(DynamicPropertyRegistry properties) {
		String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
		String[][] users = { { "office", "editor" }, { "reader", "" } };
		for (int i = 0; i < users.length; i++) {
			String[] user = users[i];
			properties.add("jfp.access.users[" + i + "].name", () -> user[0]);
			properties.add("jfp.access.users[" + i + "].password", () -> hash);
			properties.add("jfp.access.users[" + i + "].roles", () -> user[1]);
		}
	}

	@Test
	void statusesAndCommentsBecomeThePublishedPositionsOfTheDay() throws Exception {
		FormBrowser office = signedIn("office");
		office.post("/objectives/6b/comments/2024-12", office.token("/"),
				Map.of("state", "final", "figures", "Beds <b>were</b> opened", "expected", "202 beds"));

		HttpResponse<String> published = approve(office, "2024-12-31",
				Map.of("status-6b", "on_track", "reason-6b", "The board counts beds agreed"));

		String number = published.uri().getPath().replace("/reports/", "");
		assertThat(published.body()).contains("Report " + number + " is published.", "approved by <span>office</span>",
				"Position on <span>31 December 2024</span>", "Beds &lt;b&gt;were&lt;/b&gt; opened",
				"The board counts beds agreed");
		assertThat(office.json("/api/objectives/6b?as-of=2024-12-31"))
			.contains("\"published\":{\"status\":\"on_track\",\"asOf\":\"2024-12-31\","
					+ "\"comment\":\"Beds <b>were</b> opened\\n\\nExpected next: 202 beds\"}");
		assertThat(office.json("/api/reports/" + number)).contains("\"asOf\":\"2024-12-31\"", "\"author\":\"office\"",
				"{\"id\":\"6b\",",
				"\"status\":\"on_track\",\"computed\":null,\"reason\":\"The board counts beds agreed\"");
		assertThat(office.get("/audit").body()).contains("Published a report",
				"Report " + number + ", position on 2024-12-31, using data received by 2025-05-15");
	}

	@Test
	void aPublishedReportStaysAsItWasWhateverComesLater() throws Exception {
		FormBrowser office = signedIn("office");
		HttpResponse<String> published = approve(office, "2024-11-30", Map.of());
		String address = published.uri().getPath();
		String before = main(office.get(address).body());

		office.post("/objectives/6c/comments/2024-11", office.token("/"),
				Map.of("state", "final", "figures", "Written afterwards"));
		approve(office, "2025-02-28", Map.of("status-1a", "delayed", "reason-1a", "Agreed later"));

		assertThat(main(office.get(address).body())).isEqualTo(before).doesNotContain("Written afterwards");
		assertThat(office.get("/report?as-of=2024-11-30").body()).contains("Written afterwards");
	}

	@Test
	void theNextReportSaysWhatChangedSince() throws Exception {
		FormBrowser office = signedIn("office");
		approve(office, "2023-03-31", Map.of("status-2a", "on_track", "reason-2a", "Agreed"));

		HttpResponse<String> next = approve(office, "2023-06-30",
				Map.of("status-2a", "delayed", "reason-2a", "Slipped"));

		assertThat(next.body()).contains("What changed since last time")
			.containsPattern("<strong>2a</strong> from <span>On Track</span> on <span>31 March 2023</span> to"
					+ " <strong>Delayed</strong>");
	}

	@Test
	void pressingTwiceGivesOneReport() throws Exception {
		FormBrowser office = signedIn("office");
		Map<String, String> form = form(office, "2024-10-31", Map.of());
		String token = office.token("/");

		HttpResponse<String> first = office.post("/report/approve", token, form);
		HttpResponse<String> second = office.post("/report/approve", token, form);

		assertThat(second.uri().getPath()).isEqualTo(first.uri().getPath()).startsWith("/reports/");
		assertThat(second.body()).contains("was published already, by office.", "Nothing was changed.");
		assertThat(ofDay("2024-10-31")).hasSize(1);
	}

	@Test
	void twoEditorsAtOnceGiveOneReport() throws Exception {
		Viewpoint viewpoint = new Viewpoint(LocalDate.of(2024, 9, 30), LocalDate.of(2025, 5, 15));
		String seen = Approvals.fingerprint(this.approvals.draft(viewpoint));
		ExecutorService people = Executors.newFixedThreadPool(2);
		CountDownLatch both = new CountDownLatch(2);
		List<Future<Object>> outcomes = Stream.of("office", "secretary")
			.map((editor) -> people.submit((Callable<Object>) () -> attempt(editor, seen, viewpoint, both)))
			.toList();

		List<Object> found = List.of(outcomes.get(0).get(), outcomes.get(1).get());
		people.shutdown();

		assertThat(found).hasAtLeastOneElementOfType(PublishedReport.class)
			.hasAtLeastOneElementOfType(AlreadyPublished.class);
		assertThat(ofDay("2024-09-30")).singleElement()
			.extracting(PublishedReport::author)
			.isEqualTo(found.stream()
				.flatMap((each) -> (each instanceof PublishedReport report) ? Stream.of(report.author())
						: Stream.empty())
				.findFirst()
				.orElseThrow());
	}

	private Object attempt(String editor, String seen, Viewpoint viewpoint, CountDownLatch both) throws Exception {
		both.countDown();
		both.await();
		try {
			return this.approvals.approve(new Approvals.WantedApproval(seen, Map.of(), Map.of(), null, null), viewpoint,
					editor);
		}
		catch (AlreadyPublished refused) {
			return refused;
		}
	}

	@Test
	void aCorrectionIsAReportOfItsOwnThatNamesTheOneItCorrects() throws Exception {
		FormBrowser office = signedIn("office");
		String first = approve(office, "2024-08-31", Map.of("status-1b", "delayed", "reason-1b", "Agreed in June"))
			.uri()
			.getPath();

		assertThat(approve(office, "2024-08-31", Map.of("correction", " ")).body())
			.contains("<a href=\"#correction\">Enter what is corrected and why</a>");
		HttpResponse<String> corrected = approve(office, "2024-08-31",
				Map.of("correction", "3a was typed wrong", "status-3a", "delayed", "reason-3a", "The hub opens later"));

		String second = corrected.uri().getPath();
		assertThat(second).isNotEqualTo(first);
		assertThat(corrected.body()).contains("It corrects <a href=\"" + first + "\">", "3a was typed wrong");
		assertThat(office.get(first).body()).contains("It was corrected later, by <a href=\"" + second + "\">");
		assertThat(office.get("/reports").body()).contains(first, second, "3a was typed wrong");
		assertThat(office.json("/api/objectives/3a?as-of=2024-08-31"))
			.contains("\"published\":{\"status\":\"delayed\"");
		assertThat(corrected.body()).as("what is not corrected stays").contains("Agreed in June");
		assertThat(office.json("/api/objectives/1b?as-of=2024-08-31"))
			.contains("\"published\":{\"status\":\"delayed\"");
	}

	@Test
	void aStatusThatDiffersNeedsAReasonAtItsField() throws Exception {
		HttpResponse<String> refused = approve(signedIn("office"), "2024-07-31", Map.of("status-7a", "completed"));

		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).contains("<title>Error: Approve the report on 31 July 2024",
				"<a href=\"#reason-7a\">Enter why 7a is published as Completed and not as Not assessed</a>",
				"value=\"completed\" selected=\"selected\"");
		assertThat(ofDay("2024-07-31")).isEmpty();
	}

	@Test
	void whatIsNewSinceTheApproverLookedIsTold() throws Exception {
		FormBrowser office = signedIn("office");
		Map<String, String> form = form(office, "2024-06-30", Map.of());
		office.post("/objectives/5a/comments/2024-06", office.token("/"), Map.of("state", "final", "figures", "New"));

		HttpResponse<String> refused = office.post("/report/approve", office.token("/"), form);

		assertThat(refused.statusCode()).isEqualTo(409);
		assertThat(refused.body()).contains("New figures or comments have come since you opened this page.");
		assertThat(ofDay("2024-06-30")).isEmpty();
		assertThat(approve(office, "2024-06-30", Map.of()).uri().getPath()).startsWith("/reports/");
	}

	@Test
	void onlyEditorsApproveAndEverybodyWhoMayReadReads() throws Exception {
		FormBrowser reader = signedIn("reader");
		String address = approve(signedIn("office"), "2024-05-31", Map.of()).uri().getPath();

		assertThat(reader.get("/report/approve").statusCode()).isEqualTo(403);
		assertThat(reader.post("/report/approve", reader.token("/"), Map.of()).statusCode()).isEqualTo(403);
		assertThat(reader.get("/report").body()).contains("Published reports").doesNotContain("Approve and publish");
		assertThat(reader.get(address).statusCode()).isEqualTo(200);
		assertThat(reader.get("/reports/999").statusCode()).isEqualTo(404);
	}

	private List<PublishedReport> ofDay(String day) {
		return this.reports.all().stream().filter((each) -> each.asOf().toString().equals(day)).toList();
	}

	private static String main(String page) {
		return page.substring(page.indexOf("<main>"), page.indexOf("</main>"));
	}

	private static HttpResponse<String> approve(FormBrowser browser, String asOf, Map<String, String> fields)
			throws Exception {
		return browser.post("/report/approve", browser.token("/"), form(browser, asOf, fields));
	}

	/** The form as it is shown, with these fields filled in. */
	private static Map<String, String> form(FormBrowser browser, String asOf, Map<String, String> fields)
			throws Exception {
		String page = browser.get("/report/approve?as-of=" + asOf + "&known-on=2025-05-15").body();
		Map<String, String> form = new HashMap<>();
		Matcher hidden = Pattern.compile("type=\"hidden\" name=\"([a-z-]+)\" value=\"([^\"]*)\"").matcher(page);
		while (hidden.find()) {
			form.put(hidden.group(1), hidden.group(2));
		}
		form.remove("_csrf");
		form.putAll(fields);
		return form;
	}

	private FormBrowser signedIn(String user) throws Exception {
		return FormBrowser.of(this.port, user, PASSWORD);
	}

}
