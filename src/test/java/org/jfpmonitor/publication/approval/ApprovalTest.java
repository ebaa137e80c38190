package org.jfpmonitor.publication.approval;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jfpmonitor.EveryCase;
import org.jfpmonitor.commentary.Opening;
import org.jfpmonitor.commentary.Openings;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.progress.Origin;
import org.jfpmonitor.progress.ProgressReports;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.publication.BoardPaper;
import org.jfpmonitor.publication.DataLoading;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.comments.FormBrowser;
import org.jfpmonitor.publication.page.StatusMark;
import org.jfpmonitor.store.TestStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

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

	@Autowired
	private ProgressReports positions;

	@Autowired
	private PlanVersions plans;

	@Autowired
	private TransactionTemplate transactions;

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
				Map.of("statuses.6b", "on_track", "reasons.6b", "The board counts beds agreed"));

		String number = published.uri().getPath().replace("/reports/", "");
		assertThat(published.body()).contains("Report " + number + " is published.", "approved by <span>office</span>",
				"Position on <span>31 December 2024</span>", "Beds &lt;b&gt;were&lt;/b&gt; opened",
				"The board counts beds agreed");
		assertThat(office.json("/api/objectives/6b?as-of=2024-12-31"))
			.contains("\"published\":{\"status\":\"on_track\",\"asOf\":\"2024-12-31\","
					+ "\"comment\":\"Beds <b>were</b> opened\\n\\nExpected next: 202 beds\","
					+ "\"reason\":\"The board counts beds agreed\"}");
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
		approve(office, "2025-02-28", Map.of("statuses.1a", "delayed", "reasons.1a", "Agreed later"));

		assertThat(main(office.get(address).body())).isEqualTo(before).doesNotContain("Written afterwards");
		assertThat(office.get("/report?as-of=2024-11-30").body()).contains("Written afterwards");
	}

	@EveryCase
	@Test
	void aFrozenReportSpeaksOfThePositionsThatItPublishesItself() throws Exception {
		FormBrowser office = signedIn("office");
		String first = approve(office, "2025-01-31", Map.of("statuses.7a", "completed", "reasons.7a", "Agreed in June"))
			.uri()
			.getPath();
		assertThat(main(office.get(first).body())).contains("They differ for <strong>1</strong> of <span>21</span>",
				"Published as Completed as of 31 January 2025; the figures and milestones say");

		HttpResponse<String> corrected = approve(office, "2025-01-31", Map.of("correction", "7a was typed wrong",
				"statuses.7a", "delayed", "reasons.7a", "One trust is missing"));

		assertThat(main(corrected.body()))
			.contains("They differ for <strong>1</strong> of <span>21</span>",
					"Published as Delayed as of 31 January 2025; the figures and milestones say")
			.doesNotContain("Published as Completed");
	}

	@Test
	void whatWasComputedThenIsWhatTheReportRecordedWhateverIsKnownToday() {
		LocalDate day = LocalDate.parse("2024-10-17");
		Instant at = Instant.parse("2024-11-02T10:00:00Z");
		PlanVersion version = plan().on(day);
		PublishedReport report = this.transactions.execute((transaction) -> {
			PublishedReport added = new PublishedReport(this.reports.nextNumber(), version.plan().id(), day, day,
					version.number(), "office", at, null, null, List.of(),
					List.of(new PublishedReport.PublishedLine(ObjectiveCode.of("5a"), "Falls", Status.COMPLETED,
							Status.COMPLETED, "", "", "", List.of())));
			this.reports.add(added, version, "", Map.of());
			return added;
		});
		PublishedPosition approved = new PublishedPosition(ObjectiveCode.of("5a"), day, Status.COMPLETED, "",
				new Origin(null, null, Place.line(0), report.publishedAt()));
		PublishedPosition ofAFile = new PublishedPosition(ObjectiveCode.of("5a"), day, Status.COMPLETED, "",
				new Origin(DeliveryId.of(7), "board.csv", Place.line(2), at));

		assertThat(this.reports.computed(report.plan(), List.of(approved)))
			.isEqualTo(Map.of(ObjectiveCode.of("5a"), StatusMark.COMPLETED));
		assertThat(this.reports.computed(report.plan(), List.of(ofAFile))).isEmpty();
	}

	@EveryCase
	@Test
	void theReasonOfAPublishedStatusStandsWhereverThatStatusStands() throws Exception {
		FormBrowser office = signedIn("office");
		approve(office, "2025-01-15", Map.of("statuses.8a", "completed", "reasons.8a", "The last site opened"));

		assertThat(office.get("/objectives/8a?as-of=2025-01-15").body())
			.contains("Reason given for the published status: <span>The last site opened</span>");
		assertThat(office.json("/api/objectives/8a?as-of=2025-01-15"))
			.contains("\"published\":{\"status\":\"completed\",\"asOf\":\"2025-01-15\",\"comment\":\"\","
					+ "\"reason\":\"The last site opened\"}");
		assertThat(main(office.get("/report?as-of=2025-01-15").body())).contains("The last site opened",
				"which 21 of 21 objectives have."
						+ " The board and the API count the status that holds, computed or set manually.");
		assertThat(office.get("/report.csv?as-of=2025-01-15").body())
			.contains("Reason for the published status: The last site opened");
	}

	@Test
	void theLinkToTheEmailsIsShownToWhoMayFollowIt() throws Exception {
		assertThat(signedIn("office").get("/").body()).contains("href=\"/mails\"");
		assertThat(signedIn("office").get("/mails").statusCode()).isEqualTo(200);
		assertThat(signedIn("reader").get("/").body()).contains("href=\"/feeds\"").doesNotContain("href=\"/mails\"");
		assertThat(signedIn("reader").get("/mails").statusCode()).isEqualTo(403);
	}

	@EveryCase
	@Test
	void whatIsPublishedAsNotAssessedDiffersFromAComputedStatus() throws Exception {
		FormBrowser office = signedIn("office");
		approve(office, "2025-01-20",
				Map.of("statuses.8a", "not_assessed", "reasons.8a", "The board will decide in May"));

		assertThat(office.json("/api/objectives/8a?as-of=2025-01-20"))
			.contains("\"published\":{\"status\":null,\"asOf\":\"2025-01-20\",\"comment\":\"\","
					+ "\"reason\":\"The board will decide in May\"}");
		assertThat(office.get("/?as-of=2025-01-20").body()).containsPattern(
				">11</span> <span>Not assessed</span></a\\s*>\\s*<span class=\"jfp-small\">12 published</span>");
		assertThat(office.get("/?as-of=2025-01-20&only=disagreements").body()).contains("id=\"objective-8a\"",
				"published <span>Not assessed</span>");
		assertThat(main(office.get("/report?as-of=2025-01-20").body())).contains(
				"They differ for <strong>1</strong> of <span>21</span> objectives.",
				"Published as Not assessed as of 20 January 2025; the figures and milestones say No Longer Applicable.");
	}

	@EveryCase
	@Test
	void aCommentWrittenAfterAReportStandsInTheNextAndIsNamedWhenItIsRepeated() throws Exception {
		FormBrowser office = signedIn("office");
		approve(office, "2025-05-12", Map.of());
		String before = main(office.get("/report?as-of=2025-05-14").body());
		office.post("/objectives/7b/comments/2025-04", office.token("/"),
				Map.of("state", "final", "figures", "Waits are down"));

		String live = main(office.get("/report?as-of=2025-05-14").body());
		assertThat(before).doesNotContain("Waits are down");
		assertThat(live).containsPattern("Waits are down[^§]*For <span>April 2025</span>")
			.doesNotContain("As published on <span>14 May 2025");
		assertThat(office.get("/report/approve?as-of=2025-05-14").body()).contains("Waits are down");
		assertThat(office.get("/report.csv?as-of=2025-05-14").body()).contains("Waits are down\n\nFor April 2025");
		assertThat(office.json("/api/reports/draft?as-of=2025-05-14"))
			.contains("\"comment\":\"Waits are down\",\"commentOrigin\":\"For April 2025\"");
		HttpResponse<String> published = approve(office, "2025-05-14", Map.of());
		assertThat(main(published.body())).contains("Waits are down");
		assertThat(office.json("/api" + published.uri().getPath()))
			.contains("\"comment\":\"Waits are down\",\"commentOrigin\":\"For April 2025\"");

		assertThat(main(office.get("/report?as-of=2025-05-15").body())).contains("Waits are down",
				"As published on <span>14 May 2025</span>");
		assertThat(office.json("/report.json?as-of=2025-05-15"))
			.contains("Waits are down\\n\\nFor April 2025, as published on 14 May 2025");
		assertThat(office.get("/report/approve?as-of=2025-05-15").body())
			.contains("Without a comment newer than the last report: ");
	}

	@EveryCase
	@Test
	void whatIsSaidOfAMeasureStandsUnderTheCommentOfItsObjective() throws Exception {
		FormBrowser office = signedIn("office");
		Matcher measure = Pattern.compile("\"measures\":\\[\\{\"id\":\"([^\"]+)\"")
			.matcher(office.json("/api/objectives/6c"));
		assertThat(measure.find()).isTrue();
		office.post("/objectives/6c/comments/2025-02", office.token("/"),
				Map.of("state", "final", "figures", "One site was closed", "measure", measure.group(1)));

		assertThat(main(office.get("/report?as-of=2025-02-28").body())).contains("One site was closed");
		assertThat(office.get("/report/approve?as-of=2025-02-28").body()).contains("One site was closed");
		assertThat(office.get("/report.csv?as-of=2025-02-28").body()).contains(", February 2025: One site was closed");
		assertThat(office.json("/api/reports/draft?as-of=2025-02-28")).contains(", February 2025: One site was closed");
	}

	@EveryCase
	@Test
	void theNextReportSaysWhatChangedSince() throws Exception {
		FormBrowser office = signedIn("office");
		approve(office, "2023-03-31", Map.of("statuses.2a", "on_track", "reasons.2a", "Agreed"));

		HttpResponse<String> next = approve(office, "2023-06-30",
				Map.of("statuses.2a", "delayed", "reasons.2a", "Slipped"));

		assertThat(next.body()).contains("What changed since last time")
			.contains("<strong>2a</strong> <span>from On Track on 31 March 2023 to Delayed, published otherwise than"
					+ " computed (Not assessed): ")
			.contains("<p>Reason for the published status: Slipped.</p>");
		assertThat(office.get("/report.csv?as-of=2023-06-30").body()).contains(
				"2a from On Track on 31 March 2023 to Delayed, published otherwise than computed (Not assessed): ");
		assertThat(office.json("/report.json?as-of=2023-06-30"))
			.contains("\"reasons\":[\"Reason for the published status: Slipped.\",\"By its figures and milestones: Not"
					+ " assessed.\",");
	}

	@EveryCase
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

	@EveryCase
	@Test
	void twoEditorsAtOnceGiveOneReport() throws Exception {
		Viewpoint viewpoint = new Viewpoint(plan(), LocalDate.of(2024, 9, 30), LocalDate.of(2025, 5, 15));
		String seen = DraftFingerprint.of(this.approvals.draft(viewpoint));
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
			return this.approvals.approve(new WantedApproval(seen, Map.of(), Map.of(), null, null, null), viewpoint,
					editor);
		}
		catch (AlreadyPublished refused) {
			return refused;
		}
	}

	@Test
	void aCorrectionIsAReportOfItsOwnThatNamesTheOneItCorrects() throws Exception {
		FormBrowser office = signedIn("office");
		String first = approve(office, "2024-08-31", Map.of("statuses.1b", "delayed", "reasons.1b", "Agreed in June"))
			.uri()
			.getPath();

		assertThat(approve(office, "2024-08-31", Map.of("correction", " ")).body())
			.contains("<a href=\"#correction\">Enter what is corrected and why</a>");
		HttpResponse<String> corrected = approve(office, "2024-08-31", Map.of("correction", "3a was typed wrong",
				"statuses.3a", "delayed", "reasons.3a", "The hub opens later"));

		String second = corrected.uri().getPath();
		assertThat(second).isNotEqualTo(first);
		assertThat(corrected.body()).contains("It corrects <a href=\"" + first + "\">", "3a was typed wrong");
		assertThat(office.get(first).body()).contains("It was corrected later, by <a href=\"" + second + "\">",
				"3a was typed wrong");
		assertThat(office.get("/reports").body()).contains(first, second, "3a was typed wrong");
		assertThat(office.json("/api/objectives/3a?as-of=2024-08-31"))
			.contains("\"published\":{\"status\":\"delayed\"");
		assertThat(corrected.body()).as("what is not corrected stays").contains("Agreed in June");
		assertThat(office.json("/api/objectives/1b?as-of=2024-08-31"))
			.contains("\"published\":{\"status\":\"delayed\"");
	}

	@Test
	void aStatusThatDiffersNeedsAReasonAtItsField() throws Exception {
		HttpResponse<String> refused = approve(signedIn("office"), "2024-07-31", Map.of("statuses.7a", "completed"));

		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).contains("<title>Error: Approve the report on 31 July 2024",
				"<a href=\"#reasons.7a\">Enter why 7a is published as Completed and not as Not assessed</a>",
				"value=\"completed\" selected=\"selected\"");
		assertThat(ofDay("2024-07-31")).isEmpty();
	}

	@EveryCase
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
	void nothingIsPublishedOverWhatMovesWhileTheReportIsRead() throws Exception {
		FormBrowser office = signedIn("office");
		FormBrowser owner = signedIn("office");
		Map<String, String> form = form(office, "2024-09-15", Map.of("opening", "Written while others write"));
		Meanwhile.done = () -> owner.post("/objectives/5a/comments/2024-08", owner.token("/"),
				Map.of("state", "final", "figures", "New since the first look"));
		try {
			HttpResponse<String> refused = office.post("/report/approve", office.token("/"), form);

			assertThat(refused.statusCode()).isEqualTo(409);
			assertThat(refused.body()).contains("New figures or comments have come since you opened this page.",
					"New since the first look");
		}
		finally {
			Meanwhile.done = () -> "";
		}
		assertThat(ofDay("2024-09-15")).isEmpty();
		assertThat(office.json("/api/reports/draft?as-of=2024-09-15")).contains("\"opening\":[]");
	}

	@Test
	void nothingIsPublishedWhileDataIsStillBeingRead() throws Exception {
		FormBrowser office = signedIn("office");
		Loading.progress = new DataLoading.LoadingProgress(3, 12);
		try {
			HttpResponse<String> refused = approve(office, "2024-03-31", Map.of());

			assertThat(refused.statusCode()).isEqualTo(409);
			assertThat(refused.body())
				.contains("<a href=\"#objectives\">Data is still being read: 3 of 12 months of files"
						+ " are in. Until all are, the statuses shown do not count yet. Approve the report then.</a>");
		}
		finally {
			Loading.progress = null;
		}
		assertThat(ofDay("2024-03-31")).isEmpty();
	}

	@EveryCase
	@Test
	void faultsOfAnApprovalStandInTheOrderOfItsFields() throws Exception {
		FormBrowser office = signedIn("office");
		approve(office, "2023-11-30", Map.of());

		HttpResponse<String> refused = approve(office, "2023-11-30",
				Map.of("correction", "", "opening", "a".repeat(4001), "statuses.1a", "completed"));

		assertThat(refused.body()).containsSubsequence("<a href=\"#correction\">", "<a href=\"#opening\">",
				"<a href=\"#reasons.1a\">", "</ul>");
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

	@EveryCase
	@Test
	void theOpeningPointsArePartOfTheDraftAndFrozenWithTheReport() throws Exception {
		FormBrowser office = signedIn("office");
		HttpResponse<String> saved = office.post("/report/opening", office.token("/"),
				form(office, "2024-04-30", Map.of("opening", "- Three facilities <opened>\n\n* Fewer falls")));
		assertThat(saved.statusCode()).isEqualTo(200);
		assertThat(office.get("/report?as-of=2024-04-30").body()).contains("<li>Three facilities &lt;opened&gt;</li>",
				"<li>Fewer falls</li>", "Draft: only editors see the points");
		assertThat(office.json("/report.json?as-of=2024-04-30")).contains("\"Fewer falls\"",
				"Draft: only editors see the points");
		FormBrowser reader = signedIn("reader");
		assertThat(reader.get("/report?as-of=2024-04-30").body()).doesNotContain("Fewer falls", "In short");
		assertThat(reader.get("/report.csv?as-of=2024-04-30").body()).doesNotContain("Fewer falls");
		assertThat(reader.get("/report.json?as-of=2024-04-30").body()).doesNotContain("Fewer falls");
		assertThat(reader.get("/api/reports/draft?as-of=2024-04-30").statusCode()).isEqualTo(403);

		String address = approve(office, "2024-04-30", Map.of("opening", "Fewer falls\nMore beds")).uri().getPath();
		office.post("/report/opening", office.token("/"),
				form(office, "2024-04-30", Map.of("opening", "Written afterwards")));

		assertThat(main(office.get(address).body())).contains("<li>Fewer falls</li>", "<li>More beds</li>")
			.doesNotContain("facilities", "Written afterwards");
		assertThat(office.json("/api" + address)).contains("\"opening\":[\"Fewer falls\",\"More beds\"]");
		assertThat(office.get(address + "/report.csv").body()).contains("opening,,,,,More beds,,,");
		assertThat(office.get(address + "/report.json").body()).contains("\"opening\":[\"Fewer falls\",\"More beds\"]");
		assertThat(office.json("/report.json?as-of=2024-04-30")).contains("\"opening\":[\"Written afterwards\"]");
		assertThat(reader.get("/report.json?as-of=2024-04-30").body())
			.contains("\"opening\":[\"Fewer falls\",\"More beds\"]");
	}

	@EveryCase
	@Test
	void twoPeopleAtTheOpeningPointsLoseNothing() throws Exception {
		FormBrowser office = signedIn("office");
		Map<String, String> mine = form(office, "2023-12-31", Map.of("opening", "Mine"));
		office.post("/report/opening", office.token("/"), form(office, "2023-12-31", Map.of("opening", "Theirs")));

		HttpResponse<String> refused = office.post("/report/opening", office.token("/"), mine);

		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).contains("<a href=\"#opening\">The points were changed by office while you wrote.",
				"Theirs\nMine</textarea>");
		assertThat(office.json("/api/reports/draft?as-of=2023-12-31")).contains("\"opening\":[\"Theirs\"]");
	}

	@EveryCase
	@Test
	void thePdfAndTheWordDocumentOfAReportAreThoseOfTheDay() throws Exception {
		FormBrowser office = signedIn("office");
		String address = approve(office, "2024-01-31",
				Map.of("statuses.6a", "delayed", "reasons.6a", "Handover work goes on"))
			.uri()
			.getPath();
		long number = Long.parseLong(address.replace("/reports/", ""));
		byte[] pdf = this.reports.document(number, BoardPaper.Format.PDF).orElseThrow();
		office.post("/objectives/6a/comments/2024-01", office.token("/"),
				Map.of("state", "final", "figures", "Written afterwards"));

		assertThat(this.reports.document(number, BoardPaper.Format.PDF).orElseThrow()).isEqualTo(pdf);
		try (PDDocument document = Loader.loadPDF(pdf)) {
			assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
				.contains("Reason for the published status: Handover work goes on")
				.doesNotContain("Not published yet. 6a", "Written afterwards");
		}
		try (XWPFDocument document = new XWPFDocument(
				new ByteArrayInputStream(this.reports.document(number, BoardPaper.Format.DOCX).orElseThrow()))) {
			assertThat(document.getTables().toString()).isNotEmpty();
		}
		assertThat(office.get(address).body()).contains("href=\"" + address + "/report.pdf\"");
		assertThat(office.get(address + "/report.exe").statusCode()).isEqualTo(404);
		assertThat(office.get("/reports/999/report.pdf").statusCode()).isEqualTo(404);
	}

	@EveryCase
	@Test
	void programsApproveByTheSameRules() throws Exception {
		String draft = signedIn("office").json("/api/reports/draft?as-of=2024-02-29");
		Matcher seen = Pattern.compile("\"seen\":\"([0-9a-f]+)\"").matcher(draft);
		assertThat(seen.find()).isTrue();
		String address = "/api/reports?as-of=2024-02-29";
		String approval = "{\"seen\":\"" + seen.group(1) + "\",\"statuses\":{\"2a\":\"delayed\"},%s"
				+ "\"opening\":\"More beds\"}";
		FormBrowser program = new FormBrowser(this.port);

		assertThat(program.program("reader", PASSWORD, address, approval.formatted("")).statusCode()).isEqualTo(403);
		assertThat(program.program("office", PASSWORD, address, approval.formatted("")).body()).contains(
				"\"status\":400",
				"reasons.2a: expected why the published status is not the computed one, found nothing.");
		assertThat(
				program
					.program("office", PASSWORD, address,
							"{\"seen\":\"" + seen.group(1)
									+ "\",\"statuses\":{\"9z\":\"delayed\"},\"reasons\":{\"2A\":\"x\"}}")
					.body())
			.contains("\"status\":400", "objective: expected the code of an objective of the plan, found \\\"2A\\\".",
					"found \\\"9z\\\".");
		assertThat(program.program("office", PASSWORD, address, "{\"seen\":\"0\"}").body()).contains("\"status\":409",
				"New figures or comments have come");
		assertThat(
				program
					.program("office", PASSWORD, address,
							approval
								.formatted("\"reasons\":{\"2a\":\"Agreed\"},\"corrects\":999,\"correction\":\"So\","))
					.body())
			.contains("\"status\":400", "corrects: expected no report to correct, as none of this plan was"
					+ " published for 2024-02-29, found \\\"999\\\".");
		HttpResponse<String> published = program.program("office", PASSWORD, address,
				approval.formatted("\"reasons\":{\"2a\":\"Agreed\"},"));
		assertThat(published.statusCode()).isEqualTo(201);
		assertThat(published.body()).contains("\"asOf\":\"2024-02-29\"", "\"author\":\"office\"",
				"\"opening\":[\"More beds\"]", "\"status\":\"delayed\",\"computed\":null,\"reason\":\"Agreed\"");
		assertThat(program.program("office", PASSWORD, address, approval.formatted("")).body())
			.contains("\"status\":409", "was published already, by office.");
	}

	@Test
	void whatWasApprovedHoldsAgainstAFileOfTheSameDay() throws Exception {
		FormBrowser office = signedIn("office");
		approve(office, "2024-03-31", Map.of("statuses.3b", "completed", "reasons.3b", "Vacancies are filled"));
		this.transactions.executeWithoutResult((transaction) -> this.positions.recordPositions(PlanId.of("nw-jfp-2024"),
				List.of(new PublishedPosition(ObjectiveCode.of("3b"), LocalDate.of(2024, 3, 31), Status.DELAYED,
						"As a file says", new Origin(DeliveryId.of(7), "progress.csv", Place.line(2),
								Instant.parse("2025-05-15T20:00:00Z"))))));

		assertThat(office.json("/api/objectives/3b?as-of=2024-03-31"))
			.contains("\"published\":{\"status\":\"completed\"");
		assertThat(office.get("/objectives/3b").body()).contains(
				". It does not hold: a report on this day was approved, and what was approved holds until a correction of it is published");
	}

	private PlanEditions plan() {
		return this.plans.current().single().orElseThrow();
	}

	private List<PublishedReport> ofDay(String day) {
		return this.reports.all(plan()).stream().filter((each) -> each.asOf().toString().equals(day)).toList();
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

	/** Files that are still being read, where a test says so. */
	@TestConfiguration
	static class Loading {

		static volatile DataLoading.@Nullable LoadingProgress progress;

		@Bean
		DataLoading loadingAsTold() {
			return () -> Optional.ofNullable(progress);
		}

	}

	/**
	 * What others do after an approval has read the report for the first time, and before
	 * it reads it again: then new opening points are added.
	 */
	@TestConfiguration
	static class Meanwhile {

		static volatile Callable<?> done = () -> "";

		@Bean
		static BeanPostProcessor meanwhile() {
			return new BeanPostProcessor() {
				@Override
				public Object postProcessAfterInitialization(Object bean, String name) {
					return (bean instanceof Openings openings) ? new Disturbed(openings) : bean;
				}
			};
		}

		private record Disturbed(Openings openings) implements Openings {

			@Override
			public Optional<Opening> shown(PlanId plan, LocalDate asOf, LocalDate knownOn, boolean drafts) {
				return this.openings.shown(plan, asOf, knownOn, drafts);
			}

			@Override
			public Optional<Opening> newest(PlanId plan, LocalDate asOf) {
				return this.openings.newest(plan, asOf);
			}

			@Override
			public boolean add(PlanId plan, Opening opening) {
				try {
					done.call();
				}
				catch (Exception ex) {
					throw new IllegalStateException(ex);
				}
				return this.openings.add(plan, opening);
			}

		}

	}

	private FormBrowser signedIn(String user) throws Exception {
		return FormBrowser.of(this.port, user, PASSWORD);
	}

}
