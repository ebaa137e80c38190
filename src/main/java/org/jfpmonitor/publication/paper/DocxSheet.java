package org.jfpmonitor.publication.paper;

import java.math.BigInteger;
import java.util.List;

import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The sheets that a Word document is printed on, and the styles of what stands there. */
final class DocxSheet {

	/** Twentieths of a point: A4 on its side. */
	private static final int LONG_SIDE = 16838;

	private static final int SHORT_SIDE = 11906;

	private static final int MARGIN = 850;

	/** What is left between the margins. */
	static final int WIDTH = LONG_SIDE - 2 * MARGIN;

	private static final BigInteger BULLETS = BigInteger.ONE;

	private DocxSheet() {
	}

	/** Lays out a new document: on its side, numbered, with a style for all it holds. */
	static void prepare(XWPFDocument document) {
		landscape(document);
		pageNumbers(document);
		styles(document);
		bullets(document);
	}

	private static void landscape(XWPFDocument document) {
		CTSectPr section = document.getDocument().getBody().addNewSectPr();
		CTPageSz size = section.addNewPgSz();
		size.setOrient(STPageOrientation.LANDSCAPE);
		size.setW(BigInteger.valueOf(LONG_SIDE));
		size.setH(BigInteger.valueOf(SHORT_SIDE));
		var margins = section.addNewPgMar();
		margins.setLeft(BigInteger.valueOf(MARGIN));
		margins.setRight(BigInteger.valueOf(MARGIN));
		margins.setTop(BigInteger.valueOf(MARGIN));
		margins.setBottom(BigInteger.valueOf(MARGIN));
	}

	private static void pageNumbers(XWPFDocument document) {
		XWPFParagraph paragraph = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
		paragraph.setAlignment(ParagraphAlignment.RIGHT);
		paragraph.createRun().setText("Page ");
		CTSimpleField number = paragraph.getCTP().addNewFldSimple();
		number.setInstr("PAGE");
		number.addNewR().addNewT().setStringValue("1");
	}

	private static void styles(XWPFDocument document) {
		XWPFStyles styles = document.createStyles();
		styles.setSpellingLanguage("en-GB");
		style(styles, "Normal", "Normal", -1, 20, false);
		style(styles, "Title", "Title", -1, 48, true);
		style(styles, "Heading1", "heading 1", 0, 32, true);
		style(styles, "Heading2", "heading 2", 1, 24, true);
		style(styles, "ListBullet", "List Bullet", -1, 20, false);
	}

	/**
	 * The list that the style of its points belongs to, so that it is one for Word and
	 * for who listens.
	 */
	private static void bullets(XWPFDocument document) {
		CTAbstractNum list = CTAbstractNum.Factory.newInstance();
		list.setAbstractNumId(BigInteger.ZERO);
		CTLvl level = list.addNewLvl();
		level.setIlvl(BigInteger.ZERO);
		level.addNewNumFmt().setVal(STNumberFormat.BULLET);
		level.addNewLvlText().setVal("\u2022");
		CTInd indent = level.addNewPPr().addNewInd();
		indent.setLeft(BigInteger.valueOf(360));
		indent.setHanging(BigInteger.valueOf(240));
		XWPFNumbering numbering = document.createNumbering();
		numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(list)), BULLETS);
	}

	/**
	 * @param outline the depth of a heading from 0, or -1
	 * @param size in half points
	 */
	private static void style(XWPFStyles styles, String id, String name, int outline, int size, boolean bold) {
		CTStyle style = CTStyle.Factory.newInstance();
		style.setType(STStyleType.PARAGRAPH);
		style.setStyleId(id);
		style.addNewName().setVal(name);
		style.addNewQFormat();
		var paragraph = style.addNewPPr();
		paragraph.addNewSpacing().setAfter(BigInteger.valueOf(100));
		if (outline >= 0) {
			paragraph.addNewKeepNext();
			paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(outline));
		}
		if (id.equals("ListBullet")) {
			paragraph.addNewNumPr().addNewNumId().setVal(BULLETS);
		}
		var run = style.addNewRPr();
		run.addNewRFonts().setAscii("Arial");
		run.addNewSz().setVal(BigInteger.valueOf(size));
		if (bold) {
			run.addNewB();
		}
		styles.addStyle(new XWPFStyle(style));
	}

}
