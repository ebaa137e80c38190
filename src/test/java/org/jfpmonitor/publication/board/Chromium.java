package org.jfpmonitor.publication.board;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.Assumptions;

/**
 * A headless browser for tests; they are skipped, and say so, where none is installed.
 */
public final class Chromium implements AutoCloseable {

	private final Playwright playwright;

	private final Browser browser;

	private Chromium(Playwright playwright, Path program) {
		this.playwright = playwright;
		this.browser = playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(program)
				.setArgs(List.of("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
						"--disable-component-update", "--disable-sync", "--lang=en-GB")));
	}

	public static Chromium start() {
		Optional<Path> program = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
			.flatMap((folder) -> Stream.of("chromium", "chromium-browser", "google-chrome")
				.map(Path.of(folder)::resolve))
			.filter(Files::isExecutable)
			.findFirst();
		Assumptions.assumeTrue(program.isPresent(),
				"Browser tests need chromium, which is not on the PATH: install the package chromium.");
		return new Chromium(
				Playwright
					.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))),
				program.orElseThrow());
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

	public Browser browser() {
		return this.browser;
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

}
