package org.jfpmonitor.publication.board;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages as a browser asks for them, over the example plan. */
@SpringBootTest(classes = ExampleServer.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "server.address=127.0.0.1")
class PagesTest {

	@LocalServerPort
	private int port;

	private RestTestClient client;

	@BeforeEach
	void open() {
		this.client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + this.port).build();
	}

	@Test
	void showsEveryObjectiveWithStatusFigureRequirementAndReason() {
		String board = page("/");
		assertThat(row(board, "1b")).contains(
				"1b Smoking in pregnancy owner@example.org Status On Track since May 2024 or before",
				"Latest 10.4% Oct to Dec 2024 Required 10.87% or less",
				"Why Mothers smoking at time of delivery: 10.4% (required now 10.87% or less). Early warning");
		assertThat(row(board, "5a")).contains("Status Delayed since May 2024 or before \u2260 published Completed",
				"Latest 0 of 1 milestones Overdue Required By 31 March 2025",
				"Falls service rolled out in all five places: was due by 31 March 2025 and is not achieved.");
		assertThat(row(board, "8a")).contains("Status No Longer Applicable since October 2024",
				"No Longer Applicable since 1 October 2024, as the plan says: The focus changed.");
	}

	@Test
	void showsWhatIsNotAssessedAsAnAnswerOfItsOwn() {
		assertThat(row(page("/"), "1c")).contains("Status Not assessed",
				"not assessed, because the plan sets no target yet: The plan gives no value for 2025/26.");
	}

	@Test
	void showsTheStatusThatHoldsAndBesideItTheComputedOne() {
		assertThat(row(page("/"), "6b"))
			.contains("Status On Track set manually until 30 June 2025; computed Underperformance");
	}

	@Test
	void namesFirstWhatIsUnderperformingOrDelayed() {
		assertThat(PageText.part(page("/"), "class=\"jfp-attention\"", "</section>")).isEqualTo(
				"Underperforming or delayed: 1 of 5 Delayed 5a Falls services since May 2024 or before Falls service rolled"
						+ " out in all five places: was due by 31 March 2025 and is not achieved.");
	}

	@Test
	void saysWhatChangedWhatIsOverdueAndWhatDrifts() {
		assertThat(PageText.part(page("/"), "class=\"jfp-news\"", "</div>")).contains(
				"Changed since the report of 31 March 2025 6b from Underperformance to On Track, set manually by"
						+ " programme-office@example.org until 30 June 2025"
						+ " Published otherwise than computed, which a report shows as a change from what was published:"
						+ " ≠ 5a published as Completed, computed Delayed",
				"Changed by the run of 14 April 2025 6b from On Track to Underperformance Figures have changed no status"
						+ " since, up to the run of 15 May 2025. Changed by people since: 6b from Underperformance to On"
						+ " Track, set manually by programme-office@example.org until 30 June 2025",
				"Overdue 5a Falls service rolled out in all five places, due 31 March 2025",
				"Early warnings 1b Mothers smoking at time of delivery: still On Track");
	}

	@Test
	void warnsOfDriftWhereverTheMeasureIsShown() {
		String warning = "Mothers smoking at time of delivery: still On Track, but the trend of its latest figures"
				+ " leads to 10.1% by 31 March 2026, against 9% required. First seen for October to December 2024.";
		assertThat(text("/", 200)).contains("Early warnings 1b " + warning);
		assertThat(text("/objectives/1b", 200)).contains("Early warning. " + warning);
		assertThat(text("/report", 200)).contains("Early warnings 1b " + warning);
	}

	@Test
	void countsStatusesThatHoldAndThosePublished() {
		String counts = PageText.part(page("/"), "class=\"jfp-counts\"", "</ul>");
		assertThat(counts).isEqualTo("2 On Track 1 published 0 Underperformance 1 published 1 Delayed 0 published"
				+ " 0 Completed 1 published 1 No Longer Applicable 1 published 1 Not assessed 1 without a published status");
	}

	@Test
	void showsTheLastTwelveMonthEndsInWordsAndShapes() {
		String board = page("/");
		assertThat(row(board, "6b"))
			.contains("On Track May 2024 to February 2025; Underperformance March 2025 to April" + " 2025");
		assertThat(board).contains("<title>Mar 2025: Underperformance</title><use href=\"#square-underperformance\"");
		assertThat(PageText.part(board, "id=\"key\"", "</p>")).isEqualTo("Month ends, oldest first: On Track"
				+ " Underperformance Delayed Completed No Longer Applicable Not assessed");
	}

	@Test
	void leadsToAnAddressThatPeopleCanPassOn() {
		EntityExchangeResult<String> answer = asked("/?status=on_track&ambition=&owner=owner@example.org&only=&sort="
				+ "severity&as-of-day=30&as-of-month=4&as-of-year=2025&known-on-day=15&known-on-month=5&known-on-year=2025");
		assertThat(answer.getStatus().value()).isEqualTo(302);
		assertThat(answer.getResponseHeaders().getFirst("Location"))
			.endsWith("/?as-of=2025-04-30&status=on_track&owner=owner%40example.org&sort=severity");
	}

	@Test
	void putsTheWorstFirstWhereAsked() {
		assertThat(PageText.of(page("/?sort=severity"))).containsSubsequence("Worst first 5a", "1c", "1b", "6b", "8a");
	}

	@Test
	void showsMeasuresAtAGlance() {
		String page = page("/measures");
		assertThat(PageText.part(page, "id=\"measure-virtual-ward-beds\"", "</tr>")).contains(
				"6b Virtual ward beds Latest 170 31 Mar 2025 Required 202 or more Status Underperformance",
				"Variation, assurance Concern Expected to fail Owner owner@example.org");
		assertThat(PageText.part(page, "jfp-matrix", "</table>")).contains(
				"Variation Expected to fail Hit and miss Expected to pass Not known; each measure's row says why",
				"Concern 6b Virtual ward beds");
		assertThat(text("/measures?only=warnings", 200)).contains("1 of 3 measures shown.");
	}

	@Test
	void givesMeasuresAtAGlanceAsCsv() {
		assertThat(asked("/measures.csv").getResponseBody())
			.startsWith("objective,measure,title,status,latest,period,required,variation,assurance,overdue,owner\r\n")
			.contains("6b,virtual-ward-beds,Virtual ward beds,Underperformance,170,31 Mar 2025,202 or more,Concern,"
					+ "Expected to fail,no,owner@example.org\r\n");
		assertThat(asked("/measures.csv?only=warnings").getResponseBody()).contains("\r\n1b,")
			.doesNotContain("6b,virtual-ward-beds");
		assertThat(page("/measures?only=warnings")).contains("href=\"/measures.csv?only=warnings\"");
	}

	@Test
	void explainsHowToReadAControlChart() {
		assertThat(text("/how-to-read-a-control-chart", 200))
			.contains("Hit and miss The target lies between the limits");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			?only=disagreements         | 5a          | 1 of 5 objectives shown.
			?status=on_track            | 1b 6b       | 2 of 5 objectives shown.
			?status=underperformance    |             | 0 of 5 objectives shown.
			?only=overdue               | 5a          | 1 of 5 objectives shown.
			?only=warnings              | 1b          | 1 of 5 objectives shown.
			?only=set-manually          | 6b          | 1 of 5 objectives shown.
			?owner=owner@example.org    | 1b 1c 5a 6b 8a | 5 of 5 objectives shown.
			?status=not_assessed        | 1c          | 1 of 5 objectives shown.
			?ambition=1                 | 1b 1c       | 2 of 5 objectives shown.
			?ambition=1&status=delayed  |             | 0 of 5 objectives shown. No objective is like this.
			?status=&ambition=&only=    | 1b 1c 5a 6b 8a |
			""")
	void showsOnlyWhatIsAskedFor(String query, String codes, String words) {
		String board = page("/" + query);
		for (String code : new String[] { "1b", "1c", "5a", "6b", "8a" }) {
			assertThat(board.contains("id=\"objective-" + code + "\"")).as(code)
				.isEqualTo(codes != null && codes.contains(code));
		}
		assertThat(PageText.of(board)).contains((words != null) ? words : "");
	}

	@Test
	void keepsLookingFromTheSameDay() {
		String board = page("/?as-of=2025-02-28&known-on=2025-03-14");
		assertThat(PageText.of(board)).contains("Position on 28 February 2025, using data received by 14 March 2025.");
		assertThat(row(board, "6b"))
			.contains("Status On Track since March 2024 or before \u2260 published Underperformance Latest");
		assertThat(board).contains("href=\"/objectives/6b?as-of=2025-02-28&amp;known-on=2025-03-14\"")
			.contains("href=\"/report?as-of=2025-02-28&amp;known-on=2025-03-14\"");
	}

	@Test
	void explainsWhyAnObjectiveStandsWhereItStands() {
		String page = page("/objectives/6b");
		assertThat(PageText.of(page)).contains("Ambition 6: Urgent and emergency care 6b Expand virtual ward services",
				"How the success of 6b will be known, as published.", "As the board paper says of 6b.",
				"Virtual ward beds: 170 on 31 March 2025, against 202 required: missed."
						+ " Read from Virtual-Ward-Mar2025.csv, line 45",
				"Set manually On Track from 1 May 2025 until 30 June 2025, by programme-office@example.org.",
				"Reason given: Beds open in April were agreed.", "Figure 170, 31 March 2025 Required then 202",
				"202 or more, from 31 March 2025; completed once held for 3 periods in a row",
				"No: the latest figure misses what is required.",
				"Comes from Virtual ward capacity, monthly, received on 14 May 2025, 9:05am");
		assertThat(page).contains("<a href=\"/deliveries/12\"");
	}

	@Test
	void drawsTheControlChartWithWordsAndTable() {
		String page = page("/objectives/6b");
		assertThat(page).contains("<title id=\"chart-virtual-ward-beds-title\">Virtual ward beds, 31 January 2024 to",
				"role=\"img\"", "<rect x=", "fill=\"#e46c0a\"", "l7 7-7 7-7-7z\" fill=\"#00b0f0\"");
		assertThat(PageText.of(page)).contains(
				"Variation Significant change for the worse: the latest figure is below the lower process limit.",
				"Assurance Expected to miss the target consistently, unless something changes.",
				"30 April 2025 140 202 161.7 155.3 to 168.2 Concern Virtual-Ward-Mar2025.csv, line 60",
				"withheld because it, or a number beside it, is small");
	}

	@Test
	void explainsADisagreementByRuleAndFigure() {
		assertThat(PageText.of(page("/objectives/5a"))).contains(
				"Computed and published differ Published as Completed as of 31 March 2025; the figures and milestones"
						+ " say Delayed.",
				"Falls service rolled out in all five places: was due by 31 March 2025 and is not achieved."
						+ " Read from Virtual-Ward-Mar2025.csv, line 9",
				"Assumed: The plan gives no day; the end of the year is assumed.",
				"Due 31 March 2025 Forecast 31 July 2025"
						+ " Achieved Not yet Last report Two places are outstanding.");
	}

	@Test
	void showsWhatPeopleWroteWithParagraphsAndListsAndNoMarkup() {
		String comment = PageText.part(page("/objectives/6b"), "aria-labelledby=\"comment\"", "</section>");

		assertThat(comment).contains("Beds stay below the <plan>.", "two wards", "Cause", "Action, by 30 June 2025",
				"for April 2025, by uec-lead@example.org");
		assertThat(page("/objectives/6b")).contains("Beds stay below the &lt;plan&gt;.",
				"<li>two wards</li><li>one team</li>",
				"<strong>A</strong> <span>12 August 2024 to 16 August 2024</span>", "font-weight=\"bold\">A</text>",
				"<strong>Outside the chart</strong> <span>5 March 2001</span>");
		assertThat(page("/objectives/6b?as-of=2025-04-29")).doesNotContain("Beds stay below");
	}

	@Test
	void givesTheBoardAsCsvWithTheWordsOfTheMetrics() {
		assertThat(page("/board.csv"))
			.startsWith("objective,title,ambition,ambition_title,owner,status,computed,since,")
			.contains("\r\n6b,", ",on_track,underperformance,", "Set to On Track by programme-office@example.org",
					"\r\n1c,", ",not_assessed,");
		assertThat(page("/board.csv?status=delayed").lines()).hasSize(2).element(1).asString().startsWith("5a,");
		assertThat(page("/?status=delayed")).contains("href=\"/board.csv?status=delayed\"");
	}

	@Test
	void givesFilesReceivedAndDataSourcesAsCsv() {
		assertThat(page("/deliveries.csv").lines()).hasSize(61);
		assertThat(page("/deliveries.csv")).startsWith("number,file,feed,layout,state,arrived_at,sender,")
			.contains("\r\n59,Virtual-Ward-59.csv,", ",virtual-wards-icb,published,2025-05-14T08:05:00Z,analyst,"
					+ "2025-05-14,arrival,1280,1150,50,80,42,3,2,2025-02-01,2025-03-31,,");
		assertThat(page("/deliveries.csv?known-on=2025-03-20").lines()).hasSize(5);
		assertThat(page("/deliveries/59/page.csv"))
			.startsWith("what,words\r\nnumber,59\r\nfile,Virtual-Ward-59.csv\r\n")
			.contains("lines rejected,80\r\n", "the same bytes came again,\"15 May 2025, 11:00am, as copy.csv\"\r\n");
		assertThat(page("/feeds.csv")).startsWith("feed,title,cadence,standing,next_due,overdue_after,")
			.contains(",overdue,2025-04-14,");
		assertThat(page("/deliveries/60")).contains("The original is not given out.");
		assertThat(page("/deliveries/59")).as("nobody signed in").doesNotContain("/original");
	}

	/** Of the addresses that have a table, as a browser, a program or curl asks. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/                                            | objective,title
			/?status=delayed                             | objective,title
			/objectives/6b                               | kind,of
			/measures                                    | objective,measure
			/measures/virtual-ward-beds/organisations    | measure,period_start
			/deliveries                                  | number,file
			/deliveries/59                               | what,words
			/feeds                                       | feed,title
			""")
	void givesTheTableToWhoeverWouldRatherHaveCsv(String address, String head) {
		for (String accept : List.of("text/csv", "text/csv, */*;q=0.1", "text/html;q=0.5, text/csv")) {
			EntityExchangeResult<String> answer = asked(address, accept);
			assertThat(answer.getStatus().value()).as(accept).isEqualTo(200);
			assertThat(answer.getResponseHeaders().getFirst("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
			assertThat(answer.getResponseHeaders().getFirst("Vary")).containsIgnoringCase("accept");
			assertThat(answer.getResponseBody()).startsWith(head);
		}
		for (String accept : List.of("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "*/*",
				"text/html, text/*;q=0.5", "text/csv, text/html", "text/csv;q=0, */*")) {
			assertThat(asked(address, accept).getResponseBody()).as(accept).startsWith("<!DOCTYPE html>");
		}
	}

	@Test
	void givesAllThatThePageOfAnObjectiveShowsAsCsv() {
		assertThat(page("/objectives/6b/page.csv")).startsWith("kind,of,what,when,value,required,words,by,source")
			.contains("objective,6b,how success will be known,,,,")
			.contains("fact,virtual-ward-beds,Area,")
			.contains("figure,virtual-ward-beds,,31 March 2025,168,202,Improvement; average: ")
			.contains("comment,6b,,April 2025,,,\"Beds stay below the <plan>.")
			.contains(
					"annotation,virtual-ward-beds,A,12 August 2024 to 16 August 2024,,,strike,\"uec-lead@example.org, ")
			.contains("annotation,virtual-ward-beds,,5 March 2001,,,flood,\"uec-lead@example.org, ")
			.contains("status history,6b,,14 June 2024,On Track,,computed: On Track; First assessed,,");
	}

	@Test
	void givesInTheCsvEveryFigureDayNameAndFileThatThePageShows() {
		String csv = page("/objectives/6b/page.csv").replaceAll("\\s+", " ");
		String page = page("/objectives/6b");
		String shown = PageText
			.of(page.substring(page.indexOf("<h1"), page.indexOf("</main>")).replaceAll("(?s)<form.*?</form>", " "));
		List<String> facts = Stream.of(shown.split(" ", -1))
			.map((each) -> each.replaceAll("^[(\"]+|[.,;:)\"]+$", ""))
			.filter((each) -> each.matches(".*[0-9@].*"))
			.distinct()
			.toList();
		assertThat(facts).hasSizeGreaterThan(40).allSatisfy((fact) -> assertThat(csv).contains(fact));
	}

	@Test
	void showsEachChangeOfTheStatusWithWhatChangedIt() {
		assertThat(PageText.part(page("/objectives/6b"), "Changes of status, newest first", "</table>")).isEqualTo(
				"Recorded on What changed it Computed Status shown Recorded on 14 April 2025 What changed it Figures"
						+ " and milestones; Set manually by programme-office@example.org Computed Underperformance Status"
						+ " shown On Track set manually Recorded on 14 June 2024 What changed it First assessed Computed On"
						+ " Track Status shown On Track");
		assertThat(PageText.of(page("/objectives/6b?as-of=2025-03-31&known-on=2025-03-31")))
			.doesNotContain("14 April 2025 Computed");
	}

	@Test
	void showsDeliveriesWithCountsThatAddUp() {
		String page = page("/deliveries");
		assertThat(PageText.of(page)).contains("60 files, page 1 of 3", "renamed.csv Not recognised, number 60",
				"Outcome Refused",
				"Virtual-Ward-59.csv Virtual ward capacity, number 59 Arrived 14 May 2025, 9:05am Outcome Published, 1 warning"
						+ " Periods 2 periods, February 2025 to March 2025 Read 1,280 Used 1,150 Left out 50"
						+ " Rejected 80 Figures 42 Revised 3");
		assertThat(page).contains("href=\"/deliveries?page=2\"").doesNotContain("Virtual-Ward-35.csv");
		assertThat(page("/deliveries?page=3")).contains("Virtual-Ward-1.csv").doesNotContain("page=4");
	}

	@Test
	void listsFilesInTheOrderInWhichTheyWereSent() {
		String sent = "/deliveries/received?file=" + ExampleDeliveries.sha(12) + " first.csv&file=known "
				+ ExampleDeliveries.sha(13) + " known, again.csv&file=failed lost.csv&file=" + "a".repeat(64)
				+ " last.csv";
		assertThat(PageText.part(page(sent), "class=\"nhsuk-list jfp-fates\"", "</ul>")).containsSubsequence(
				"Published", "first.csv", "Nothing changed known, again.csv", "Not taken lost.csv", "Waiting last.csv");
		assertThat(text(sent, 200)).contains("One file is being imported.");
	}

	@Test
	void showsOnlyDeliveriesKnownOnTheDay() {
		String page = page("/deliveries?known-on=2025-03-20");
		assertThat(PageText.of(page)).contains("Only what had arrived by the end of 20 March 2025. 4 files");
		assertThat(text("/deliveries/59?known-on=2025-03-20", 404)).contains("File 59 arrived on 14 May 2025;"
				+ " this page shows what had been received by 20 March 2025. Choose a later day for"
				+ " \"Using data received by\".");
	}

	@Test
	void showsTheFirstRejectsOfADelivery() {
		String page = page("/deliveries/59");
		assertThat(PageText.of(page)).contains("1,280 read = 1,150 used + 50 left out by rule + 80 rejected",
				"One expected organisation sent nothing: RGP.", "All 80 rejected lines as CSV",
				"The first 50 rejected lines",
				"Line 1 Code wrong_number_of_columns Column the whole line Found not shown Expected 8 columns",
				"Line 50 Code not_a_number");
		assertThat(page).contains("href=\"/api/deliveries/59/rejects.csv\"", "&lt;b&gt;n/a&lt;/b&gt;")
			.doesNotContain("<b>n/a</b>", "Line 51");
	}

	@Test
	void tellsWhenTheSameBytesCameAgain() {
		assertThat(text("/deliveries/59", 200))
			.contains("The same bytes came again, and changed nothing 15 May 2025, 11:00am, as copy.csv");
		assertThat(text("/deliveries/59", 200)).contains("Counts as published on 14 May 2025, the day it arrived",
				"Figures published 42 Figures held before that changed 3");
		assertThat(text("/deliveries/59?known-on=2025-05-14", 200)).doesNotContain("came again");
	}

	@Test
	void saysWhyADeliveryWasRefused() {
		assertThat(text("/deliveries/60", 200)).contains("0 read = 0 good, but not used + 0 left out by rule");
		assertThat(text("/deliveries/60", 200)).contains("Refused Why it was refused Expected a text file of comma"
				+ " separated values, found a workbook (its first bytes are PK). Save the sheet as CSV and deliver that."
				+ " Nothing of this file is in the store.");
	}

	@Test
	void showsHowTheFeedsStand() {
		assertThat(text("/feeds", 200)).contains(
				"Virtual ward capacity virtual-wards, monthly Standing Up to date Next due 14 June 2025",
				"Smoking at time of delivery satod, quarterly Standing Overdue Next due 14 April 2025",
				"Targeted lung health checks tlhc, monthly Standing Ended Next due Nothing more is due"
						+ " Newest period held None yet Last arrived Never",
				"brought nothing new");
	}

	@Test
	void reportsTheWholePlanForPrinting() {
		assertThat(text("/report?as-of=2025-04-30", 200)).contains(
				"Board report: Norfolk and Waveney Joint Forward Plan"
						+ " Position on 30 April 2025, using data received by 15 May 2025.",
				"They differ for 1 of 5 objectives.",
				"Where computed and published differ 5a Falls services Published as Completed",
				"Not assessed 1c Lung health checks", "Virtual-Ward-Mar2025.csv 12 Virtual ward capacity",
				"Version 2 of the plan files (8f3a8f3a8f3a), known from 2 April 2024.");
	}

	@Test
	void namesEveryFaultOfAnAddress() {
		assertThat(text("/?as-of=31/03/2025&known-on=2026-01-01", 400)).contains("There is a problem"
				+ " \"Position on\" must be a real date, such as 15 5 2025, not \"31/03/2025\""
				+ " \"Using data received by\" must be a day from 1 January 2000 to today, 15 May 2025, not 1 January 2026");
		assertThat(text("/?status=green&ambition=9&only=x", 400)).contains(
				"Select one of the list under \"Status\"; \"green\" is not in it",
				"Select one of the list under \"Ambition\"; \"9\" is not in it",
				"Select one of the list under \"Show only\"; \"x\" is not in it");
		assertThat(text("/report?as-of=31/03/2025", 400)).contains("There is a problem",
				"\"Position on\" must be a real date, such as 15 5 2025, not \"31/03/2025\"");
		assertThat(text("/report?as-of=2030-01-01", 400))
			.contains("\"Position on\" must be a day from 1 January 2000 to today, 15 May 2025, not 1 January 2030");
		assertThat(text("/?as-of-day=&as-of-month=3&as-of-year=2025", 400))
			.contains("\"Position on\" must include a day");
		assertThat(text("/deliveries?page=4", 400)).contains("\"Page\" must be a number from 1 to 3, not \"4\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/objectives/9z   | There is no objective "9z" in the plan. It has 1b, 1c, 5a, 6b, 8a.
			/deliveries/999  | There is no file 999. Choose one from Files received.
			/deliveries/last | A file received is named by its number, such as /deliveries/1; found "last".
			/nothing/here    | Nothing is at this address.
			""")
	void saysWhatIsNotThere(String address, String words) {
		assertThat(text(address, 404)).contains("Page not found", words);
	}

	@Test
	void keepsTheCauseOfAFailureOutOfThePage() {
		assertThat(text("/?as-of=" + ExampleAssessments.BROKEN, 500)).contains("Something went wrong")
			.doesNotContain("password", "Exception", "org.jfpmonitor");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/measures", "/how-to-read-a-control-chart", "/objectives/6b", "/deliveries",
			"/deliveries/59", "/feeds", "/report", "/objectives/9z", "/?as-of=x" })
	void usesNoScriptAndNoStyleOfItsOwn(String address) {
		assertThat(asked(address).getResponseBody()).doesNotContain("<script", "style=", "<style", "javascript:")
			.doesNotContainPattern(" on[a-z]+=")
			.contains("<html lang=\"en-GB\">");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/css/board.css", "/css/report.css", "/images/icon.svg",
			"/vendor/nhsuk-frontend/10.6.1/nhsuk-frontend.min.css" })
	void servesWhatItsPagesUse(String address) {
		assertThat(asked(address).getStatus().value()).isEqualTo(200);
		assertThat(asked(address).getResponseBody()).doesNotContain("assets.nhs.uk");
	}

	private String page(String address) {
		EntityExchangeResult<String> answer = asked(address);
		assertThat(answer.getStatus().value()).as(address).isEqualTo(200);
		return String.valueOf(answer.getResponseBody());
	}

	private String text(String address, int status) {
		EntityExchangeResult<String> answer = asked(address);
		assertThat(answer.getStatus().value()).as(address).isEqualTo(status);
		return PageText.of(String.valueOf(answer.getResponseBody()));
	}

	private EntityExchangeResult<String> asked(String address) {
		return this.client.get()
			.uri(address)
			.accept(MediaType.TEXT_HTML, MediaType.ALL)
			.exchange()
			.returnResult(String.class);
	}

	private EntityExchangeResult<String> asked(String address, String accept) {
		return this.client.get().uri(address).header("Accept", accept).exchange().returnResult(String.class);
	}

	private static String row(String board, String code) {
		return PageText.part(board, "id=\"objective-" + code + "\"", "</tr>");
	}

}
