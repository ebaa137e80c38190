package org.jfpmonitor.notification;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jfpmonitor.assessment.Change;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.Phrasing;
import org.jfpmonitor.assessment.Reason;
import org.jfpmonitor.plan.Objective;

import org.springframework.web.util.HtmlUtils;

/**
 * One mail's news in words: a subject that carries it, a text part and an HTML part that
 * say the same.
 */
final class Digest {

	private static final String WHY_THIS_MAIL = "You get this mail because the plan names you for these objectives."
			+ " It is sent once, when something has changed.";

	private Digest() {
	}

	/**
	 * The news of one run for one reader.
	 * @param news at least one change
	 * @param base where the pages are found, without a slash at the end
	 */
	static MailBody of(List<Change> news, URI base) {
		List<Change> ordered = news.stream()
			.sorted(java.util.Comparator.comparing(Change::kind)
				.thenComparing((change) -> change.now().objective().code()))
			.toList();
		return new MailBody(subject(ordered), plain(ordered, base), html(ordered, base), List.of());
	}

	private static String subject(List<Change> news) {
		Change first = news.get(0);
		Objective objective = first.now().objective();
		String what = switch (first.kind()) {
			case STATUS_CHANGE, RECOVERY -> Phrasing.status(first.from()) + " to " + Phrasing.status(first.to());
			case EARLY_WARNING -> "early warning";
			case RESTATEMENT -> "restated, now " + Phrasing.status(first.to()) + " as of " + Phrasing.day(first.asOf());
			case DATA_OVERDUE -> "figure overdue";
			case OVERRIDE_LAPSING -> "override ends soon";
		};
		String more = (news.size() > 1) ? ", and " + (news.size() - 1) + " more" : "";
		return objective.code() + " " + objective.shortTitle() + ": " + what + more;
	}

	private static String plain(List<Change> news, URI base) {
		StringBuilder text = new StringBuilder();
		for (Section section : sections(news)) {
			text.append(section.title()).append("\n\n");
			for (Change change : section.news()) {
				text.append(Phrasing.change(change)).append('\n');
				details(change.now()).forEach((line) -> text.append("  ").append(line).append('\n'));
				text.append("  ").append(link(change, base)).append("\n\n");
			}
		}
		return text.append("-- \n").append(WHY_THIS_MAIL).append('\n').toString();
	}

	private static String html(List<Change> news, URI base) {
		StringBuilder html = new StringBuilder(
				"""
						<!DOCTYPE html>
						<html lang="en-GB"><head><meta charset="utf-8">
						<meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title></head>
						<body style="margin:0;padding:16px;font-family:Arial,sans-serif;font-size:16px;line-height:1.5;color:#212b32">
						<div style="max-width:640px">
						"""
					.formatted(escaped(subject(news))));
		for (Section section : sections(news)) {
			html.append("<h1 style=\"font-size:20px;margin:24px 0 8px\">")
				.append(escaped(section.title()))
				.append("</h1>\n");
			for (Change change : section.news()) {
				html.append("<p style=\"margin:0 0 4px\"><strong>")
					.append(escaped(Phrasing.change(change)))
					.append("</strong></p>\n<ul style=\"margin:0 0 4px;padding-left:20px\">\n");
				details(change.now()).forEach((line) -> html.append("<li>").append(escaped(line)).append("</li>\n"));
				html.append("</ul>\n<p style=\"margin:0 0 16px\"><a href=\"")
					.append(escaped(link(change, base)))
					.append("\" style=\"color:#005eb8\">Why objective ")
					.append(escaped(change.now().objective().code().value()))
					.append(" stands where it stands</a></p>\n");
			}
		}
		return html.append("<p style=\"font-size:14px;color:#4c6272;border-top:1px solid #d8dde0;padding-top:8px\">")
			.append(escaped(WHY_THIS_MAIL))
			.append("</p>\n</div></body></html>\n")
			.toString();
	}

	/**
	 * What stands behind the status: every reason, what was published, what a person set.
	 */
	private static List<String> details(ObjectiveAssessment now) {
		List<String> lines = new ArrayList<>(
				now.because().stream().map((Reason reason) -> Phrasing.sentence(reason)).toList());
		String agreement = Phrasing.agreement(now);
		if (!agreement.isEmpty() && !now.agrees()) {
			lines.add(agreement);
		}
		if (now.override() != null) {
			lines.add(Phrasing.override(now.override()));
		}
		return lines;
	}

	private static String link(Change change, URI base) {
		return base + "/objectives/" + change.now().objective().code();
	}

	private static List<Section> sections(List<Change> news) {
		return Arrays.stream(Change.Kind.values())
			.map((kind) -> new Section(title(kind), news.stream().filter((each) -> each.kind() == kind).toList()))
			.filter((section) -> !section.news().isEmpty())
			.toList();
	}

	private static String title(Change.Kind kind) {
		return switch (kind) {
			case STATUS_CHANGE -> "Changed status";
			case RECOVERY -> "Recovered";
			case EARLY_WARNING -> "Early warnings";
			case RESTATEMENT -> "Past status changed by a restatement";
			case DATA_OVERDUE -> "Figures overdue";
			case OVERRIDE_LAPSING -> "Overrides about to end";
		};
	}

	private static String escaped(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

	private record Section(String title, List<Change> news) {

	}

}
