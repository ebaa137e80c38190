package org.jfpmonitor.notification.render;

import java.util.Locale;

import org.jfpmonitor.chart.ChartSize;
import org.jfpmonitor.commentary.CommentText;
import org.jfpmonitor.commentary.TextBlock;
import org.jfpmonitor.notification.outbox.MailContent;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.stereotype.Component;

/** Writes a draft out as the two parts of a mail. */
@Component
public class MailRenderer {

	private static final String TEMPLATE = "mail/digest";

	private final ITemplateEngine templates;

	public MailRenderer(ITemplateEngine templates) {
		this.templates = templates;
	}

	public MailContent write(Digest draft) {
		Context context = new Context(Locale.UK);
		context.setVariable("draft", draft);
		context.setVariable("width", ChartSize.MAIL.width());
		context.setVariable("height", ChartSize.MAIL.height());
		return new MailContent(draft.subject(), plain(draft), this.templates.process(TEMPLATE, context),
				draft.pictures());
	}

	private static String plain(Digest draft) {
		StringBuilder text = new StringBuilder(draft.opening()).append("\n\n");
		for (Digest.Section section : draft.sections()) {
			text.append(section.title()).append('\n').append("-".repeat(section.title().length())).append("\n\n");
			section.entries().forEach((entry) -> add(entry, text));
		}
		return text.append("-- \n").append(draft.closing()).append('\n').toString();
	}

	private static void add(Digest.DigestEntry entry, StringBuilder text) {
		text.append(entry.headline()).append('\n');
		entry.lines().forEach((line) -> text.append("  * ").append(line).append('\n'));
		if (entry.quotation() != null) {
			add(entry.quotation(), text);
		}
		text.append("  ").append(entry.link().words()).append(":\n  ").append(entry.link().address()).append("\n\n");
	}

	/** Set apart from what the service says, with an empty line between the blocks. */
	private static void add(Digest.Quotation quotation, StringBuilder text) {
		text.append("\n  ").append(quotation.title()).append(":\n");
		for (CommentText.CommentField part : quotation.parts()) {
			text.append('\n');
			if (!part.heading().isEmpty()) {
				text.append("    ").append(part.heading()).append(":\n");
			}
			String between = "";
			for (TextBlock block : part.blocks()) {
				text.append(between);
				block.lines()
					.forEach((line) -> text.append(block.list() ? "    - " : "    ").append(line).append('\n'));
				between = "\n";
			}
		}
		text.append('\n');
	}

}
