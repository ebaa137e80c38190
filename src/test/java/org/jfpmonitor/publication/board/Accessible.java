package org.jfpmonitor.publication.board;

import java.util.List;
import java.util.Map;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether a page breaks no rule that axe can check: WCAG 2.2 at level AA and good
 * practice. The one rule of 2.2, the size of targets, axe leaves out unless it is asked.
 */
final class Accessible {

	private Accessible() {
	}

	/**
	 * Of what is well axe tells as little as it can: to tell all takes longer than to
	 * look.
	 */
	static void assertAccessible(Page page) {
		AxeRuleOptions enabled = new AxeRuleOptions();
		enabled.setEnabled(true);
		AxeRunOptions options = new AxeRunOptions();
		options.setRules(Map.of("target-size", enabled));
		options.setResultTypes(List.of("violations"));
		assertThat(new AxeBuilder(page).setLegacyMode(true).options(options).analyze().getViolations()).as(page.url())
			.extracting((rule) -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
			.isEmpty();
	}

}
