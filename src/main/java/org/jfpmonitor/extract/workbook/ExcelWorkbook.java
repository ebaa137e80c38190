package org.jfpmonitor.extract.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jfpmonitor.extract.text.BoundedStream;
import org.jfpmonitor.extract.text.Records;
import org.jfpmonitor.extract.text.SourceFile;
import org.jfpmonitor.extract.text.Table.MergedCells;
import org.jfpmonitor.extract.text.Unreadable;
import org.jfpmonitor.extract.text.ZipFiles;
import org.jfpmonitor.extract.workbook.cell.CellFormat;
import org.jfpmonitor.extract.workbook.cell.CellText;
import org.jspecify.annotations.Nullable;

/**
 * An {@code .xlsx} or {@code .xlsm}. Apache POI opens the package; what its parts say is
 * read as a stream.
 */
final class ExcelWorkbook implements Workbook {

	/** Texts that cells share, all of which are held. */
	private static final int MOST_TEXTS = 1_000_000;

	private static final long MOST_TEXT_BYTES = 48L << 20;

	private static final int MOST_PARTS = 10_000;

	private static final long MOST_HELD_BYTES = 1L << 20;

	/** No heading is further down than so many others. */
	static final int MOST_MERGED = 100_000;

	/** More than Excel lets a workbook have. */
	private static final int MOST_STYLES = 65_536;

	static {
		ZipSecureFile.setMinInflateRatio(1.0 / BoundedStream.MOST_GROWTH);
		ZipSecureFile.setMaxEntrySize(BoundedStream.MOST_BYTES);
		ZipSecureFile.setMaxFileCount(MOST_PARTS);
	}

	private final Path path;

	private final String name;

	private final List<Sheet> sheets = new ArrayList<>();

	private boolean from1904;

	private boolean calculated = true;

	private CellFormat[] formats = { CellFormat.PLAIN };

	private @Nullable List<String> texts;

	private ExcelWorkbook(Path path, String name) {
		this.path = path;
		this.name = name;
	}

	static ExcelWorkbook open(SourceFile source) {
		ExcelWorkbook workbook = new ExcelWorkbook(source.path(), source.name());
		workbook.refuseWhatIsHeldWhole();
		workbook.readWhatSheetsShare();
		return workbook;
	}

	private void readWhatSheetsShare() {
		try (ExcelPackage opened = open()) {
			try (XmlStream xml = xml(opened.workbook())) {
				readSheets(xml);
			}
			InputStream styles = opened.part("styles").orElse(null);
			if (styles != null) {
				try (XmlStream xml = xml(styles)) {
					this.formats = formats(xml);
				}
			}
		}
		catch (IOException | OpenXML4JException | RuntimeException broken) {
			throw XmlStream.unreadable(this.name, broken);
		}
	}

	@Override
	public List<Sheet> sheets() {
		return List.copyOf(this.sheets);
	}

	/**
	 * POI holds the list of parts and how they belong together, so these are looked at
	 * before.
	 */
	private void refuseWhatIsHeldWhole() {
		try (ZipFile zip = ZipFiles.open(this.path)) {
			List<ZipArchiveEntry> parts = ZipFiles.entries(zip);
			if (parts.size() > MOST_PARTS) {
				throw tooManyParts();
			}
			refuseOtherDocuments(parts);
			for (ZipArchiveEntry part : parts) {
				String held = part.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
				if (held.endsWith(".rels") || held.equals("[content_types].xml") || held.startsWith("docprops/")) {
					try (InputStream in = new BoundedStream(zip.getInputStream(part), MOST_HELD_BYTES,
							this::tooManyParts)) {
						in.transferTo(OutputStream.nullOutputStream());
					}
				}
			}
		}
		catch (IOException broken) {
			throw XmlStream.unreadable(this.name, broken);
		}
	}

	private void refuseOtherDocuments(List<ZipArchiveEntry> parts) {
		List<String> names = parts.stream().map((part) -> part.getName().replace('\\', '/')).toList();
		if (names.contains("xl/workbook.bin")) {
			throw new Unreadable(
					"Expected a workbook (.xlsx, .xlsm, .xls or .ods), found a binary one (.xlsb) under the name "
							+ this.name + ". Save it as .xlsx and send that.");
		}
		if (names.stream().noneMatch((each) -> each.startsWith("xl/"))) {
			throw new Unreadable("Expected a workbook, found another kind of document under the name " + this.name
					+ ". Send the workbook itself.");
		}
	}

	private Unreadable tooManyParts() {
		return new Unreadable("Expected a workbook of at most " + String.format(Locale.UK, "%,d", MOST_PARTS)
				+ " parts, described in " + (MOST_HELD_BYTES >> 20) + " MB, found more in " + this.name
				+ ". Save the sheet as CSV and send that.");
	}

	private Unreadable tooManyStyles() {
		return new Unreadable("Expected a workbook of at most " + String.format(Locale.UK, "%,d", MOST_STYLES)
				+ " styles, found more in " + this.name + ". Copy its sheets into a new workbook, values and number"
				+ " formats alone, or save the sheet as CSV, and send that.");
	}

