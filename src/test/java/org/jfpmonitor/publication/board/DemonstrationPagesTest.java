package org.jfpmonitor.publication.board;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import org.jfpmonitor.EveryCase;
import org.jfpmonitor.EveryCase.Cases;
import org.jfpmonitor.store.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages as a newcomer sees them, from the extracts to the browser. */
@TestStore
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "jfp.demo=true")
class DemonstrationPagesTest {

	/** Pages with forms, and how many buttons those have with the one for signing out. */
	private static final Map<String, Integer> FORMS = Map.of("/deliveries", 3, "/objectives/7b", 5,
			"/objectives/7b/comments/2025-04", 3, "/report/approve", 3, "/reports", 1);

	private static final Pattern OBJECTIVE = Pattern.compile("id=\"objective-([0-9][a-z])\"");

	private static final String PASSWORD = "four o'clock in the corridor";

	@LocalServerPort
	private int port;

	private RestTestClient client;

	@DynamicPropertySource
	static void users(DynamicPropertyRegistry properties) {
		String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
		properties.add("jfp.access.users[0].name", () -> "office");
		properties.add("jfp.access.users[0].password", () -> hash);
		properties.add("jfp.access.users[0].roles", () -> "importer,editor");
	}

	@BeforeEach
	void open() {
		this.client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + this.port).build();
	}

	@Test
	void showsTwentyOneObjectivesAndOneDisagreement() {
		assertThat(codes(page("/"))).hasSize(21);
		assertThat(codes(page("/?only=disagreements"))).containsExactly("5a");
		assertThat(PageText.of(page("/"))).contains(
				"Demonstration. The plan is real; the figures are made up," + " and today is taken to be 15 May 2025.",
				"11 On Track 10 published 5 Underperformance 5 published 2 Delayed 2 published"
						+ " 2 Completed 3 published 1 No Longer Applicable 1 published");
	}

	@Test
	void givesAReasonWithItsSourceForEveryObjective() {
		for (String code : codes(page("/"))) {
			String objective = page("/objectives/" + code);
			assertThat(PageText.part(objective, "<h1", "</h1>")).as(code).contains(code + " ");
			assertThat(code.equals("8a") || objective.contains("href=\"/deliveries/")).as(code).isTrue();
		}
	}

	@Test
	void leadsFromAFigureToItsDelivery() {
		String objective = page("/objectives/6b");
		assertThat(PageText.of(objective))
			.contains("170 in March 2025, against 202 required from 31 March 2025: missed.");
		String delivery = Pattern.compile("href=\"(/deliveries/[0-9]+)\"")
			.matcher(objective.substring(objective.indexOf("id=\"why\"")))
			.results()
			.findFirst()
			.orElseThrow()
			.group(1);
		assertThat(PageText.of(page(delivery))).contains("Virtual ward capacity and occupancy", "rejected");
	}

	@Test
	void asksTheBrowserToRunNothingOfOthers() {
		for (String address : List.of("/", "/objectives/6b", "/report", "/deliveries", "/feeds")) {
			assertThat(asked(address).getResponseHeaders().getFirst("Content-Security-Policy")).as(address)
				.contains("default-src 'none'", "style-src 'self'")
				.doesNotContain("unsafe");
		}
	}

	@Test
	void isAccessibleAndWithinItsSecurityPolicy() {
		List<String> complaints = new ArrayList<>();
		try (BrowserContext context = Accessible.context(new NewContextOptions().setViewportSize(1280, 900))) {
			Page page = context.newPage();
			page.onConsoleMessage((message) -> complaints.add(words(message)));
			for (String address : some("/", "/measures", "/objectives/4d", "/objectives/7a", "/report", "/deliveries/1",
					"/runs", "/runs/1", "/login")) {
				page.navigate("http://127.0.0.1:" + this.port + address);
				assertAccessible(page, complaints);
			}
			page.navigate("http://127.0.0.1:" + this.port + "/login");
			signIn(page);
			for (Map.Entry<String, Integer> address : Cases
				.oneIn(7, FORMS.entrySet().stream().sorted(Map.Entry.comparingByKey()))
				.toList()) {
				page.navigate("http://127.0.0.1:" + this.port + address.getKey());
				page.locator("details").all().forEach((each) -> each.locator("summary").click());
				assertThat(page.locator("form button").count()).as("sign out, and the forms of %s", address.getKey())
					.isEqualTo(address.getValue());
				assertAccessible(page, complaints);
			}
			page.navigate("http://127.0.0.1:" + this.port + "/objectives/7b/comments/2025-04");
			Chromium.follow(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Make it final")));
			assertThat(page.title()).startsWith("Error: ");
			complaints.removeIf((complaint) -> complaint.contains("400"));
			assertAccessible(page, complaints);
		}
	}

	@EveryCase
	@Test
	void publishesAReportThatReadsAsItWas() {
		try (BrowserContext context = Chromium
			.context(new NewContextOptions().setViewportSize(1280, 900).setJavaScriptEnabled(false))) {
			Page page = context.newPage();
			page.navigate("http://127.0.0.1:" + this.port + "/login");
			signIn(page);
			page.navigate("http://127.0.0.1:" + this.port + "/report?as-of=2024-06-30");
			Chromium.follow(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Approve and publish")));
			Chromium.follow(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Approve and publish")));
			assertThat(page.url()).contains("/reports/");
			assertThat(page.content()).contains("is published.", "Position on <span>30 June 2024</span>");
			assertThat(page.content().length()).isLessThan(300_000);
		}
	}

	@EveryCase
	@Test
	void formsReflowInto320Pixels() {
		try (BrowserContext context = Chromium
			.context(new NewContextOptions().setViewportSize(320, 640).setBypassCSP(true))) {
			Page page = context.newPage();
			page.navigate("http://127.0.0.1:" + this.port + "/login");
			signIn(page);
			for (String address : FORMS.keySet()) {
				page.navigate("http://127.0.0.1:" + this.port + address);
				page.locator("details").all().forEach((each) -> each.locator("summary").click());
				Reflow.assertFits(page);
			}
		}
	}

	private static void signIn(Page page) {
		page.getByLabel("User").fill("office");
		page.getByLabel("Password").fill(PASSWORD);
		Chromium.follow(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in")));
	}

	@Test
	void reflowsInto320PixelsWithEveryFont() {
		try (BrowserContext context = Chromium
			.context(new NewContextOptions().setViewportSize(320, 640).setBypassCSP(true))) {
			Page page = context.newPage();
			for (String address : some("/", "/measures", "/objectives/4d", "/objectives/7a", "/report",
					"/deliveries?page=3", "/deliveries/1", "/runs", "/runs/1", "/feeds", "/login")) {
				page.navigate("http://127.0.0.1:" + this.port + address);
				Reflow.assertFits(page);
			}
		}
	}

	@Test
	void namesWhatNeedsAttentionOnTheFirstScreenAndTheWholePlanBelow() {
		try (BrowserContext context = Chromium.context(new NewContextOptions().setViewportSize(1280, 800))) {
			Page page = context.newPage();
			page.navigate("http://127.0.0.1:" + this.port + "/");
			assertThat(page.locator(".jfp-attention__item").allInnerTexts()).hasSize(7)
				.satisfiesExactly((one) -> assertThat(one).contains("1c", "41% (required now 43.3% or more)"),
						(one) -> assertThat(one).contains("6a", "33 minutes (target 30 minutes or less)",
								"72% (target 95% or more)"),
						(one) -> assertThat(one).contains("6b", "170 (target 202 or more)"),
						(one) -> assertThat(one).contains("6c", "97% (target 92% or less)"),
						(one) -> assertThat(one).contains("7a", "468 (target 0)", "71.7% (target 95% or more)"),
						(one) -> assertThat(one).contains("1d", "2 of 3 milestones are overdue"),
						(one) -> assertThat(one).contains("4a", "was due by 31 March 2025"));
			assertThat(bottom(page, ".jfp-attention")).isLessThanOrEqualTo(800);
			assertThat(bottom(page, "table.jfp-board")).isLessThanOrEqualTo(2200);
			page.setViewportSize(390, 844);
			assertThat(bottom(page, ".jfp-attention")).as("on a telephone").isLessThanOrEqualTo(844);
		}
	}

	@Test
	void sendsPagesThatASlowLineCanCarry() throws IOException {
		for (String address : List.of("/", "/measures", "/objectives/7a", "/report")) {
			byte[] page = page(address).getBytes(StandardCharsets.UTF_8);
			ByteArrayOutputStream packed = new ByteArrayOutputStream();
			try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
				gzip.write(page);
			}
			assertThat(page.length).as(address).isLessThan(300 * 1024);
			assertThat(packed.size()).as(address + ", packed").isLessThan(30 * 1024);
		}
	}

	private static List<String> some(String... addresses) {
		return Cases.oneIn(5, Stream.of(addresses)).toList();
	}

	private static double bottom(Page page, String selector) {
		BoundingBox box = page.locator(selector).boundingBox();
		return box.y + box.height;
	}

	private static void assertAccessible(Page page, List<String> complaints) {
		assertThat(complaints).as(page.url()).isEmpty();
		Accessible.assertAccessible(page);
		complaints.clear();
	}

	private static String words(ConsoleMessage message) {
		return message.type() + ": " + message.text();
	}

	private static List<String> codes(String board) {
		return OBJECTIVE.matcher(board).results().map((MatchResult found) -> found.group(1)).toList();
	}

	private String page(String address) {
		EntityExchangeResult<String> answer = asked(address);
		assertThat(answer.getStatus().value()).as(address).isEqualTo(200);
		return String.valueOf(answer.getResponseBody());
	}

	private EntityExchangeResult<String> asked(String address) {
		return this.client.get().uri(address).accept(MediaType.TEXT_HTML).exchange().returnResult(String.class);
	}

}
