package org.jfpmonitor.publication.paper;

import java.io.IOException;
import java.io.OutputStream;

import org.jfpmonitor.chart.ChartPng;
import org.jfpmonitor.publication.BoardPaper;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.report.ReportPage;
import org.jfpmonitor.publication.report.ReportReader;

import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;

/** Writes what stands in a report as the document that was asked for. */
@Component
public class PaperWriter implements BoardPaper {

	private final ReportReader reports;

	private final PaperReader papers;

	private final ITemplateEngine templates;

	PaperWriter(ReportReader reports, PaperReader papers, ITemplateEngine templates) {
		this.reports = reports;
		this.papers = papers;
		this.templates = templates;
	}

	@Override
	public void write(Viewpoint viewpoint, Format format, OutputStream out) throws IOException {
		write(viewpoint, false, format, out);
	}

	/** The same; with points that are a draft where {@code drafts} is true. */
	void write(Viewpoint viewpoint, boolean drafts, Format format, OutputStream out) throws IOException {
		write(this.reports.read(viewpoint, drafts), viewpoint, format, out);
	}

	/**
	 * Writes a report that was read before.
	 * @param viewpoint the one that it was read from
	 * @param out where it is written; not closed
	 */
	public void write(ReportPage report, Viewpoint viewpoint, Format format, OutputStream out) throws IOException {
		switch (format) {
			case PDF ->
				new PaperPdf(this.templates, ChartPng.onThisMachine()).write(this.papers.read(report, viewpoint), out);
			case DOCX -> new PaperDocx(ChartPng.onThisMachine()).write(this.papers.read(report, viewpoint), out);
			case CSV -> PaperCsv.write(this.papers.inUsualWords(report, viewpoint), out);
			case JSON -> PaperJson.write(this.papers.inUsualWords(report, viewpoint), viewpoint, out);
		}
	}

}
