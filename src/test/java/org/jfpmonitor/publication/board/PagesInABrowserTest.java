package org.jfpmonitor.publication.board;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What only a browser can tell: accessibility, narrow screens, the keyboard, no scripts.
 */
@SpringBootTest(classes = ExampleServer.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "server.address=127.0.0.1", "jfp.demo=true" })
class PagesInABrowserTest {

	private static Chromium chromium;

	@LocalServerPort
	private int port;

	@BeforeAll
	static void start() {
		chromium = Chromium.start();
	}

	@AfterAll
	static void stop() {
		if (chromium != null) {
			chromium.close();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/?only=disagreements&as-of=2025-02-28", "/measures", "/how-to-read-a-control-chart",
			"/objectives/1c", "/objectives/5a", "/objectives/6b", "/deliveries", "/deliveries/59", "/deliveries/60",
			"/feeds", "/report", "/mails", "/mails?state=sent", "/?as-of=tomorrow", "/nothing-here" })
	void hasNoAccessibilityViolations(String address) {
		try (BrowserContext context = context(new NewContextOptions().setViewportSize(1280, 900))) {
			assertThat(new AxeBuilder(opened(context, address)).setLegacyMode(true).analyze().getViolations())
				.extracting((rule) -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
				.isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/?only=disagreements&as-of=2025-02-28", "/measures", "/how-to-read-a-control-chart",
			"/objectives/1c", "/objectives/5a", "/objectives/6b", "/deliveries", "/deliveries/59", "/deliveries/60",
			"/feeds", "/report", "/mails", "/mails?state=sent", "/?as-of=tomorrow", "/nothing-here" })
	void reflowsInto320Pixels(String address) {
		try (BrowserContext context = context(new NewContextOptions().setViewportSize(320, 640).setBypassCSP(true))) {
			Reflow.assertFits(opened(context, address));
		}
	}

	@Test
	void isReachedByTheKeyboardWithTheFocusInSight() {
		try (BrowserContext context = context(new NewContextOptions().setViewportSize(1280, 900))) {
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

	@Test
	void filtersWithoutScripts() {
		try (BrowserContext context = context(new NewContextOptions().setJavaScriptEnabled(false))) {
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
	void opensTheFiguresWithoutScripts() {
		try (BrowserContext context = context(new NewContextOptions().setJavaScriptEnabled(false))) {
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

	private static BrowserContext context(NewContextOptions options) {
		return chromium.browser().newContext(options.setLocale("en-GB"));
	}

	private Page opened(BrowserContext context, String address) {
		Page page = context.newPage();
		int expected = switch (address) {
			case "/nothing-here" -> 404;
			case "/?as-of=tomorrow" -> 400;
			default -> 200;
		};
		assertThat(page.navigate("http://127.0.0.1:" + this.port + address).status()).as(address).isEqualTo(expected);
		return page;
	}

}
