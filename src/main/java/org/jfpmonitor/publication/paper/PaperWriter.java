package org.jfpmonitor.publication.paper;

import java.io.IOException;
import java.io.OutputStream;

import org.jfpmonitor.chart.ChartPng;
import org.jfpmonitor.publication.BoardPaper;
import org.jfpmonitor.publication.Viewpoint;
import org.thymeleaf.ITemplateEngine;

import org.springframework.stereotype.Component;

/** Reads what stands in the paper and writes it as the document that was asked for. */
@Component
class PaperWriter implements BoardPaper {

	private final PaperReader papers;

	private final ITemplateEngine templates;

	PaperWriter(PaperReader papers, ITemplateEngine templates) {
		this.papers = papers;
		this.templates = templates;
	}

	@Override
	public void write(Viewpoint viewpoint, Format format, OutputStream out) throws IOException {
		Paper paper = this.papers.read(viewpoint);
		ChartPng png = ChartPng.onThisMachine();
		switch (format) {
			case PDF -> new PaperPdf(this.templates, png).write(paper, out);
			case DOCX -> new PaperDocx(png).write(paper, out);
		}
	}

}
