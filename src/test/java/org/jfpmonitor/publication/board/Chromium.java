package org.jfpmonitor.publication.board;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Playwright;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The headless browser of a test run, started when first asked for; tests are skipped,
 * and say so, where none is installed. Each test has a context of its own in it, with its
 * own cookies and cache.
 */
public final class Chromium {

	private static @Nullable Browser browser;

	private Chromium() {
	}

	/** A context, to be closed; in English as it is written in Britain. */
	public static BrowserContext context(NewContextOptions options) {
		if (browser == null) {
			Path program = program();
			Playwright playwright = Playwright
				.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
			Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
			browser = playwright.chromium()
				.launch(new BrowserType.LaunchOptions().setExecutablePath(program)
					.setArgs(List.of("--disable-gpu", "--disable-quic", "--no-first-run",
							"--disable-background-networking", "--disable-component-update", "--disable-sync",
							"--lang=en-GB")));
		}
		return browser.newContext(options.setLocale("en-GB"));
	}

	private static Path program() {
		Optional<Path> program = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
			.flatMap((folder) -> Stream.of("chromium", "chromium-browser", "google-chrome")
				.map(Path.of(folder)::resolve))
			.filter(Files::isExecutable)
			.findFirst();
		Assumptions.assumeTrue(program.isPresent(),
				"Browser tests need chromium, which is not on the PATH: install the package chromium.");
		return program.orElseThrow();
	}

	/**
	 * Clicks what leads to another page and comes back when that page has been read to
	 * its end: a click alone returns as soon as the answer begins, so that a look at the
	 * page might see half of it.
	 */
	public static void follow(Locator linkOrButton) {
		linkOrButton.click();
		linkOrButton.page().waitForLoadState();
	}

}
