package org.jfpmonitor.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.FileSystems;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.csv.CSVRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jfpmonitor.EveryCase;
import org.jfpmonitor.extract.Shipped.Read;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.workbook.BookWriter;
import org.jfpmonitor.progress.Sender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * What stands in the cells of a workbook, in both of Excel's forms, and in its sheets.
 */
class WorkbookTest {

	@TempDir
	private Path folder;

	private Read read(String name, Consumer<Workbook> content) {
		try (Workbook book = name.endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
			content.accept(book);
			Path file = this.folder.resolve(name);
			try (OutputStream out = Files.newOutputStream(file)) {
				book.write(out);
			}
			return Shipped.read(file);
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	private static Sheet figures(Workbook book, String name) {
		Sheet sheet = book.createSheet(name);
		Row header = sheet.createRow(1);
		int column = 1;
		for (String each : List.of("measure", "organisation", "period", "value")) {
			header.createCell(column++).setCellValue(each);
		}
		return sheet;
	}

	private static Cell line(Sheet sheet, String measure, String period) {
		Row row = sheet.createRow(sheet.getLastRowNum() + 1);
		row.createCell(1).setCellValue(measure);
		row.createCell(2).setCellValue("QMM");
		row.createCell(3).setCellValue(period);
		return row.createCell(4);
	}

	private static CellStyle style(Sheet sheet, String format) {
		CellStyle style = sheet.getWorkbook().createCellStyle();
		style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
		return style;
	}

	@ParameterizedTest
	@ValueSource(strings = { "x.xlsx", "x.xlsm", "x.xls" })
	void theFormatSaysWhatAFractionMeans(String name) {
		Read read = read(name, (book) -> {
			Sheet sheet = figures(book, "Ours");
			Cell percentage = line(sheet, "virtual-ward-occupancy", "March 2025");
			percentage.setCellValue(0.726);
			percentage.setCellStyle(style(sheet, "0.0%"));
			line(sheet, "virtual-ward-occupancy", "April 2025").setCellValue(72.6);
			Cell rounded = line(sheet, "virtual-ward-beds", "April 2025");
			rounded.setCellValue(181.5);
			rounded.setCellStyle(style(sheet, "#,##0"));
			line(sheet, "virtual-ward-beds", "March 2025").setCellValue("164");
		});

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).containsExactly("virtual-ward-beds QMM April 2025 = 181.5",
				"virtual-ward-beds QMM March 2025 = 164", "virtual-ward-occupancy QMM April 2025 = 72.6%",
				"virtual-ward-occupancy QMM March 2025 = 72.6%");
		assertThat(read.extract().observations().get(0).place().inWords()).isEqualTo("Ours!E3");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x.xlsx", "x.xls" })
	void aNumberThatIsShownAsSuppressedIsNeverPublished(String name) {
		Read read = read(name, (book) -> {
			Sheet sheet = figures(book, "Ours");
			String format = "[<5]\"*\";#,##0";
			Cell small = line(sheet, "virtual-ward-beds", "March 2025");
			small.setCellValue(3);
			small.setCellStyle(style(sheet, format));
			Cell large = line(sheet, "virtual-ward-beds", "April 2025");
			large.setCellValue(0.1 + 0.2 + 163.7);
			large.setCellStyle(style(sheet, format));
			Cell none = line(sheet, "virtual-ward-patients", "April 2025");
			none.setCellValue(0);
			none.setCellStyle(style(sheet, "0;-0;\"NA\""));
		});

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).containsExactly("virtual-ward-beds QMM April 2025 = 164",
				"virtual-ward-beds QMM March 2025 = SUPPRESSED", "virtual-ward-patients QMM April 2025 = MISSING");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x.xlsx", "x.xls" })
	void aDayIsADayAndAMonthShownIsAMonth(String name) {
		Read read = read(name, (book) -> {
			Sheet sheet = figures(book, "Ours");
			line(sheet, "virtual-ward-beds", "").setCellValue(1);
			Cell month = sheet.getRow(2).createCell(3);
			month.setCellValue(LocalDate.of(2025, 3, 1));
			month.setCellStyle(style(sheet, "mmm-yy"));
			line(sheet, "virtual-ward-patients", "2025-02").setCellValue(3);
		});

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).containsExactly("virtual-ward-beds QMM March 2025 = 1",
				"virtual-ward-patients QMM February 2025 = 3");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x.xlsx", "x.xls" })
	void daysMayBeCountedFrom1904(String name) {
		Read read = read(name, (book) -> {
			if (book instanceof XSSFWorkbook present) {
				present.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
			}
			else {
				((HSSFWorkbook) book).getInternalWorkbook()
					.getRecords()
					.stream()
					.filter(DateWindow1904Record.class::isInstance)
					.forEach((each) -> ((DateWindow1904Record) each).setWindowing((short) 1));
			}
			Sheet sheet = figures(book, "Ours");
			line(sheet, "virtual-ward-beds", "").setCellValue(1);
			Cell month = sheet.getRow(2).createCell(3);
			month.setCellValue(44255);
			month.setCellStyle(style(sheet, "mmmm yyyy"));
		});

		assertThat(read.figures()).containsExactly("virtual-ward-beds QMM March 2025 = 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x.xlsx", "x.xls" })
	void anErrorIsARejectWithItsCell(String name) {
		Read read = read(name, (book) -> {
			Sheet sheet = figures(book, "Our figures");
			line(sheet, "virtual-ward-beds", "March 2025").setCellValue(164);
			line(sheet, "virtual-ward-beds", "April 2025").setCellErrorValue(FormulaError.REF.getCode());
			line(sheet, "virtual-ward-patients", "April 2025").setCellValue(165);
			sheet.getRow(4).getCell(2).setCellErrorValue(FormulaError.NA.getCode());
		});

		assertThat(read.rejections()).containsExactly("'Our figures'!E4 not_a_number value [#REF!] a number",
				"'Our figures'!C5 error_value organisation [#N/A]"
						+ " a value; open the workbook, let it calculate, and save it");
		assertThat(read.figures()).containsExactly("virtual-ward-beds QMM March 2025 = 164");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x.xlsx", "x.xls" })
	void theStoredValueOfAFormulaCounts(String name) {
		Read read = read(name, (book) -> {
			Sheet sheet = figures(book, "Ours");
			Cell sum = line(sheet, "virtual-ward-beds", "March 2025");
			sum.setCellFormula("160+4");
			Cell text = line(sheet, "virtual-ward-patients", "");
			text.setCellValue(136);
			Cell period = sheet.getRow(3).createCell(3);
			period.setCellFormula("\"March\"&\" 2025\"");
			book.getCreationHelper().createFormulaEvaluator().evaluateAll();
			sum.setCellValue(999);
		});

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).containsExactly("virtual-ward-beds QMM March 2025 = 999",
				"virtual-ward-patients QMM March 2025 = 136");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x.xlsx", "x.xls" })
	void aFormulaThatWasNeverWorkedOutIsARejectWithItsCell(String name) {
		Read read = read(name, (book) -> {
			Sheet sheet = figures(book, "Ours");
			line(sheet, "virtual-ward-beds", "March 2025").setCellFormula("160+4");
			line(sheet, "virtual-ward-beds", "April 2025").setCellValue(0);
			line(sheet, "virtual-ward-patients", "").setCellValue(136);
			sheet.getRow(4).createCell(3).setCellFormula("\"March\"&\" 2025\"");
		});

		assertThat(read.rejections()).containsExactly(
				"Ours!E3 not_a_number value [(a formula without a stored value)] a number",
				"Ours!D5 error_value period [(a formula without a stored value)]"
						+ " a value; open the workbook, let it calculate, and save it");
		assertThat(read.figures()).containsExactly("virtual-ward-beds QMM April 2025 = 0");
	}

	@Test
	void aFormulaWithoutAStoredValueIsAReject() throws IOException {
		Path file = this.folder.resolve("x.ods");
		try (OutputStream out = Files.newOutputStream(file)) {
			BookWriter.openDocument("<table:table table:name=\"Ours\"><table:table-row>" + cell("measure")
					+ cell("organisation") + cell("period") + cell("value") + "</table:table-row><table:table-row>"
					+ cell("virtual-ward-beds") + cell("QMM") + cell("March 2025")
					+ "<table:table-cell table:formula=\"of:=[.A9]\"/></table:table-row><table:table-row>"
					+ cell("virtual-ward-beds") + cell("QMM")
					+ "<table:table-cell office:value-type=\"date\" office:date-value=\"2025-04-01\"><text:p>Apr-25</text:p>"
					+ "</table:table-cell><table:table-cell office:value-type=\"float\" office:value=\"181\"><office:annotation>"
					+ "<text:p>counted twice</text:p></office:annotation><text:p>181.0</text:p></table:table-cell>"
					+ "</table:table-row></table:table><table:table table:name=\"Old\" table:style-name=\"hidden\"/>",
					out);
		}

		Read read = Shipped.read(file);

		assertThat(read.rejections())
			.containsExactly("Ours!D2 not_a_number value [(a formula without a stored value)] a number");
		assertThat(read.figures()).containsExactly("virtual-ward-beds QMM April 2025 = 181");
		assertThat(read.extract().warnings()).contains("Not read: \"Old\" (hidden).");
	}

	private static String cell(String text) {
		return "<table:table-cell office:value-type=\"string\"><text:p>" + text + "</text:p></table:table-cell>";
	}

	@ParameterizedTest
	@EnumSource(BookWriter.class)
	void eachSheetEndsWhereItEnds(BookWriter kind) {
		List<CSVRecord> march = BookWriter.rows(Shipped.write(this.folder, "march.csv",
				"measure,organisation,period,value", "virtual-ward-beds,QMM,March 2025,164"));
		List<CSVRecord> april = BookWriter.rows(Shipped.write(this.folder, "april.csv", "Draft of somebody,",
				"measure,organisation,period,value", "virtual-ward-beds,QMM,April 2025,181"));
		Map<String, List<CSVRecord>> sheets = new LinkedHashMap<>();
		sheets.put("March", march);
		sheets.put("April", april);

		Read read = Shipped.read(kind.write(sheets, this.folder.resolve("book")));

		assertThat(read.rejections()).isEmpty();
		assertThat(read.extract().observations()).extracting((each) -> each.place().inWords())
			.containsExactlyInAnyOrder("March!D2", "April!D3");
		assertThat(read.extract().lines().read()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x.xlsx", "x.xls" })
	void sheetsOfOneFeedAreReadTogetherAndTheOthersNamed(String name) {
		Read read = read(name, (book) -> {
			line(figures(book, "March"), "virtual-ward-beds", "March 2025").setCellValue(164);
			line(figures(book, "April"), "virtual-ward-beds", "April 2025").setCellValue(181);
			book.createSheet("Notes").createRow(0).createCell(0).setCellValue("A note");
			book.createSheet("Blank");
			line(figures(book, "Draft"), "virtual-ward-beds", "May 2025").setCellValue(1);
			book.setSheetHidden(4, true);
		});

		assertThat(read.figures()).containsExactly("virtual-ward-beds QMM April 2025 = 181",
				"virtual-ward-beds QMM March 2025 = 164");
		assertThat(read.extract().warnings()).contains("Not read: \"Notes\", \"Blank\" (empty), \"Draft\" (hidden).");
		assertThat(read.extract().layout()).isEqualTo("figures");
	}

	@Test
	void sheetsThatContradictEachOtherRefuseTheFile() {
		Read read = read("x.xlsx", (book) -> {
			line(figures(book, "Ours"), "virtual-ward-beds", "March 2025").setCellValue(164);
			line(figures(book, "Theirs"), "virtual-ward-beds", "March 2025").setCellValue(165);
		});

		assertThat(read.refusal().faults())
			.containsExactly("Theirs!E3: expected virtual-ward-beds for QMM in March 2025 as in Ours!E3, found another"
					+ " figure. Ask the publisher which sheet is right.");
	}

	@Test
	void whatOneSheetTakesBackAnotherCannotState() {
		Read read = read("x.xlsx", (book) -> {
			line(figures(book, "Ours"), "virtual-ward-beds", "March 2025").setCellValue(164);
			line(figures(book, "Theirs"), "virtual-ward-beds", "March 2025").setCellValue("withdrawn");
		});

		assertThat(read.refusal().faults())
			.containsExactly("Ours!E3: expected virtual-ward-beds for QMM in March 2025 as in the other sheets, found a"
					+ " figure that another one withdraws. Ask the publisher which sheet is right.");
	}

	@Test
	void aRemarkBesideTheTableIsNothingOfIt() {
		Read read = read("x.xlsx", (book) -> {
			Sheet sheet = figures(book, "Ours");
			line(sheet, "virtual-ward-beds", "March 2025").setCellValue(164);
			line(sheet, "virtual-ward-beds", "April 2025").setCellValue(181);
			sheet.getRow(2).createCell(8).setCellValue("check with the ward");
		});

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).hasSize(2);
	}

	@EveryCase
	@Test
	void cellsFarToTheRightCostNoMoreThanThemselves() {
		Read read = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read("x.xlsx", (book) -> {
			Sheet sheet = figures(book, "Ours");
			line(sheet, "virtual-ward-beds", "March 2025").setCellValue(164);
			for (int i = 3; i < 60_000; i++) {
				sheet.createRow(i).createCell(16_383).setCellValue(1);
			}
		}));

		assertThat(read.figures()).containsExactly("virtual-ward-beds QMM March 2025 = 164");
	}

	@Test
	void aWorkbookOfHiddenSheetsIsToBeUnhidden() {
		Read read = read("x.xlsx", (book) -> {
			line(figures(book, "Ours"), "virtual-ward-beds", "March 2025").setCellValue(164);
			book.setSheetHidden(0, true);
		});

		assertThat(read.refusal().faults()).containsExactly(
				"Expected a sheet that people can see, found that all of x.xlsx are hidden: \"Ours\" (hidden)."
						+ " Unhide the one that is meant, save the workbook and send that.");
	}

	@Test
	void aTableWithoutRowsIsToBeFilledIn() {
		Read read = read("x.xlsx", (book) -> figures(book, "Ours"));

		assertThat(read.refusal().faults())
			.containsExactly("Ours!A2: expected data below the header, found none. Fill in a row and send it then.");
	}

	@Test
	void aWorkbookMayHaveThousandsOfParts() throws IOException {
		Path file = this.folder.resolve("x.xlsx");
		read("x.xlsx", (book) -> line(figures(book, "Ours"), "virtual-ward-beds", "March 2025").setCellValue(164));
		try (FileSystem parts = FileSystems.newFileSystem(file)) {
			for (int i = 0; i < 1_100; i++) {
				Files.writeString(parts.getPath("/xl/part" + i + ".xml"), "<x/>");
			}
		}

		assertThat(Shipped.read(file).figures()).hasSize(1);
	}

	@Test
	void aZippedWorkbookIsNamed() throws IOException {
		Path file = this.folder.resolve("x.zip");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
			zip.putNextEntry(new ZipEntry("figures.xlsx"));
			zip.closeEntry();
		}

		assertThat(Shipped.read(file).refusal().faults())
			.containsExactly("Expected a zip file with one CSV, found a workbook inside x.zip. Unpack it and send the"
					+ " workbook itself.");
	}

	@Test
	void aWarningNamesTheSheetsThatItIsAbout() {
		Read read = read("x.xlsx", (book) -> {
			for (String month : List.of("March", "April")) {
				Sheet sheet = book.createSheet(month);
				Row header = sheet.createRow(1);
				List<String> names = new ArrayList<>(
						List.of("ICB code", "Name", "Virtual Ward Capacity", "Patients in a Virtual Ward"));
				if (month.equals("April")) {
					names.add("Virtual Ward Capacity per 100,000 GP registered population");
				}
				Row row = sheet.createRow(2);
				sheet.createRow(0).createCell(0).setCellValue("Period: " + month + " 2025");
				for (int i = 0; i < names.size(); i++) {
					header.createCell(i).setCellValue(names.get(i));
					row.createCell(i).setCellValue(16);
				}
				row.getCell(0).setCellValue("QMM");
			}
		});

		assertThat(read.extract().warnings())
			.contains("In \"March\": No figures of virtual-ward-beds-per-100000: the file"
					+ " has no column \"Virtual Ward Capacity per 100,000 GP registered population\".");
	}

	@Test
	void sheetsOfTwoFeedsRefuseTheFile() {
		Read read = read("x.xlsx", (book) -> {
			line(figures(book, "Ours"), "virtual-ward-beds", "March 2025").setCellValue(164);
			Sheet progress = book.createSheet("Progress");
			List<List<String>> rows = List.of(List.of("kind", "objective", "as-of", "status"),
					List.of("position", "6b", "2025-03-31", "On Track"));
			for (int i = 0; i < rows.size(); i++) {
				Row row = progress.createRow(i);
				for (int j = 0; j < 4; j++) {
					row.createCell(j).setCellValue(rows.get(i).get(j));
				}
			}
		});

		assertThat(read.refusal().faults())
			.containsExactly("Expected a workbook of one feed, found sheets of figures and progress in x.xlsx. Send a"
					+ " workbook for each.");
	}

	@Test
	void aWorkbookOfUnknownSheetsIsRefusedWithTheirNames() {
		Read read = read("x.xlsx", (book) -> {
			book.createSheet("Notes").createRow(0).createCell(0).setCellValue("A note");
			book.createSheet("Blank");
		});

		assertThat(read.refusal().faults()).singleElement()
			.asString()
			.startsWith(
					"Expected a sheet with the header of a known layout among its first 60 rows, found none of the ")
			.contains(" layouts in the sheets of x.xlsx: \"Notes\", \"Blank\" (empty). Check that");
	}

	@Test
	void aPasswordIsNamed() throws Exception {
		Path file = this.folder.resolve("x.xlsx");
		try (POIFSFileSystem files = new POIFSFileSystem(); Workbook book = new XSSFWorkbook()) {
			figures(book, "Ours");
			Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
			encryptor.confirmPassword("secret");
			try (OutputStream out = encryptor.getDataStream(files)) {
				book.write(out);
			}
			try (OutputStream out = Files.newOutputStream(file)) {
				files.writeFilesystem(out);
			}
		}

		assertThat(Shipped.read(file).refusal().faults())
			.containsExactly("Expected a workbook without a password, found x.xlsx, which needs one. Open it, take the"
					+ " password off, save it and send that.");
	}

	@Test
	void aPasswordOfAnOlderWorkbookIsNamed() throws IOException {
		Path file = this.folder.resolve("x.xls");
		try (HSSFWorkbook book = new HSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
			line(figures(book, "Ours"), "virtual-ward-beds", "March 2025").setCellValue(164);
			Biff8EncryptionKey.setCurrentUserPassword("secret");
			book.write(out);
		}
		finally {
			Biff8EncryptionKey.setCurrentUserPassword(null);
		}

		assertThat(Shipped.read(file).refusal().faults())
			.containsExactly("Expected a workbook without a password, found x.xls, which needs one. Open it, take the"
					+ " password off, save it and send that.");
	}

	@Test
	void thePasswordOfAnOpenDocumentIsNamed() throws IOException {
		Path file = this.folder.resolve("x.ods");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
			for (String[] part : new String[][] { { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" }, {
					"META-INF/manifest.xml",
					"<manifest:manifest xmlns:manifest=\"m\"><manifest:file-entry manifest:full-path=\"content.xml\">"
							+ "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>" },
					{ "content.xml", "no longer XML" } }) {
				zip.putNextEntry(new ZipEntry(part[0]));
				zip.write(part[1].getBytes(StandardCharsets.UTF_8));
				zip.closeEntry();
			}
		}

		assertThat(Shipped.read(file).refusal().faults())
			.containsExactly("Expected a workbook without a password, found x.ods, which needs one. Open it, take the"
					+ " password off, save it and send that.");
	}

	@Test
	void aWorkbookFromBeforeExcel97IsNamed() throws IOException {
		Path file = this.folder.resolve("x.xls");
		byte[] start = { 9, 8, 8, 0, 0, 5, 5, 0, 0, 0, 0, 0, 10, 0, 0, 0 };
		try (POIFSFileSystem files = new POIFSFileSystem(); OutputStream out = Files.newOutputStream(file)) {
			files.createDocument(new ByteArrayInputStream(start), "Book");
			files.writeFilesystem(out);
		}

		assertThat(Shipped.read(file).refusal().faults()).containsExactly(
				"Expected a workbook of Excel 97 or later, found an older one under the name x.xls. Open it"
						+ " in a spreadsheet program, save it as .xlsx and send that.");
	}

	@Test
	void anOtherOfficeDocumentIsNamed() throws IOException {
		Path file = this.folder.resolve("x.xls");
		try (POIFSFileSystem files = new POIFSFileSystem(); OutputStream out = Files.newOutputStream(file)) {
			files.createDocument(new ByteArrayInputStream(new byte[9]), "WordDocument");
			files.writeFilesystem(out);
		}

		assertThat(Shipped.read(file).refusal().faults()).containsExactly(
				"Expected a workbook, found another kind of document under the name x.xls. Send the workbook"
						+ " itself.");
	}

	@Test
	void blanksOfAnOpenDocumentAreElements() throws IOException {
		Path file = this.folder.resolve("x.ods");
		try (OutputStream out = Files.newOutputStream(file)) {
			BookWriter.openDocument("<table:table table:name=\"Ours\"><table:table-row>" + cell("measure")
					+ cell("organisation") + cell("period") + cell("value") + "</table:table-row><table:table-row>"
					+ cell("virtual-ward-beds") + cell("QMM") + cell("March<text:s text:c=\"2\"/>2025") + cell("164")
					+ "</table:table-row><table:table-row>" + cell("virtual-ward-beds") + cell("QMM")
					+ cell("April<text:line-break/>2025") + cell("181") + "</table:table-row></table:table>", out);
		}

		assertThat(Shipped.read(file).figures()).containsExactly("virtual-ward-beds QMM April 2025 = 181",
				"virtual-ward-beds QMM March 2025 = 164");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x.xlsx", "x.xls" })
	void progressMayComeAsAWorkbookWithDaysAsDays(String name) {
		Read read = read(name, WorkbookTest::progress);

		assertThat(read.rejections()).containsExactly("'What we did'!E7 error_value status [#N/A]"
				+ " a value; open the workbook, let it calculate, and save it");
		assertThat(read.extract().reports().milestones()).extracting((each) -> each.asOf() + " " + each.forecast())
			.containsExactly("2025-03-31 2026-06-30");
		assertThat(read.extract().reports().positions())
			.extracting((each) -> each.asOf() + " " + each.status() + " " + each.place().inWords())
			.containsExactly("2025-03-31 ON_TRACK 'What we did'!E5");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x.xlsx", "x.xls" })
	void anImporterMayNoMoreWithAWorkbookThanWithText(String name) throws IOException {
		read(name, WorkbookTest::progress);
		List<String> rejects = new ArrayList<>();

		Extract extract = Shipped.reader()
			.read(this.folder.resolve(name), name,
					new ReadingContext(Shipped.plans(Shipped.PLAN), Shipped.TODAY, new Sender("analyst", false)),
					(reject) -> rejects.add(reject.place().inWords() + " " + reject.code().code()));

		assertThat(extract.reports().positions()).isEmpty();
		assertThat(extract.reports().milestones()).hasSize(1);
		assertThat(rejects).anySatisfy((each) -> assertThat(each).matches("'What we did'![A-Z]5 not_permitted"));
	}

	@ParameterizedTest
	@EnumSource(BookWriter.class)
	void headingsMayBeMergedDownwardsAndSideways(BookWriter kind) {
		Path csv = Shipped.write(this.folder, "wards.csv", "Month:,March 2025,,", ",,,", "ICB code,Name,On the day,",
				",,Virtual Ward Capacity,Patients in a Virtual Ward",
				"QMM,NHS Norfolk and Waveney Integrated Care Board,164,136");

		for (Path file : List.of(csv, kind.write(csv, this.folder, "ICB"))) {
			Read read = Shipped.read(file);

			assertThat(read.rejections()).isEmpty();
			assertThat(read.figures()).containsExactly("virtual-ward-beds QMM March 2025 = 164",
					"virtual-ward-occupancy QMM March 2025 = 82.9%", "virtual-ward-patients QMM March 2025 = 136");
		}
	}

	private static void progress(Workbook book) {
		Sheet sheet = book.createSheet("What we did");
		CellStyle day = style(sheet, "dd/mm/yyyy");
		Object[][] rows = { {}, { "kind", "objective", "milestone", "as-of", "status", "forecast", "comment" }, {},
				{ "milestone", "", "frailty-scale-jpuh", LocalDate.of(2025, 3, 31), "", LocalDate.of(2026, 6, 30),
						"delayed" },
				{ "position", "6b", "", LocalDate.of(2025, 3, 31), "On Track", "", "170 beds" }, {},
				{ "position", "6c", "", LocalDate.of(2025, 3, 31), "#N/A", "", "" } };
		for (int i = 0; i < rows.length; i++) {
			for (int j = 0; j < rows[i].length; j++) {
				Cell cell = ((sheet.getRow(i) != null) ? sheet.getRow(i) : sheet.createRow(i)).createCell(j);
				if (rows[i][j] instanceof LocalDate date) {
					cell.setCellValue(date);
					cell.setCellStyle(day);
				}
				else if (rows[i][j].equals("#N/A")) {
					cell.setCellErrorValue(FormulaError.NA.getCode());
				}
				else {
					cell.setCellValue(rows[i][j].toString());
				}
			}
		}
	}

	@Test
	void whatItIsItsBytesSayNotItsName() throws IOException {
		Path csv = Shipped.SAMPLES.resolve("virtual-ward-march-2025-icb-as-displayed.csv");
		Path book = Files.move(BookWriter.XLSX.write(csv, this.folder, "Data"), this.folder.resolve("book.csv"));
		Path text = Files.copy(csv, this.folder.resolve("text.xlsx"));

		assertThat(Shipped.read(book).extract().layout()).isEqualTo("virtual-wards-icb-sheet");
		assertThat(Shipped.read(text).extract().layout()).isEqualTo("virtual-wards-icb-sheet");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sheet: ours 20*", "sheet: [Nobody's, OURS 2025]" })
	void aLayoutMaySayWhichSheetItReads(String line) throws IOException {
		Path layouts = Files.createDirectory(this.folder.resolve("layouts"));
		Files.writeString(layouts.resolve("figures.yaml"),
				Files.readString(Shipped.CONFIG.resolve("layouts/figures.yaml")) + line + "\n");
		Path file = this.folder.resolve("x.xlsx");
		try (Workbook book = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
			line(figures(book, "Theirs"), "virtual-ward-beds", "March 2025").setCellValue(164);
			line(figures(book, "Ours 2025"), "virtual-ward-beds", "March 2025").setCellValue(165);
			book.write(out);
		}

		Read read = Read.by(Shipped.layouts(layouts, Shipped.PLAN), Shipped.PLAN, file, Shipped.TODAY);

		assertThat(read.figures()).containsExactly("virtual-ward-beds QMM March 2025 = 165");
		assertThat(read.extract().warnings()).contains("Not read: \"Theirs\".");
	}

}
