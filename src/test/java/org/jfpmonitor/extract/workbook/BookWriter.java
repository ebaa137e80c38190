package org.jfpmonitor.extract.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Makes workbooks of sheets that were saved as CSV: numbers become numbers and
 * percentages fractions with a format, as they were before they were saved.
 */
public enum BookWriter {

	XLSX {
		@Override
		void write(Map<String, List<CSVRecord>> sheets, OutputStream out) throws IOException {
			try (Workbook book = new XSSFWorkbook()) {
				fill(book, sheets);
				book.write(out);
			}
		}
	},
	XLS {
		@Override
		void write(Map<String, List<CSVRecord>> sheets, OutputStream out) throws IOException {
			try (Workbook book = new HSSFWorkbook()) {
				fill(book, sheets);
				book.write(out);
			}
		}
	},
	ODS {
		@Override
		void write(Map<String, List<CSVRecord>> sheets, OutputStream out) throws IOException {
			StringBuilder content = new StringBuilder();
			sheets.forEach((name, rows) -> {
				content.append("<table:table table:name=\"").append(escaped(name)).append("\">");
				for (CSVRecord row : rows) {
					content.append("<table:table-row>");
					row.forEach((text) -> content.append(openCell(text)));
					content.append("</table:table-row>");
				}
				content.append("</table:table>");
			});
			openDocument(content.toString(), out);
		}
	};

	private static final Predicate<String> NUMBER = Pattern
		.compile("-?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?|-?(0|[1-9][0-9]*)(\\.[0-9]+)?")
		.asMatchPredicate();

	private static final Predicate<String> PERCENT = Pattern.compile("-?[0-9]+(\\.[0-9]+)?%").asMatchPredicate();

	abstract void write(Map<String, List<CSVRecord>> sheets, OutputStream out) throws IOException;

	/** One sheet of the CSV, in a workbook beside it. */
	public Path write(Path csv, Path folder, String sheet) {
		return write(Map.of(sheet, rows(csv)),
				folder.resolve(csv.getFileName() + "." + name().toLowerCase(Locale.ROOT)));
	}

	/** Sheets as they were saved, by name. */
	public Path write(Map<String, List<CSVRecord>> sheets, Path file) {
		try (OutputStream out = Files.newOutputStream(file)) {
			write(sheets, out);
			return file;
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	/** The rows of a CSV. */
	public static List<CSVRecord> rows(Path csv) {
		try (CSVParser parser = CSVParser.parse(csv, StandardCharsets.UTF_8,
				CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get())) {
			return parser.getRecords();
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	/** A whole {@code .ods} around the tables. */
	public static void openDocument(String tables, OutputStream out) throws IOException {
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			part(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
			part(zip, "META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"m\"/>");
			part(zip, "content.xml",
					"<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"o\""
							+ " xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\" xmlns:calcext=\"c\"><office:automatic-styles>"
							+ "<style:style style:name=\"hidden\" style:family=\"table\"><style:table-properties"
							+ " table:display=\"false\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>"
							+ tables + "</office:spreadsheet></office:body></office:document-content>");
		}
	}

	static void part(ZipOutputStream zip, String name, String content) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(content.getBytes(StandardCharsets.UTF_8));
		zip.closeEntry();
	}

	private static void fill(Workbook book, Map<String, List<CSVRecord>> sheets) {
		Map<String, CellStyle> styles = new HashMap<>();
		sheets.forEach((name, rows) -> {
			Sheet sheet = book.createSheet(name);
			for (int i = 0; i < rows.size(); i++) {
				Row row = sheet.createRow(i);
				for (int j = 0; j < rows.get(i).size(); j++) {
					if (!rows.get(i).get(j).isEmpty()) {
						put(row.createCell(j), rows.get(i).get(j), book, styles);
					}
				}
			}
		});
	}

	private static void put(Cell cell, String text, Workbook book, Map<String, CellStyle> styles) {
		String trimmed = text.strip();
		if (PERCENT.test(trimmed)) {
			cell.setCellValue(Double.parseDouble(trimmed.substring(0, trimmed.length() - 1)) / 100);
			cell.setCellStyle(style("0.0%", book, styles));
		}
		else if (NUMBER.test(trimmed)) {
			cell.setCellValue(Double.parseDouble(trimmed.replace(",", "")));
			cell.setCellStyle(style("#,##0", book, styles));
		}
		else {
			cell.setCellValue(text);
		}
	}

	private static CellStyle style(String format, Workbook book, Map<String, CellStyle> styles) {
		return styles.computeIfAbsent(format, (each) -> {
			CellStyle style = book.createCellStyle();
			style.setDataFormat(book.createDataFormat().getFormat(each));
			return style;
		});
	}

	private static String openCell(String text) {
		String trimmed = text.strip();
		String shown = "<text:p>" + escaped(text) + "</text:p></table:table-cell>";
		if (text.isEmpty()) {
			return "<table:table-cell/>";
		}
		if (PERCENT.test(trimmed)) {
			return "<table:table-cell office:value-type=\"percentage\" office:value=\""
					+ Double.parseDouble(trimmed.substring(0, trimmed.length() - 1)) / 100 + "\">" + shown;
		}
		if (NUMBER.test(trimmed)) {
			return "<table:table-cell office:value-type=\"float\" office:value=\"" + trimmed.replace(",", "") + "\">"
					+ shown;
		}
		return "<table:table-cell office:value-type=\"string\">" + shown;
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
	}

}
