package org.jfpmonitor.publication.board;

import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.AddStyleTagOptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether a page fits its window without being scrolled sideways (WCAG 1.4.10). Asked
 * with the fonts of this machine, and then, so that the answer is the same on every
 * machine, with a font wider than any of them and the text spacing of WCAG 1.4.12.
 */
final class Reflow {

	private static final String SPACING = """
			* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
			p { margin-bottom: 2em !important; }
			""";

	/**
	 * Whatever is cut off or sticks out of the window, but for what scrolls by itself.
	 */
	private static final String MISFITS = """
			() => {
			  const width = document.documentElement.clientWidth;
			  const scrolls = (element) => element !== document.body && element !== document.documentElement
			      && ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(element).overflowX);
			  const within = (element) => element.parentElement && (scrolls(element.parentElement) || within(element.parentElement));
			  const misfits = [...document.body.querySelectorAll('*')]
			    .filter((element) => element.getBoundingClientRect().right > width + 0.5 && !within(element))
			    .map((element) => element.outerHTML.substring(0, 160));
			  for (const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); texts.nextNode();) {
			    const range = document.createRange();
			    range.selectNodeContents(texts.currentNode);
			    if (range.getBoundingClientRect().right > width + 0.5 && !within(texts.currentNode)) {
			      misfits.push(texts.currentNode.textContent.trim());
			    }
			  }
			  const wide = document.documentElement.scrollWidth;
			  return wide > width ? [wide + ' pixels in a window of ' + width, ...misfits] : [];
			}
			""";

	private Reflow() {
	}

	/** The page must have been opened with its security policy bypassed. */
	static void assertFits(Page page) {
		assertThat(misfits(page)).as("%s with the fonts of this machine", page.url()).isEmpty();
		page.addStyleTag(new AddStyleTagOptions().setContent(SPACING));
		assertThat(misfits(page)).as("%s with the fonts of this machine, spaced", page.url()).isEmpty();
		PageFont.WIDE.draw(page);
		assertThat(misfits(page)).as("%s with a wide font, spaced", page.url()).isEmpty();
	}

	private static List<?> misfits(Page page) {
		return (List<?>) page.evaluate(MISFITS);
	}

}
