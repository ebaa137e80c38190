package org.jfpmonitor.extract.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jfpmonitor.extract.text.Records;
import org.jfpmonitor.extract.text.SourceFile;
import org.jfpmonitor.extract.text.Table.MergedCells;
import org.jfpmonitor.extract.text.Unreadable;
import org.jfpmonitor.extract.text.ZipFiles;

/** An {@code .ods}: one stream of XML that holds every sheet, one after the other. */
final class OpenDocumentWorkbook implements Workbook {

	private static final String CONTENT = "content.xml";

	private static final String MANIFEST = "META-INF/manifest.xml";

	private final Path path;

	private final String name;

	private final List<Sheet> sheets = new ArrayList<>();

	private OpenDocumentWorkbook(Path path, String name) {
		this.path = path;
		this.name = name;
	}

	static OpenDocumentWorkbook open(SourceFile source) {
		OpenDocumentWorkbook workbook = new OpenDocumentWorkbook(source.path(), source.name());
		workbook.refusePassword();
		workbook.readSheets();
		return workbook;
	}

	@Override
	public List<Sheet> sheets() {
		return List.copyOf(this.sheets);
	}

	private void refusePassword() {
		try (XmlStream xml = part(MANIFEST)) {
			while (xml.advance()) {
				if (xml.starts("encryption-data")) {
					throw OldExcelWorkbook.needsPassword(this.name);
				}
			}
		}
	}

	private void readSheets() {
		Set<String> hiddenStyles = new HashSet<>();
		boolean isSpreadsheet = false;
		String style = "";
		try (XmlStream xml = part(CONTENT)) {
			while (xml.advance()) {
				if (!xml.isStart()) {
					continue;
				}
				switch (xml.element()) {
					case "style" -> style = String.valueOf(xml.attribute("name"));
					case "table-properties" -> {
						if ("false".equals(xml.attribute("display"))) {
							hiddenStyles.add(style);
						}
					}
					case "spreadsheet" -> isSpreadsheet = true;
					case "tracked-changes", "shapes" -> xml.skip();
					case "table" -> {
						int number = this.sheets.size();
						this.sheets.add(new Sheet(String.valueOf(xml.attribute("name")),
								hiddenStyles.contains(xml.attribute("style-name")),
								(columns) -> records(number, columns), (lastLine) -> merged(number, lastLine)));
						xml.skip();
					}
					default -> {
						// Of no use here.
					}
				}
			}
		}
		if (!isSpreadsheet) {
			throw new Unreadable("Expected a spreadsheet, found another kind of document under the name " + this.name
					+ ". Send the spreadsheet itself.");
		}
	}

	private List<MergedCells> merged(int number, long lastLine) {
		List<MergedCells> merged = new ArrayList<>();
		try (XmlStream xml = sheet(number)) {
			long line = 1;
			long next = 1;
			int column = 0;
			while (xml.advance() && !xml.ends("table") && next <= lastLine + 1) {
				if (xml.starts("table-row")) {
					line = next;
					next += Math.max(1, xml.number("number-rows-repeated", 1));
					column = 0;
				}
				else if (xml.starts("table-cell") || xml.starts("covered-table-cell")) {
					int spanned = xml.number("number-columns-spanned", 1);
					if (spanned > 1) {
						merged.add(new MergedCells(line, column, column + spanned - 1));
					}
					column += Math.max(1, xml.number("number-columns-repeated", 1));
				}
				else if (xml.starts("shapes") || xml.starts("forms")) {
					xml.skip();
				}
			}
		}
		return merged;
	}

	/** The rows of the sheet of that number, counting from 0. */
	private Records records(int number, int columns) {
		return new OpenDocumentRecords(sheet(number), columns);
	}

	/** At the beginning of the sheet. */
	private XmlStream sheet(int number) {
		XmlStream xml = part(CONTENT);
		int before = number;
		while (xml.advance()) {
			if (xml.starts("tracked-changes") || xml.starts("shapes")) {
				xml.skip();
			}
			else if (xml.starts("table") && before-- > 0) {
				xml.skip();
			}
			else if (xml.starts("table")) {
				return xml;
			}
		}
		xml.close();
		throw XmlStream.damaged(this.name, new IllegalStateException("no sheet " + number));
	}

	private XmlStream part(String part) {
		ZipFile zip = null;
		try {
			zip = ZipFiles.open(this.path);
			ZipArchiveEntry entry = zip.getEntry(part);
			if (entry == null) {
				throw new IOException("no " + part);
			}
			InputStream in = zip.getInputStream(entry);
			return XmlStream.of(in, Files.size(this.path), this.name, zip);
		}
		catch (IOException broken) {
			XmlStream.close(zip);
			throw XmlStream.damaged(this.name, broken);
		}
	}

}
