package org.jfpmonitor.publication.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

import org.jfpmonitor.publication.BoardReport;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.page.Frames;
import org.jfpmonitor.publication.page.Visitor;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Renders the report without a web server, its style sheet inside it. */
@Component
public class PrintedReport implements BoardReport {

	static final String TEMPLATE = "board/report";

	private static final ClassPathResource STYLE = new ClassPathResource("static/css/report.css");

	private final ITemplateEngine templates;

	private final ReportReader reports;

	private final Frames frames;

	PrintedReport(ITemplateEngine templates, ReportReader reports, Frames frames) {
		this.templates = templates;
		this.reports = reports;
		this.frames = frames;
	}

	/**
	 * The report without what stands around it, as a piece of HTML that needs no other
	 * page: to be kept.
	 */
	public String content(Viewpoint viewpoint, ReportPage report) {
		Context context = new Context(Locale.UK);
		context.setVariable("frame", this.frames.frame(viewpoint, Visitor.NOBODY));
		context.setVariable("report", report);
		return this.templates.process(TEMPLATE, Set.of("main"), context);
	}

	@Override
	public void write(Viewpoint viewpoint, Writer out) throws IOException {
		Context context = new Context(Locale.UK);
		context.setVariable("frame", this.frames.frame(viewpoint, Visitor.NOBODY));
		context.setVariable("report", this.reports.read(viewpoint, false));
		context.setVariable("style", STYLE.getContentAsString(StandardCharsets.UTF_8));
		this.templates.process(TEMPLATE, context, out);
	}

}
