package org.jfpmonitor.publication.board;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.jfpmonitor.EveryCase;
import org.jfpmonitor.EveryCase.Cases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * What only a browser can tell: accessibility, narrow screens, the keyboard, no scripts.
 */
@SpringBootTest(classes = ExampleServer.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "server.address=127.0.0.1", "jfp.demo=true" })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesInABrowserTest {

	private static final String WRONG_DAYS = "/?as-of-day=31&as-of-month=2&as-of-year=2025&known-on-day=1&known-on-month=1&known-on-year=1999&status=delayed";

	@LocalServerPort
	private int port;

	private final List<BrowserContext> contexts = new ArrayList<>();

	private Page wide;

	private Page narrow;

	@BeforeAll
	void open() {
		this.contexts.add(Accessible.context(new NewContextOptions().setViewportSize(1280, 900)));
		this.contexts.add(Chromium.context(new NewContextOptions().setViewportSize(320, 640).setBypassCSP(true)));
		this.wide = this.contexts.get(0).newPage();
		this.narrow = this.contexts.get(1).newPage();
	}

	@AfterAll
	void close() {
		this.contexts.forEach(BrowserContext::close);
	}

	/** Every kind of page, and every way in which one says what is wrong. */
	static Stream<String> addresses() {
		return Cases.oneIn(5,
				Stream.of("/", "/?only=disagreements&as-of=2025-02-28", "/measures", "/how-to-read-a-control-chart",
						"/objectives/1c", "/objectives/5a", "/objectives/6b", "/deliveries", "/deliveries/59",
						"/deliveries/60", "/feeds", "/report", "/mails", "/mails?state=sent", "/?as-of=tomorrow",
						WRONG_DAYS, "/measures/virtual-ward-beds/organisations", "/measures?status=bad",
						"/nothing-here", "/objectives/9z", "/deliveries/999", "/report?as-of=tomorrow", "/errors/403",
						"/errors/418", "/errors/500", "/errors/503"));
	}

	@ParameterizedTest
	@MethodSource("addresses")
	void hasNoAccessibilityViolations(String address) {
		Accessible.assertAccessible(opened(this.wide, address));
	}

	@ParameterizedTest
	@MethodSource("addresses")
	void reflowsInto320Pixels(String address) {
		Reflow.assertFits(opened(this.narrow, address));
	}

	@Test
	void isReachedByTheKeyboardWithTheFocusInSight() {
		try (BrowserContext context = Chromium.context(new NewContextOptions().setViewportSize(1280, 900))) {
			Page page = opened(context, "/");
			page.keyboard().press("Tab");
			assertThat(focused(page, "textContent")).isEqualTo("Skip to main content");
			assertThat(page.locator(".nhsuk-skip-link").boundingBox().y).isNotNegative();
			page.keyboard().press("Enter");
			page.keyboard().press("Tab");
			assertThat(focused(page, "closest('main') !== null")).isEqualTo(true);
			assertThat(page.evaluate("getComputedStyle(document.activeElement).backgroundColor"))
				.isEqualTo("rgb(255, 235, 59)");
		}
	}

	@EveryCase
	@Test
	void filtersWithoutScripts() {
		try (BrowserContext context = Chromium.context(new NewContextOptions().setJavaScriptEnabled(false))) {
			Page page = opened(context, "/");
			page.click("summary");
			page.selectOption("#status", "delayed");
			page.fill("#as-of-day", "30");
			page.fill("#as-of-month", "4");
			page.fill("#as-of-year", "2025");
			Chromium.follow(page.locator("button[type=submit]"));
			assertThat(page.url()).endsWith("/?as-of=2025-04-30&status=delayed");
			assertThat(page.locator("tbody .jfp-board__objective").allInnerTexts()).singleElement()
				.asString()
				.contains("5a Falls services");
		}
	}

	@Test
	void saysAtTheFieldWhichDayIsNone() {
		try (BrowserContext context = Chromium.context(new NewContextOptions().setJavaScriptEnabled(false))) {
			Page page = opened(context, WRONG_DAYS);
			assertThat(page.title()).isEqualTo("Error: Filter, sort, or look at another day - JFP Monitor");
			assertThat(page.locator(".nhsuk-error-summary a").allInnerTexts()).containsExactly(
					"\"Position on\" must be a real date, such as 15 5 2025, not \"2025-02-31\"",
					"\"Using data received by\" must be a day from 1 January 2000 to today, 15 May 2025, not 1 January 1999");
			page.locator(".nhsuk-error-summary a").first().click();
			assertThat(focused(page, "id")).isEqualTo("as-of-day");
			assertThat(page.locator("#as-of-error").innerText()).contains("must be a real date");
			assertThat(page.inputValue("#as-of-day") + page.inputValue("#status")).isEqualTo("31delayed");
			page.fill("#as-of-month", "3");
			page.fill("#known-on-year", "2025");
			Chromium.follow(page.locator("button[type=submit]"));
			assertThat(page.url()).endsWith("/?as-of=2025-03-31&known-on=2025-01-01&status=delayed");
		}
	}

	@Test
	void keepsTheNumbersOfTheAxisInSightWhereAChartIsScrolled() {
		try (BrowserContext context = Chromium.context(new NewContextOptions().setViewportSize(320, 640))) {
			Page page = opened(context, "/objectives/6b");
			Locator chart = page.locator(".jfp-chart").first();
			assertThat(chart.evaluate("(chart) => chart.scrollWidth > chart.clientWidth")).isEqualTo(true);
			BoundingBox axis = chart.locator(".jfp-chart__axis").boundingBox();
			BoundingBox drawing = chart.locator(".jfp-chart__drawing").boundingBox();
			assertThat(axis.x).isCloseTo(chart.boundingBox().x, within(1.0));
			assertThat(axis.height).isCloseTo(drawing.height, within(1.0));
			assertThat(drawing.x + drawing.width).as("the newest months").isLessThanOrEqualTo(320);
		}
	}

	@Test
	void opensTheFiguresWithoutScripts() {
		try (BrowserContext context = Chromium.context(new NewContextOptions().setJavaScriptEnabled(false))) {
			Page page = opened(context, "/objectives/6b");
			assertThat(page.locator("details table").isVisible()).isFalse();
			page.click("details summary");
			assertThat(page.locator("details table").isVisible()).isTrue();
			assertThat(page.locator("details tbody tr").count()).isEqualTo(16);
		}
	}

	private static Object focused(Page page, String what) {
		return page.evaluate("document.activeElement." + what);
	}

	private Page opened(BrowserContext context, String address) {
		return opened(context.newPage(), address);
	}

	private Page opened(Page page, String address) {
		int expected = switch (address) {
			case "/nothing-here", "/objectives/9z", "/deliveries/999" -> 404;
			case "/?as-of=tomorrow", "/report?as-of=tomorrow", "/measures?status=bad", WRONG_DAYS -> 400;
			default -> address.startsWith("/errors/") ? Integer.parseInt(address.substring(8)) : 200;
		};
		assertThat(page.navigate("http://127.0.0.1:" + this.port + address).status()).as(address).isEqualTo(expected);
		return page;
	}

}