	private void readSheets(XmlStream xml) {
		while (xml.advance()) {
			if (xml.starts("workbookPr")) {
				this.from1904 = xml.isTrue("date1904");
			}
			else if (xml.starts("calcPr")) {
				this.calculated = !xml.isTrue("fullCalcOnLoad");
			}
			else if (xml.starts("sheet")) {
				String state = xml.attribute("state");
				String sheetName = xml.attribute("name");
				String part = xml.attribute("id");
				if (sheetName == null || part == null) {
					throw new Unreadable("Expected a workbook whose sheets have names, found one without in "
							+ this.name + ". Open it in a spreadsheet program and save it.");
				}
				this.sheets.add(new Sheet(sheetName, state != null && !state.equals("visible"),
						(columns) -> records(part, columns), (lastLine) -> merged(part)));
			}
		}
	}

	/** They stand behind the rows. */
	private List<MergedCells> merged(String part) {
		List<MergedCells> merged = new ArrayList<>();
		try (ExcelPackage opened = open(); XmlStream xml = xml(opened.sheet(part))) {
			while (xml.advance() && merged.size() < MOST_MERGED) {
				if (xml.starts("mergeCell")) {
					CellRangeAddress area = CellRangeAddress.valueOf(String.valueOf(xml.attribute("ref")));
					merged.add(new MergedCells(area.getFirstRow() + 1L, area.getFirstColumn(), area.getLastColumn()));
				}
			}
		}
		catch (IOException | OpenXML4JException | RuntimeException broken) {
			throw XmlStream.unreadable(this.name, broken);
		}
		return merged;
	}

	/** The format of each style, by its number. */
	private CellFormat[] formats(XmlStream xml) {
		Map<Integer, String> codes = new HashMap<>();
		Map<Integer, CellFormat> known = new HashMap<>();
		List<CellFormat> formats = new ArrayList<>();
		boolean ofCells = false;
		while (xml.advance()) {
			if (codes.size() > MOST_STYLES || formats.size() > MOST_STYLES) {
				throw tooManyStyles();
			}
			if (xml.starts("numFmt")) {
				String code = xml.attribute("formatCode");
				codes.put(xml.number("numFmtId", 0), (code != null) ? code : "General");
			}
			else if (xml.element().equals("cellXfs")) {
				ofCells = xml.isStart();
			}
			else if (ofCells && xml.starts("xf")) {
				formats.add(known.computeIfAbsent(xml.number("numFmtId", 0), (id) -> CellFormat.of(id, codes.get(id))));
			}
		}
		return formats.toArray(CellFormat[]::new);
	}

	/** The format of a style; plain where the workbook does not say. */
	CellFormat format(int style) {
		return (style >= 0 && style < this.formats.length) ? this.formats[style] : CellFormat.PLAIN;
	}

	boolean isFrom1904() {
		return this.from1904;
	}

	/**
	 * Whether a program has worked its formulas out. Programs that only write ask for it
	 * at the next opening, and store 0 until then.
	 */
	boolean isCalculated() {
		return this.calculated;
	}

	/** The text of the number that cells share; null when there is none. */
	@Nullable String text(int number) {
		List<String> all = this.texts;
		return (all != null && number >= 0 && number < all.size()) ? all.get(number) : null;
	}

	private List<String> texts(XmlStream xml) {
		List<String> all = new ArrayList<>();
		while (xml.advance()) {
			if (xml.starts("si")) {
				if (all.size() >= MOST_TEXTS) {
					throw tooManyTexts();
				}
				all.add(CellText.unescaped(xml.text("rPh")));
			}
		}
		return all;
	}

	private Unreadable tooManyTexts() {
		return new Unreadable("Expected at most " + String.format(Locale.UK, "%,d", MOST_TEXTS) + " different texts of "
				+ (MOST_TEXT_BYTES >> 20) + " MB in a workbook, found more in " + this.name
				+ ". Save the sheet as CSV and send that.");
	}

	/** Held from the first reading on, because every sheet shares them. */
	private synchronized void readTexts(ExcelPackage opened) throws IOException, OpenXML4JException {
		if (this.texts == null) {
			InputStream in = opened.part("sharedStrings").orElse(null);
			List<String> read = List.of();
			if (in != null) {
				try (XmlStream xml = new XmlStream(new BoundedStream(in, MOST_TEXT_BYTES, this::tooManyTexts),
						this.name)) {
					read = texts(xml);
				}
			}
			this.texts = read;
		}
	}

	private Records records(String part, int columns) {
		ExcelPackage opened = open();
		try {
			readTexts(opened);
			return new ExcelRecords(this, xml(opened.sheet(part)), opened, columns);
		}
		catch (IOException | OpenXML4JException | RuntimeException broken) {
			opened.close();
			throw XmlStream.unreadable(this.name, broken);
		}
	}

	private XmlStream xml(InputStream in) throws IOException {
		return XmlStream.of(in, Files.size(this.path), this.name, in);
	}

	private ExcelPackage open() {
		try {
			return ExcelPackage.open(this.path);
		}
		catch (IOException | OpenXML4JException | RuntimeException broken) {
			throw XmlStream.unreadable(this.name, broken);
		}
	}

}
