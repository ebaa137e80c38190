package org.jfpmonitor.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jfpmonitor.extract.Shipped.Read;
import org.jfpmonitor.extract.workbook.BookWriter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A heading over merged cells holds for their columns and no further. */
class MergedHeadingsTest {

	private static final String MONTHS = """
			layout: wide
			title: Months over measures
			feed: virtual-wards
			columns: {code: Code, beds: Beds, patients: Patients}
			period: {above: true}
			levels: [{scope: ward, organisation: code}]
			figures:
			  - {measure: virtual-ward-beds, value: {sum: beds}}
			  - {measure: virtual-ward-patients, value: {sum: patients}}
			""";

	private static final String ORGANISATIONS = """
			layout: wide
			title: Organisations over months
			feed: virtual-wards
			reads: named-figures
			columns: {measure: Indicator}
			period: {headers: true, as: monthly}
			named: {measure: measure, organisation-above: true}
			""";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "x.xlsx", "x.xls", "x.ods" })
	void columnsRightOfTheMergedCellsAreOfNoMonth(String name) throws IOException {
		Read read = read(name, MONTHS, new String[][] { { "", "Oct 2024", "", "Nov 2024", "", "" },
				{ "Code", "Beds", "Patients", "Beds", "Patients", "Beds" }, { "QMM", "10", "8", "20", "18", "30" } });

		assertThat(read.figures()).containsExactly("virtual-ward-beds QMM November 2024 = 20",
				"virtual-ward-beds QMM October 2024 = 10", "virtual-ward-patients QMM November 2024 = 18",
				"virtual-ward-patients QMM October 2024 = 8");
		assertThat(read.extract().warnings()).containsExactly(
				"The column \"Beds\" was not read: expected a heading above it that is a period such as March"
						+ " 2025, found none.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x.xlsx", "x.xls", "x.ods" })
	void aMonthRightOfTheMergedCellsIsOfNoOrganisation(String name) throws IOException {
		assertThat(read(name, ORGANISATIONS,
				new String[][] { { "", "QMM", "", "", "", "" },
						{ "Indicator", "Oct 2024", "Nov 2024", "Dec 2024", "", "" },
						{ "virtual-ward-beds", "10", "8", "20", "", "" } })
			.refusal()).hasMessageContaining("found nothing above \"Dec 2024\"");
	}

	/** The headings of the first row, each merged with the cell right of it. */
	private Read read(String name, String layout, String[][] rows) throws IOException {
		Files.writeString(Files.createDirectories(this.folder.resolve("layouts")).resolve("wide.yaml"), layout);
		LayoutsReading layouts = Shipped.layouts(this.folder.resolve("layouts"), Shipped.PLAN);
		assertThat(layouts.faults()).isEmpty();
		Path file = this.folder.resolve(name);
		try (OutputStream out = Files.newOutputStream(file)) {
			if (name.endsWith(".ods")) {
				BookWriter.openDocument(openDocument(rows), out);
			}
			else {
				try (Workbook book = name.endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
					fill(book.createSheet("Wards"), rows);
					book.write(out);
				}
			}
		}
		return Read.by(layouts, Shipped.PLAN, file, Shipped.TODAY);
	}

	private static void fill(Sheet sheet, String[][] rows) {
		for (int i = 0; i < rows.length; i++) {
			Row row = sheet.createRow(i);
			for (int j = 0; j < rows[i].length; j++) {
				if (!rows[i][j].isEmpty()) {
					row.createCell(j).setCellValue(rows[i][j]);
					if (i == 0) {
						sheet.addMergedRegion(new CellRangeAddress(0, 0, j, j + 1));
					}
				}
			}
		}
	}

	private static String openDocument(String[][] rows) {
		StringBuilder table = new StringBuilder("<table:table table:name=\"Wards\">");
		for (int i = 0; i < rows.length; i++) {
			table.append("<table:table-row>");
			for (int j = 0; j < rows[i].length; j++) {
				boolean heads = i == 0 && !rows[i][j].isEmpty();
				table.append(rows[i][j].isEmpty() ? "<table:table-cell/>"
						: "<table:table-cell office:value-type=\"string\""
								+ (heads ? " table:number-columns-spanned=\"2\"" : "") + "><text:p>" + rows[i][j]
								+ "</text:p></table:table-cell>" + (heads ? "<table:covered-table-cell/>" : ""));
				j += heads ? 1 : 0;
			}
			table.append("</table:table-row>");
		}
		return table.append("</table:table>").toString();
	}

}
