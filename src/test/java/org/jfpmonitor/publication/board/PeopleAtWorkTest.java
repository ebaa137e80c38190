package org.jfpmonitor.publication.board;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.jfpmonitor.EveryCase;
import org.jfpmonitor.store.TestStore;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The ways of the people who work with the service, from their first screen on, and what
 * they see where they go wrong.
 */
@EveryCase
@TestStore(anewForEachTest = true)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "jfp.demo=true")
class PeopleAtWorkTest {

	private static final String PASSWORD = "a bench beside the river";

	private static final String OWNER = "uec-lead@example.org";

	private static final String HEADER = "measure,organisation,period,value\n";

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void users(DynamicPropertyRegistry properties) {
		String hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
		String[][] users = { { "analyst", "importer" }, { "secretary", "editor" }, { OWNER, "" }, { "reader", "" } };
		for (int i = 0; i < users.length; i++) {
			String[] user = users[i];
			properties.add("jfp.access.users[" + i + "].name", () -> user[0]);
			properties.add("jfp.access.users[" + i + "].password", () -> hash);
			properties.add("jfp.access.users[" + i + "].roles", () -> user[1]);
		}
	}

	@Test
	void theAnalystReachesTheLineOfTheFileInTwoStepsOfTheKeyboard() {
		browse(true, (page) -> {
			visit(page, "/");
			follow(page, page.locator("#objective-6b a").first());
			assertThat(page.url()).endsWith("/objectives/6b");
			Locator source = page.locator("section[aria-labelledby=why] a[href^='/deliveries/']").first();
			assertThat(source.textContent()).isEqualTo("Monthly-Virtual-Ward-Mar2025.csv, line 23");
			follow(page, source);
			assertThat(page.url()).contains("/deliveries/");
			assertThat(page.locator("h1").textContent()).contains("Monthly-Virtual-Ward-Mar2025.csv");
		});
	}

