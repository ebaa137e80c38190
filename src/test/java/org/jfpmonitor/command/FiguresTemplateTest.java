package org.jfpmonitor.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Observations;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.store.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The workbook for figures, taken from an installation with measures of its own, filled
 * in and sent back.
 */
@TestStore(anewForEachTest = true)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
		"jfp.config=src/test/resources/notification/config", "jfp.today=2025-12-31", "server.address=127.0.0.1" })
class FiguresTemplateTest {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private Observations observations;

	@LocalServerPort
	private int port;

	@TempDir
	private Path folder;

	@Test
	void whatIsFilledInIsThereOnceItIsSentBack() throws IOException {
		Path file = this.folder.resolve("our-figures.xlsx");
		try (XSSFWorkbook book = template(); OutputStream out = Files.newOutputStream(file)) {
			Sheet figures = book.getSheet("Figures");
			assertThat(figures.getDataValidations()).extracting(DataValidation::getErrorStyle).hasSize(6);
			assertThat(column(book.getSheet("Measures"))).containsExactly("Measure id", "beds", "calls");
			assertThat(column(book.getSheet("Organisations"))).containsExactly("Code", "QMM");
			assertThat(column(book.getSheet("Periods"))).startsWith("Periods of the plan", "2024-04")
				.endsWith("2025-12");
			assertThat(column(book.getSheet("Read me"))).hasSizeGreaterThan(5);
			fill(figures, 2, "beds", "QMM", "2025-03", 170.5);
			fill(figures, 9, "beds", "QMM", "", 0);
			CellStyle month = book.createCellStyle();
			month.setDataFormat(book.createDataFormat().getFormat("mmm-yy"));
			figures.getRow(9).getCell(2).setCellValue(LocalDate.of(2025, 4, 1));
			figures.getRow(9).getCell(2).setCellStyle(month);
			fill(figures, 30, "calls", "QMM", "March 2025", 12);
			figures.getRow(30).createCell(6).setCellValue("from the rota");
			book.write(out);
		}

		assertThat(said(new Try(), file)).contains("our-figures.xlsx would be published, read by layout figures.",
				"Lines: 3 read, 3 used, 0 left out by rule, 0 rejected.",
				"beds, QMM, March 2025: 170.5 (Figures!D3); held: nothing; new",
				"Not read: \"Read me\", \"Measures\", \"Organisations\", \"Periods\".");
		assertThat(said(new Import(), file))
			.contains("our-figures.xlsx: published 3 figures as delivery 1, 0 revised. Of 3 lines read, 3 used,");
		assertThat(held("beds", Period.month(2025, 3))).isEqualTo("170.5");
		assertThat(held("beds", Period.month(2025, 4))).isEqualTo("0");
		assertThat(held("calls", Period.month(2025, 3))).isEqualTo("12");
	}

	@Test
	void oneThatNobodyFilledInIsRefusedInWords() throws IOException {
		Path file = this.folder.resolve("our-figures.xlsx");
		try (XSSFWorkbook book = template(); OutputStream out = Files.newOutputStream(file)) {
			book.write(out);
		}

		assertThat(said(new Try(), file)).contains("our-figures.xlsx would be refused, read by layout figures:",
				"Figures!A1: expected data below the header, found none.");
	}

	private XSSFWorkbook template() throws IOException {
		return new XSSFWorkbook(new ByteArrayInputStream(RestTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + this.port)
			.build()
			.get()
			.uri("/figures-template.xlsx")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(byte[].class)
			.returnResult()
			.getResponseBody()));
	}

	private static List<String> column(Sheet sheet) {
		List<String> texts = new ArrayList<>();
		sheet.forEach((row) -> texts.add(row.getCell(0).getStringCellValue()));
		return texts;
	}

	private static void fill(Sheet sheet, int number, String measure, String organisation, String period,
			double value) {
		Row row = sheet.createRow(number);
		row.createCell(0).setCellValue(measure);
		row.createCell(1).setCellValue(organisation);
		row.createCell(2).setCellValue(period);
		row.createCell(3).setCellValue(value);
	}

	private String said(Command command, Path file) {
		ByteArrayOutputStream printed = new ByteArrayOutputStream();
		assertThat(command.misuse(List.of(file.toString()))).isEmpty();
		command.carryOut(this.context, List.of(file.toString()),
				new PrintStream(printed, true, StandardCharsets.UTF_8));
		return printed.toString(StandardCharsets.UTF_8);
	}

	private String held(String measure, Period period) {
		return this.observations.series(MeasureId.of(measure), period, LocalDate.of(2025, 12, 31))
			.stream()
			.flatMap((series) -> series.points().stream())
			.map((each) -> each.figure().value().stripTrailingZeros().toPlainString())
			.findFirst()
			.orElse("none");
	}

}
