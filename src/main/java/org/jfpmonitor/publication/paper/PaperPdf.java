package org.jfpmonitor.publication.paper;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jfpmonitor.chart.ChartPng;
import org.jfpmonitor.progress.PlainText;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * The paper as PDF/UA and PDF/A-3a: tagged, with bookmarks, alternative texts, headings
 * of tables on each page, and its fonts inside. It loads nothing from anywhere.
 */
final class PaperPdf {

	private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

	static {
		// What it says of style sheets helps nobody who reads the log of a service.
		XRLog.setLoggingEnabled(false);
		PaperFont.takeNoOther();
	}

	private final ITemplateEngine templates;

	private final ChartPng png;

	PaperPdf(ITemplateEngine templates, ChartPng png) {
		this.templates = templates;
		this.png = png;
	}

	void write(Paper paper, OutputStream out) throws IOException {
		try (PDDocument document = new PDDocument()) {
			write(paper, document, out);
		}
	}

	private void write(Paper paper, PDDocument document, OutputStream out) throws IOException {
		PdfRendererBuilder pdf = new PdfRendererBuilder();
		pdf.usePDDocument(document);
		pdf.usePdfUaAccessibility(true);
		pdf.usePdfAConformance(PdfAConformance.PDFA_3_A);
		pdf.withProducer("JFP Monitor");
		pdf.useFont(font("Regular", document), PaperFont.FAMILY, 400, FontStyle.NORMAL, true);
		pdf.useFont(font("Bold", document), PaperFont.FAMILY, 700, FontStyle.NORMAL, true);
		pdf.useColorProfile(COLOURS);
		for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
			pdf.useExternalResourceAccessControl((address, type) -> address.startsWith("data:"), when);
		}
		pdf.withHtmlContent(page(paper), null);
		pdf.toStream(out);
		pdf.run();
	}

	/**
	 * Each letter is drawn by itself: to look for ligatures in each piece of text takes
	 * longer than all the rest, and the width of a line was measured without them.
	 */
	private static PDFontSupplier font(String weight, PDDocument document) throws IOException {
		TrueTypeFont font = PaperFont.parsed(weight);
		font.setEnableGsub(false);
		document.registerTrueTypeFontForClosing(font);
		return new PDFontSupplier(PDType0Font.load(document, font, true));
	}

	private String page(Paper paper) {
		Context context = new Context(Locale.UK);
		context.setVariable("paper", paper);
		context.setVariable("charts", paper.troubles().stream().map(this::pictures).toList());
		return PaperFont.load().drawable(PlainText.writable(this.templates.process("paper/paper", context)));
	}

	private List<String> pictures(Paper.Trouble trouble) {
		return trouble.charts()
			.stream()
			.map((chart) -> "data:image/png;base64," + Base64.getEncoder().encodeToString(this.png.of(chart.drawing())))
			.toList();
	}

}
