package org.jfpmonitor.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jfpmonitor.extract.Shipped.Read;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A table that says of itself that it holds what was planned is not read as what came
 * about.
 */
class PlannedTableTest {

	private static final String LAYOUT = """
			layout: wards
			title: Beds of lines
			feed: virtual-wards
			columns: {code: Code, month: Month, beds: Beds}
			period: {column: month}
			levels: [{scope: ward, organisation: code}]
			figures: [{measure: virtual-ward-beds, value: {sum: beds}}]
			""";

	private static final String HEADER = "Code,Month,Beds";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "Plan", "Plan 2024/25", "Trajectory", "Target", "Table 2: Plan", "Budget:", "Forecast" })
	void aTitleThatSaysSoRefusesTheFile(String title) throws IOException {
		assertThat(read(LAYOUT, title + ",,", HEADER).refusal())
			.hasMessage("Expected figures of what came about, as layout wards says nothing of plans, found the title \""
					+ title
					+ "\". Send what came about in a file of its own. Where the lines below are such figures all the"
					+ " same, change that title; where what it says is meant, say so in the layout's title.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Plan", "PLAN 24-25", "Trajectories", "Targets", "ICB Plan", "Trusts - forecast" })
	void aSheetThatSaysSoRefusesTheFile(String sheet) throws IOException {
		assertThat(readSheet(LAYOUT, sheet).refusal()).hasMessageContaining("found a sheet named \"" + sheet
				+ "\". Name the sheet that is meant in the layout (sheet: NAME), or send it in a file of its own. Where the lines"
				+ " below are such figures all the same, change that name;");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Actual,,                   | Code,Month,Beds
			Planned care,,             | Code,Month,Beds
			Beds against plan,,        | Code,Month,Beds
			Joint Forward Plan,,       | Code,Month,Beds
			Plan and outturn,,         | Code,Month,Beds
			Plan,,Oct 2024             | Code,Month,Beds
			,,,Plan                    | Code,Month,Beds,Ambition
			Plan,,,                    | Code,Month,Beds,Planned beds
			""")
	void whatSaysSomethingElseIsRead(String title, String header) throws IOException {
		assertThat(read(LAYOUT, title, header).figures()).containsExactly("virtual-ward-beds QMM October 2024 = 10");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Actual", "Sheet1", "Beds v plan", "Plan and actual", "Plan to actual", "ICB", "Care Plan",
			"Discharge plan", "Recovery Plan", "Joint Forward Plan" })
	void whichSheetsAreRead(String sheet) throws IOException {
		assertThat(readSheet(LAYOUT, sheet).figures()).containsExactly("virtual-ward-beds QMM October 2024 = 10");
	}

	@ParameterizedTest
	@ValueSource(strings = { "title: Plan of beds", "title: Beds\nsheet: Plan*" })
	void aLayoutThatAsksForThePlanReadsIt(String title) throws IOException {
		String layout = LAYOUT.replace("title: Beds of lines", title);

		assertThat(readSheet(layout, "Plan").figures()).containsExactly("virtual-ward-beds QMM October 2024 = 10");
	}

	private Read read(String layout, String title, String header) throws IOException {
		String more = ",0".repeat(header.split(",").length - 3);
		return Read.by(layouts(layout), Shipped.PLAN,
				Shipped.write(this.folder, "wards.csv", title, header, "QMM,Oct 2024,10" + more), Shipped.TODAY);
	}

	private Read readSheet(String layout, String name) throws IOException {
		Path file = this.folder.resolve("wards.xlsx");
		try (XSSFWorkbook book = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
			Sheet sheet = book.createSheet(name);
			Stream.of(HEADER, "QMM,Oct 2024,10").forEach((line) -> {
				Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
				Stream.of(line.split(","))
					.forEach((text) -> row.createCell(row.getPhysicalNumberOfCells()).setCellValue(text));
			});
			book.write(out);
		}
		return Read.by(layouts(layout), Shipped.PLAN, file, Shipped.TODAY);
	}

	private LayoutsReading layouts(String layout) throws IOException {
		Path layouts = Files.createDirectories(this.folder.resolve("layouts"));
		Files.writeString(layouts.resolve("wards.yaml"), layout);
		LayoutsReading reading = Shipped.layouts(layouts, Shipped.PLAN);
		assertThat(reading.faults()).isEmpty();
		return reading;
	}

}
