package org.jfpmonitor.publication.board;

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

	static void assertAccessible(Page page) {
		assertThat(new AxeBuilder(page).setLegacyMode(true).options(withTargetSize()).analyze().getViolations())
			.as(page.url())
			.extracting((rule) -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
			.isEmpty();
	}

	private static AxeRunOptions withTargetSize() {
		AxeRuleOptions enabled = new AxeRuleOptions();
		enabled.setEnabled(true);
		AxeRunOptions options = new AxeRunOptions();
		options.setRules(Map.of("target-size", enabled));
		return options;
	}

}
