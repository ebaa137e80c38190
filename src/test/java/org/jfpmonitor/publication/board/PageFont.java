package org.jfpmonitor.publication.board;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.AddStyleTagOptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A font of the project's own, by which a page is drawn in the same way on every machine,
 * also where no font is installed.
 */
enum PageFont {

	/** Each character as wide as three quarters of its size. */
	WIDE("src/test/resources/publication/fonts/wide.ttf"),

	/** The letters of the paper, as wide as those of Arial. */
	USUAL("src/main/resources/fonts/LiberationSans-Regular.ttf");

	private final String face;

	PageFont(String file) {
		try {
			this.face = """
					@font-face { font-family: %1$s; src: url(data:font/ttf;base64,%2$s); }
					* { font-family: %1$s !important; }
					""".formatted(name(), Base64.getEncoder().encodeToString(Files.readAllBytes(Path.of(file))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The page must have been opened with its security policy bypassed. */
	void draw(Page page) {
		page.addStyleTag(new AddStyleTagOptions().setContent(this.face));
		assertThat(page.evaluate("document.fonts.load('16px %s').then((fonts) => fonts.length)".formatted(name())))
			.isEqualTo(1);
	}

}
