package org.jfpmonitor.publication.board;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether a page breaks no rule that axe can check: WCAG 2.2 at level AA and good
 * practice. The one rule of 2.2, the size of targets, axe leaves out unless it is asked.
 * Of what is well axe tells as little as it can: to tell all takes longer than to look.
 */
final class Accessible {

	private static final String AXE = script();

	private static final String VIOLATIONS = """
			() => axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
			  .then((results) => results.violations.map((rule) => rule.id + ': ' + rule.nodes[0].html))
			""";

	private Accessible() {
	}

	/**
	 * A context whose pages have axe from the start: to hand it to each page takes three
	 * times as long as to look.
	 */
	static BrowserContext context(NewContextOptions options) {
		BrowserContext context = Chromium.context(options);
		context.addInitScript(AXE);
		return context;
	}

	/** In a page of any context. */
	static void assertAccessible(Page page) {
		if (!Boolean.TRUE.equals(page.evaluate("typeof axe === 'object'"))) {
			page.evaluate(AXE);
		}
		assertThat((List<?>) page.evaluate(VIOLATIONS)).as(page.url()).isEmpty();
	}

	private static String script() {
		try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
			return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
