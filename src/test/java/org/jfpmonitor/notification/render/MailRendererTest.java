package org.jfpmonitor.notification.render;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.jfpmonitor.commentary.Comment;
import org.jfpmonitor.commentary.CommentSubject;
import org.jfpmonitor.commentary.CommentText;
import org.jfpmonitor.notification.digest.DigestItem;
import org.jfpmonitor.notification.outbox.MailContent;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.progress.Origin;
import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import static org.assertj.core.api.Assertions.assertThat;

class MailRendererTest {

	@Test
	void aCommentIsToldWholeWithItsParagraphsAndLists() {
		MailContent mail = written(new CommentText("Beds are short.\n\nTwo wards are closed:\n- Yare\n- <Bure>",
				"Works.", "Open Yare.", LocalDate.of(2025, 6, 1), "202 beds in July."));

		assertThat(mail.plain()).contains("""
				Comment for April 2025 by uec-lead@example.org:

				    Beds are short.

				    Two wards are closed:

				    - Yare
				    - <Bure>

				    Cause:
				    Works.

				    Action, by 1 June 2025:
				    Open Yare.

				    Expected next:
				    202 beds in July.
				""");
		assertThat(mail.html()).contains("<strong>Cause</strong>", "<strong>Action, by 1 June 2025</strong>",
				"<strong>Expected next</strong>", ">Yare</li>", ">&lt;Bure&gt;</li>", ">Beds are short.</p>",
				">202 beds in July.</p>");
	}

	private static MailContent written(CommentText text) {
		Comment comment = new Comment(new CommentSubject(ObjectiveCode.of("6b"), null, YearMonth.of(2025, 4)), 1,
				Comment.Stage.FINAL, text, "uec-lead@example.org",
				new Origin(null, null, Place.line(0), Instant.parse("2025-05-01T08:00:00Z")));
		Digest.DigestEntry entry = new Digest.DigestEntry("6b moved.", List.of(), Digest.Quotation.of(comment), null,
				new DigestItem.Link("Why", "https://jfp.example.org/objectives/6b"));
		return new MailRenderer(templates()).write(new Digest("6b", "A plan, position on 15 May 2025.",
				List.of(new Digest.Section("Changed status", List.of(entry))), "You own it."));
	}

	private static SpringTemplateEngine templates() {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix("templates/");
		resolver.setSuffix(".html");
		resolver.setTemplateMode(TemplateMode.HTML);
		SpringTemplateEngine templates = new SpringTemplateEngine();
		templates.setTemplateResolver(resolver);
		return templates;
	}

}
