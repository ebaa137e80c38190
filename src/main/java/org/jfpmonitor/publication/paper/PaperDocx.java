package org.jfpmonitor.publication.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jfpmonitor.chart.ChartPng;
import org.jfpmonitor.commentary.TextBlock;
import org.jfpmonitor.progress.PlainText;
import org.jfpmonitor.publication.measures.Matrix;
import org.jfpmonitor.publication.measures.MeasureRow;
import org.jfpmonitor.publication.page.MeasureSummary;
import org.jfpmonitor.publication.report.ReportPage;
import org.openxmlformats.schemas.drawingml.x2006.wordprocessingDrawing.CTInline;

/**
 * The paper as a Word document: headings that are headings, tables whose first row is
 * repeated on each page and whose rows stay whole, pictures with an alternative text.
 */
final class PaperDocx {

	/** In thousandths of the table: code, title, success, comments, status, last time. */
	private static final int[] WIDTHS = { 50, 150, 180, 400, 130, 90 };

	/** Measure, latest, required, status, variation, assurance. */
	private static final int[] GLANCE_WIDTHS = { 380, 130, 140, 130, 110, 110 };

	private static final int CHART_WIDTH = 640;

	private final ChartPng png;

	PaperDocx(ChartPng png) {
		this.png = png;
	}

	void write(Paper paper, OutputStream out) throws IOException {
		try (XWPFDocument document = new XWPFDocument()) {
			document.getProperties().getCoreProperties().setTitle(PlainText.writable(paper.name()));
			document.getProperties().getCoreProperties().setCreator(PlainText.writable(paper.organisation()));
			DocxSheet.prepare(document);
			head(document, paper);
			summary(document, paper);
			for (Paper.PaperSection section : paper.sections()) {
				section(document, section, paper);
			}
			notes(document, "Where computed and published differ", paper.differences());
			if (!paper.overrides().isEmpty()) {
				add(document, "Heading1", "Set manually");
				paper.overrides().forEach((each) -> add(document, "ListBullet", each));
			}
			notes(document, "Not assessed", paper.unassessed());
			glance(document, paper);
			troubles(document, paper);
			if (!paper.warnings().isEmpty()) {
				add(document, "Heading1", "Early warnings");
				paper.warnings().forEach((each) -> add(document, "ListBullet", each));
			}
			add(document, "Heading1", "Method and sources");
			paper.method().forEach((each) -> add(document, "Normal", each));
			document.write(out);
		}
	}

	private static void head(XWPFDocument document, Paper paper) {
		add(document, "Normal", paper.organisation());
		add(document, "Title", paper.title() + ": update");
		add(document, "Normal", paper.position() + ".");
		paper.notices().forEach((each) -> add(document, "Normal", each));
	}

	private static void summary(XWPFDocument document, Paper paper) {
		if (!paper.opening().isEmpty()) {
			add(document, "Heading1", "In short");
			paper.opening().forEach((each) -> add(document, "ListBullet", each));
		}
		add(document, "Heading1", "Summary");
		XWPFTable table = table(document, List.of("Status", "Now", "Last time"));
		for (ReportPage.ReportCount count : paper.counts()) {
			row(table, List.of(paragraphs(paper.said(count.mark())), paragraphs(Long.toString(count.now())),
					paragraphs(Long.toString(count.lastTime()))));
		}
		add(document, "Normal", paper.counted());
		add(document, "Heading2", "What changed since last time");
		add(document, "Normal", paper.movedAgainst());
		paper.moved().forEach((each) -> add(document, "ListBullet", each));
	}

	private static void section(XWPFDocument document, Paper.PaperSection section, Paper paper) {
		add(document, "Heading1", section.heading()).setPageBreak(true);
		XWPFTable table = table(document, List.of("Code", "Objective", "How will we know when it is met", "Comments",
				"Completion status", "Last time"));
		for (Paper.PaperRow row : section.rows()) {
			row(table,
					List.of(paragraphs(row.code()), paragraphs(row.title()), paragraphs(row.success()),
							row.comment().isEmpty() ? paragraphs("No comment for this day yet.") : row.comment(),
							statusAndRemarks(row, paper), paragraphs(row.before())));
		}
		widths(table, WIDTHS);
		nameOnEachPage(table, section.heading() + ". " + paper.position());
	}

	private static List<TextBlock> statusAndRemarks(Paper.PaperRow row, Paper paper) {
		return paragraphs(
				Stream.concat(Stream.of(paper.said(row.status())), row.remarks().stream()).toArray(String[]::new));
	}

	private static List<TextBlock> paragraphs(String... texts) {
		return Stream.of(texts)
			.filter((each) -> !each.isEmpty())
			.map((each) -> new TextBlock(false, List.of(each)))
			.toList();
	}

	private static void glance(XWPFDocument document, Paper paper) {
		if (paper.measures().isEmpty()) {
			return;
		}
		add(document, "Heading1", "Measures at a glance").setPageBreak(true);
		XWPFTable table = table(document, List.of("Measure", "Latest", "Required", "Status", "Variation", "Assurance"));
		for (MeasureRow row : paper.measures()) {
			MeasureSummary figure = row.summary();
			row(table,
					List.of(paragraphs(row.objective() + " " + row.title()),
							paragraphs(figure.latest(), figure.period()), paragraphs(figure.required()),
							paragraphs(paper.said(figure.mark())),
							paragraphs(figure.variation(), row.warned() ? "Early warning" : ""),
							paragraphs(figure.assurance())));
		}
		widths(table, GLANCE_WIDTHS);
		add(document, "Heading2", "Variation against assurance");
		Matrix matrix = paper.matrix();
		XWPFTable crossed = table(document, Stream.concat(Stream.of("Variation"), matrix.headings().stream()).toList());
		for (Matrix.MatrixRow line : matrix.lines()) {
			row(crossed,
					Stream.concat(Stream.of(paragraphs(line.variation())),
							line.cells()
								.stream()
								.map((cell) -> paragraphs(cell.stream()
									.map((each) -> each.objective() + " " + each.summary().title())
									.collect(Collectors.joining("; ")))))
						.toList());
		}
	}

