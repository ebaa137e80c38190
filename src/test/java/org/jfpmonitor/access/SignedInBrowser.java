package org.jfpmonitor.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import org.jfpmonitor.publication.board.Chromium;

import static org.assertj.core.api.Assertions.assertThat;

/** What a person does at any address at which the service is reached. */
final class SignedInBrowser {

	private SignedInBrowser() {
	}

	/**
	 * Asks for a page, is led to the sign-in form, signs in, is back at the page, follows
	 * every link of the menu, and signs out.
	 * @param root the address of the board without a slash at the end
	 * @param secure the names of the cookies that are for TLS alone
	 */
	static void signInAndOut(String root, String user, String password, Set<String> secure) {
		try (BrowserContext context = Chromium.context(new NewContextOptions().setIgnoreHTTPSErrors(true))) {
			context.setDefaultTimeout(15_000);
			Page page = context.newPage();
			List<String> complaints = new ArrayList<>();
			page.onConsoleMessage((message) -> {
				// What a browser says when it did as it was told at the sign-out.
				if (!message.text().endsWith("/logout': Cleared data types: \"cache\".")) {
					complaints.add(message.text());
				}
			});
			page.onResponse((response) -> {
				if (response.status() >= 400) {
					complaints.add(response.status() + " " + response.url());
				}
			});
			page.navigate(root + "/deliveries");
			assertThat(page.url()).isEqualTo(root + "/login?next=%2Fdeliveries");
			page.fill("#username", user);
			page.fill("#password", password);
			Chromium.follow(page.locator("form[action$='/login'] button[type=submit]"));
			assertThat(page.url()).isEqualTo(root + "/deliveries");
			for (String link : List.of("Board", "Data sources", "Report")) {
				Chromium.follow(page.locator(".nhsuk-header__navigation-link:has-text('" + link + "')"));
				assertThat(page.url()).startsWith(root + "/");
			}
			page.navigate(root + "/");
			assertThat(context.cookies()).isNotEmpty()
				.allSatisfy((cookie) -> expect(cookie, secure.contains(cookie.name)));
			Chromium.follow(page.locator("form[action$='/logout'] button"));
			assertThat(page.url()).isEqualTo(root + "/login?logout");
			assertThat(complaints).isEmpty();
		}
	}

	private static void expect(Cookie cookie, boolean secure) {
		assertThat(cookie.httpOnly).as(cookie.name).isTrue();
		assertThat(cookie.sameSite).as(cookie.name).isEqualTo(SameSiteAttribute.LAX);
		assertThat(cookie.secure).as(cookie.name).isEqualTo(secure);
	}

}
