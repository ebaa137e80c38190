package org.jfpmonitor.publication.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.stream.StreamSupport;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jfpmonitor.extract.Shipped;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTemplateTest {

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
