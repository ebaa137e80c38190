package org.jfpmonitor.publication.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.stream.IntStream;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jfpmonitor.publication.board.ExampleServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The workbooks as somebody takes them away, over the example plan. */
@SpringBootTest(classes = ExampleServer.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "server.address=127.0.0.1")
class WorkbooksOverHttpTest {

	@LocalServerPort
	private int port;

	private RestTestClient client;

	@BeforeEach
	void open() {
		this.client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + this.port).build();
	}

	private XSSFWorkbook get(String address) throws IOException {
		byte[] body = this.client.get()
			.uri(address)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody();
		return new XSSFWorkbook(new ByteArrayInputStream(body));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/report.xlsx", "/figures-template.xlsx" })
	void aDayThatIsNoneIsSaidInWords(String address) {
		this.client.get()
			.uri(address + "?as-of=x")
			.accept(MediaType.TEXT_HTML)
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectBody(String.class)
			.value((page) -> assertThat(page)
				.contains("&quot;Position on&quot; must be a real date, such as 15 5 2025, not &quot;x&quot;"));
	}

	@Test
	void theTablesOfTheReportHoldNumbersAndDays() throws IOException {
		try (XSSFWorkbook book = get("/report.xlsx?as-of=2025-03-31&known-on=2025-05-15")) {
			Sheet objectives = book.getSheet("Objectives");
			Row beds = row(objectives, 0, "6b");
			assertThat(text(beds, objectives, "Computed")).isEqualTo("Underperformance");
			assertThat(text(beds, objectives, "Set manually")).isEqualTo("On Track");
			Sheet measures = book.getSheet("Measures");
			Row measure = row(measures, 0, "6b");
			assertThat(measure.getCell(column(measures, "Value")).getNumericCellValue()).isEqualTo(170);
			assertThat(measure.getCell(column(measures, "Required")).getNumericCellValue()).isEqualTo(202);
			assertThat(measure.getCell(column(measures, "Last day")).getLocalDateTimeCellValue().toLocalDate())
				.isEqualTo(LocalDate.of(2025, 3, 31));
			Row smoking = row(measures, 0, "1b");
			assertThat(smoking.getCell(column(measures, "Value")).getCellType()).isEqualTo(CellType.NUMERIC);
			assertThat(smoking.getCell(column(measures, "Value")).getCellStyle().getDataFormatString())
				.isEqualTo("0.0##%");
			assertThat(smoking.getCell(column(measures, "Value")).getNumericCellValue()).isBetween(0.1, 0.11);
		}
	}

	@Test
	void theTemplateOffersWhatThePlanKnows() throws IOException {
		try (XSSFWorkbook book = get("/figures-template.xlsx")) {
			assertThat(book.getSheetAt(0).getSheetName()).isEqualTo("Figures");
			assertThat(
					IntStream.range(0, 7).mapToObj((i) -> book.getSheetAt(0).getRow(0).getCell(i).getStringCellValue()))
				.containsExactly("measure", "organisation", "period", "value", "numerator", "denominator", "comment");
			assertThat(book.getSheetAt(0).getDataValidations())
				.extracting((each) -> each.getValidationConstraint().getFormula1())
				.contains("Measures!$A$2:$A$" + (book.getSheet("Measures").getLastRowNum() + 1),
						"Organisations!$A$2:$A$" + (book.getSheet("Organisations").getLastRowNum() + 1),
						"Periods!$A$2:$A$" + (book.getSheet("Periods").getLastRowNum() + 1));
			assertThat(row(book.getSheet("Organisations"), 0, "QMM").getCell(1).getStringCellValue()).isNotBlank();
			assertThat(row(book.getSheet("Periods"), 0, "2025-03")).isNotNull();
			assertThat(book.getSheet("Read me").getLastRowNum()).isGreaterThan(3);
		}
	}

	private static Row row(Sheet sheet, int column, String text) {
		for (Row row : sheet) {
			if (row.getCell(column) != null && row.getCell(column).toString().equals(text)) {
				return row;
			}
		}
		throw new AssertionError("no row " + text + " in " + sheet.getSheetName());
	}

	private static int column(Sheet sheet, String name) {
		for (int i = 0; i < sheet.getRow(0).getLastCellNum(); i++) {
			if (sheet.getRow(0).getCell(i).getStringCellValue().equals(name)) {
				return i;
			}
		}
		throw new AssertionError("no column " + name);
	}

	private static String text(Row row, Sheet sheet, String column) {
		return row.getCell(column(sheet, column)).getStringCellValue();
	}

}
