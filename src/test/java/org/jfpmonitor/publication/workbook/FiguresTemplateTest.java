package org.jfpmonitor.publication.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jfpmonitor.extract.Shipped;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.reading.PlanFiles;
import org.jfpmonitor.plan.yaml.YamlFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTemplateTest {

	@Test
	void figuresThatAreJudgedApartAreOfferedOnce() throws IOException {
		Plan plan = PlanFiles
			.kept(List.of(new YamlFile(Path.of("plan.yaml"),
					"""
							plan: {id: p, title: P, organisation: QMM, from: 2024-04-01, to: 2029-03-31}
							ambition: {number: 1, title: A}
							objectives:
							  - code: 1a
							    title: T
							    short-title: T
							    success: S
							    measures:
							      - {id: ours, title: Ours, definition: D., unit: count, better: higher, cadence: monthly, feed: figures,
							         organisations: [RM1, RCX], judged: each, target: not-yet-set, target-note: Later.}
							""")))
			.read(Shipped.ORGANISATIONS, Shipped.CATALOGUE)
			.plan()
			.orElseThrow();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		new FiguresTemplate(plan, Shipped.ORGANISATIONS, LocalDate.of(2025, 5, 15)).write(out);

		try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
			assertThat(StreamSupport.stream(book.getSheet("Measures").spliterator(), false)
				.map((row) -> row.getCell(0).getStringCellValue())).endsWith("ours").hasSize(2);
			assertThat(StreamSupport.stream(book.getSheet("Organisations").spliterator(), false)
				.map((row) -> row.getCell(0).getStringCellValue())).endsWith("RM1", "RCX");
		}
	}

	@ParameterizedTest
	@CsvSource({ "2025-05-15, false", "2026-06-01, true" })
	void whoFollowsAClosedOrganisationCanBeChosenOnceItIsOpen(LocalDate today, boolean open) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		new FiguresTemplate(Shipped.PLAN, Shipped.ORGANISATIONS, today).write(out);

		try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
			assertThat(StreamSupport.stream(book.getSheet("Organisations").spliterator(), false)
				.anyMatch((row) -> row.getCell(0).getStringCellValue().equals("T6Y0W"))).isEqualTo(open);
		}
	}

}