	@Test
	void theOwnerWritesACommentWithTheKeyboardThatEverybodyReads() {
		browse(true, (page) -> {
			signIn(page, OWNER);
			visit(page, "/");
			follow(page, page.locator("#objective-6b a").first());
			follow(page,
					page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Write a comment for April 2025")));
			tabTo(page, page.getByLabel("What the figures say"));
			page.keyboard().type("170 of 202 beds are open.");
			tabTo(page, page.getByLabel("What is expected next"));
			page.keyboard().type("The ward reopens in June.");
			follow(page, page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Make it final")));
			assertThat(page.url()).contains("/objectives/6b").doesNotContain("/comments/");
			assertThat(page.locator("main").textContent()).contains("170 of 202 beds are open.", OWNER);
		});
		browse(false, (page) -> {
			visit(page, "/report");
			assertThat(page.locator("main").textContent()).contains("170 of 202 beds are open.",
					"The ward reopens in June.");
		});
	}

	@Test
	void theSecretaryPublishesAReportThatStaysWhenNewDataComes() {
		browse(false, (page) -> {
			signIn(page, "secretary");
			visit(page, "/report?as-of=2025-04-30");
			Chromium.follow(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Approve and publish")));
			press(page, "Approve and publish");
			assertThat(page.content()).contains("is published.");
			String published = page.locator("main").innerHTML();
			assertThat(published).contains("Urgent dental appointments: 2,468 (target 2,400 or more)");
			String address = page.url().substring(page.url().indexOf("/reports/"));

			browse(false, (other) -> {
				signIn(other, "analyst");
				send(other, file("figures-restated.csv", HEADER + "urgent-dental-appointments,QMM,2025-04,2300\n"));
			});

			visit(page, "/report?as-of=2025-04-30");
			assertThat(page.locator("main").innerHTML())
				.contains("Urgent dental appointments: 2,300 (target 2,400 or more)")
				.doesNotContain("Urgent dental appointments: 2,468 (target 2,400 or more)");
			Chromium.follow(page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Published reports")).first());
			Chromium.follow(page.locator("a[href='" + address + "']").first());
			assertThat(page.locator("main").innerHTML()).isEqualTo(published);
		});
	}

	@Test
	void theAnalystReadsTheFateOfEachOfFourFiles() {
		for (boolean scripts : List.of(true, false)) {
			browse(scripts, (page) -> {
				signIn(page, "analyst");
				String by = scripts ? "scripts" : "plain";
				// The same bytes would be known the second time.
				int beds = scripts ? 91 : 81;
				send(page, file(by + "-1.csv", HEADER + "virtual-ward-beds,QMM,2024-01," + beds + "\n"),
						file(by + "-2.csv",
								HEADER + "virtual-ward-beds,QMM,2024-02,many\nvirtual-ward-beds,QMM,2023-12," + beds
										+ "\n"),
						file(by + "-bad.csv", "a,b\n1,2\n" + by + ",3\n"),
						file(by + "-4.csv", HEADER + "virtual-ward-beds,QMM,2024-03," + beds + "\n"));
				assertThat(page.locator(".jfp-fates > li").allInnerTexts()).hasSize(4)
					.anySatisfy((fate) -> assertThat(fate).contains("Published", by + "-1.csv", "1 line read"))
					.anySatisfy((fate) -> assertThat(fate).contains(by + "-2.csv",
							"line 2, column \"value\": expected a number", "found \"many\"."))
					.anySatisfy((fate) -> assertThat(fate).contains("Refused", by + "-bad.csv", "Refused: "))
					.anySatisfy((fate) -> assertThat(fate).contains("Published", by + "-4.csv"));
				if (scripts) {
					Accessible.assertAccessible(page);
				}
			});
		}
	}

	@Test
	void everyPageThatSaysWhatIsWrongIsAccessible() {
		browse(true, (page) -> {
			visit(page, "/login");
			press(page, "Sign in");
			assertErrors(page, "Enter the user", "Enter the password");

			page.getByLabel("User").fill("secretary");
			page.getByLabel("Password").fill("not the one");
			page.getByText("Show password").click();
			assertThat(page.getByLabel("Password").getAttribute("type")).isEqualTo("text");
			press(page, "Sign in");
			assertErrors(page, "User and password do not belong together. Check both");
			assertThat(page.locator("#username-error").isVisible()).isTrue();

			signIn(page, "secretary");
			visit(page, "/objectives/7b");
			open(page, "Set a status yourself");
			press(page, "Set status");
			assertErrors(page, "Select a status", "Enter a reason", "Enter the last day");

			page.getByLabel("Status", new Page.GetByLabelOptions().setExact(true)).selectOption("delayed");
			page.getByLabel("Reason", new Page.GetByLabelOptions().setExact(true)).fill("Volunteers left");
			day(page, "until", "31", "5", "2025");
			press(page, "Set status");
			open(page, "Revoke this status");
			day(page, "revoke-from", "31", "2", "2025");
			press(page, "Revoke");
			assertErrors(page, "First day on which it no longer holds must be a real date, such as 15 5 2025",
					"Enter a reason");

			visit(page, "/objectives/6b");
			open(page, "Annotate the chart");
			press(page, "Annotate");
			assertErrors(page, "Enter what happened", "Enter the first day");

			visit(page, "/objectives/7b/comments/2025-04");
			day(page, "actionBy", "30", "6", "2025");
			press(page, "Make it final");
			assertErrors(page, "Enter what the figures say before you make the comment final",
					"Enter the action that is done by this date");

			visit(page, "/report/approve?as-of=2025-04-30");
			open(page, "Publish another status of 7b");
			page.getByLabel("Status that is published of 7b").selectOption("completed");
			press(page, "Approve and publish");
			assertErrors(page, "Enter why 7b is published as Completed and not as On Track");

			Page other = page.context().newPage();
			visit(page, "/objectives/7b/comments/2025-03");
			visit(other, "/objectives/7b/comments/2025-03");
			for (Page each : List.of(page, other)) {
				each.getByLabel("What the figures say").fill("Written at the same time");
				press(each, "Save as a draft");
			}
			assertErrors(other, "Version 1 by secretary was saved while you wrote.");
			other.close();

			assertThat(visit(page, "/nothing-here")).isEqualTo(404);
			Accessible.assertAccessible(page);
			assertThat(visit(page, "/reports/999")).isEqualTo(404);
			Accessible.assertAccessible(page);
		});
		browse(true, (page) -> {
			signIn(page, "analyst");
			visit(page, "/deliveries");
			Chromium.follow(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Send").setExact(true)));
			assertErrors(page, "Select at least one file to send");

			visit(page, "/deliveries");
			page.getByLabel("Send files").setInputFiles(new FilePayload[] { file("bad.csv", "a,b\n1,2\n") });
			press(page, "Try without storing");
			Accessible.assertAccessible(page);

			assertThat(visit(page, "/report/approve")).isEqualTo(403);
			assertThat(page.locator("main").textContent()).contains("You are signed in as analyst.");
			Accessible.assertAccessible(page);
			Chromium.follow(page.locator("main").getByRole(AriaRole.BUTTON));
			assertThat(page.locator("main").textContent()).contains("You are signed out.");
		});
	}

	private void browse(boolean scripts, Consumer<Page> way) {
		try (BrowserContext context = Chromium
			.context(new NewContextOptions().setViewportSize(1280, 800).setJavaScriptEnabled(scripts))) {
			way.accept(context.newPage());
		}
	}

	private int visit(Page page, String address) {
		return page.navigate("http://127.0.0.1:" + this.port + address).status();
	}

	private void signIn(Page page, String user) {
		visit(page, "/login");
		page.getByLabel("User").fill(user);
		page.getByLabel("Password").fill(PASSWORD);
		press(page, "Sign in");
	}

	private static void press(Page page, String button) {
		Chromium.follow(page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button)));
	}

	/**
	 * The page of the files sent looks again by itself until all have been dealt with.
	 */
	private void send(Page page, FilePayload... files) {
		visit(page, "/deliveries");
		page.getByLabel("Send files").setInputFiles(files);
		page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Send").setExact(true)).click();
		page.getByText("All files have been dealt with.").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
	}

	private static void open(Page page, String details) {
		page.locator("summary", new Page.LocatorOptions().setHasText(details)).click();
	}

	/** As somebody without a mouse: from where they are to what is in sight. */
	private static void tabTo(Page page, Locator wanted) {
		for (int i = 0; i < 150; i++) {
			page.keyboard().press("Tab");
			if (Boolean.TRUE.equals(wanted.evaluate("(element) => element === document.activeElement"))) {
				return;
			}
		}
		throw new AssertionError("Never reached by the keyboard: " + wanted);
	}

	private static void follow(Page page, Locator link) {
		tabTo(page, link);
		String before = page.url();
		page.keyboard().press("Enter");
		page.waitForURL((now) -> !now.equals(before));
	}

	/** All of them, in the order of their fields, each leading to its own. */
	private static void assertErrors(Page page, String... messages) {
		assertThat(page.title()).startsWith("Error: ");
		assertThat(page.locator(".nhsuk-error-summary a").allTextContents()).zipSatisfy(List.of(messages),
				(error, start) -> assertThat(error).startsWith(start));
		assertThat((List<?>) page.evaluate("""
				() => { const all = [...document.querySelectorAll('*')];
				        return [...document.querySelectorAll('.nhsuk-error-summary a')]
				          .map((each) => all.indexOf(document.getElementById(each.hash.slice(1)))); }"""))
			.extracting((place) -> ((Number) place).intValue())
			.isSorted()
			.doesNotContain(-1);
		Accessible.assertAccessible(page);
	}

	private static void day(Page page, String field, String day, String month, String year) {
		page.locator("#" + field + "-day").fill(day);
		page.locator("#" + field + "-month").fill(month);
		page.locator("#" + field + "-year").fill(year);
	}

	private static FilePayload file(String name, String text) {
		return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
	}

}