	private static void notes(XWPFDocument document, String heading, List<Paper.PaperNote> notes) {
		if (!notes.isEmpty()) {
			add(document, "Heading1", heading);
		}
		for (Paper.PaperNote note : notes) {
			add(document, "Heading2", note.heading());
			note.sentences().forEach((each) -> add(document, "ListBullet", each));
		}
	}

	private void troubles(XWPFDocument document, Paper paper) throws IOException {
		List<Paper.Trouble> troubles = paper.troubles();
		if (!troubles.isEmpty()) {
			add(document, "Heading1", "Objectives that need attention").setPageBreak(true);
		}
		for (Paper.Trouble trouble : troubles) {
			add(document, "Heading2", trouble.heading());
			add(document, "Normal", paper.said(trouble.status()));
			trouble.reasons().forEach((each) -> add(document, "ListBullet", each));
			for (Paper.PaperChart chart : trouble.charts()) {
				add(document, "Normal", chart.title()).setKeepNext(true);
				picture(document, chart);
				chart.key().forEach((each) -> add(document, "Normal", each));
			}
		}
	}

	private void picture(XWPFDocument document, Paper.PaperChart chart) throws IOException {
		byte[] image = this.png.of(chart.drawing());
		var size = ImageIO.read(new ByteArrayInputStream(image));
		XWPFRun run = add(document, "Normal", "").createRun();
		try {
			XWPFPicture picture = run.addPicture(new ByteArrayInputStream(image), PictureType.PNG, "chart.png",
					Units.toEMU(CHART_WIDTH), Units.toEMU(CHART_WIDTH * (double) size.getHeight() / size.getWidth()));
			picture.getCTPicture().getNvPicPr().getCNvPr().setDescr(PlainText.writable(chart.words()));
			CTInline inline = run.getCTR().getDrawingArray(0).getInlineArray(0);
			inline.getDocPr().setDescr(PlainText.writable(chart.words()));
		}
		catch (InvalidFormatException ex) {
			throw new IOException(ex);
		}
	}

	private static XWPFParagraph add(XWPFDocument document, String style, String text) {
		XWPFParagraph paragraph = document.createParagraph();
		paragraph.setStyle(style);
		if (!text.isEmpty()) {
			paragraph.createRun().setText(PlainText.writable(text));
		}
		return paragraph;
	}

	/** With a first row that says what the columns are, on each page. */
	private static XWPFTable table(XWPFDocument document, List<String> headings) {
		XWPFTable table = document.createTable(1, headings.size());
		table.setWidth("100%");
		XWPFTableRow first = table.getRow(0);
		first.setRepeatHeader(true);
		first.setCantSplitRow(true);
		for (int i = 0; i < headings.size(); i++) {
			XWPFTableCell cell = first.getCell(i);
			cell.setColor("E8EDEE");
			XWPFRun run = cell.getParagraphs().get(0).createRun();
			run.setBold(true);
			run.setText(headings.get(i));
		}
		return table;
	}

	/** A first row above the others that says what the table is of. */
	private static void nameOnEachPage(XWPFTable table, String name) {
		int columns = table.getRow(0).getTableCells().size();
		XWPFTableRow first = table.insertNewTableRow(0);
		first.setRepeatHeader(true);
		first.setCantSplitRow(true);
		XWPFTableCell cell = first.createCell();
		cell.setColor("E8EDEE");
		cell.getCTTc().getTcPr().addNewGridSpan().setVal(BigInteger.valueOf(columns));
		cell.getParagraphs().get(0).createRun().setText(PlainText.writable(name));
	}

	private static void row(XWPFTable table, List<List<TextBlock>> cells) {
		XWPFTableRow row = table.createRow();
		row.setCantSplitRow(true);
		for (int i = 0; i < cells.size(); i++) {
			XWPFTableCell cell = row.getCell(i);
			for (TextBlock block : cells.get(i)) {
				fill(cell, block);
			}
			if (!cells.get(i).isEmpty()) {
				cell.removeParagraph(0);
			}
		}
	}

	private static void fill(XWPFTableCell cell, TextBlock block) {
		if (block.list()) {
			block.lines().forEach((item) -> {
				XWPFParagraph paragraph = cell.addParagraph();
				paragraph.setStyle("ListBullet");
				paragraph.createRun().setText(PlainText.writable(item));
			});
			return;
		}
		XWPFRun run = cell.addParagraph().createRun();
		for (int line = 0; line < block.lines().size(); line++) {
			if (line > 0) {
				run.addBreak();
			}
			run.setText(PlainText.writable(block.lines().get(line)));
		}
	}

	private static void widths(XWPFTable table, int[] widths) {
		table.getRows().forEach((row) -> {
			for (int i = 0; i < widths.length; i++) {
				row.getCell(i).setWidth(Integer.toString(DocxSheet.WIDTH * widths[i] / 1000));
			}
		});
	}

}
