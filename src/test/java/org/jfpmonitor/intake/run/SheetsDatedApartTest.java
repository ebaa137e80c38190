package org.jfpmonitor.intake.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.Shipped;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A workbook whose sheets were published on different days. */
class SheetsDatedApartTest {

	@RegisterExtension
	private static final IntakeRig rig = new IntakeRig(Shipped.PLAN);

	@BeforeEach
	void readAsShipped() {
		rig.read(Shipped.reader()::read);
	}

	private static void sheet(XSSFWorkbook book, String month, String published, int beds) {
		Sheet sheet = book.createSheet(month);
		Object[][] rows = { { "Month:", month }, { "Published:", published },
				{ "ICB code", "Name", "Virtual Ward Capacity", "Patients in a Virtual Ward" },
				{ "QMM", "Norfolk and Waveney", beds, 50 } };
		for (int i = 0; i < rows.length; i++) {
			Row row = sheet.createRow(i);
			for (int j = 0; j < rows[i].length; j++) {
				if (rows[i][j] instanceof Integer number) {
					row.createCell(j).setCellValue(number);
				}
				else {
					row.createCell(j).setCellValue(rows[i][j].toString());
				}
			}
		}
	}

	private static void arrive(String name, XSSFWorkbook book, String at) throws IOException {
		Path file = rig.data().resolve(name);
		try (OutputStream out = Files.newOutputStream(file)) {
			book.write(out);
		}
		rig.importFile(file, Instant.parse(at));
	}

	private static Stream<String> beds() {
		return rig.observations()
			.series(MeasureId.of("virtual-ward-beds"), Period.always(), LocalDate.of(2026, 1, 1))
			.stream()
			.filter((each) -> each.organisation().equals(OrganisationCode.of("QMM")))
			.flatMap((each) -> each.points().stream())
			.map((each) -> each.cell().period().inWords() + " = " + each.figure().value() + " of "
					+ each.provenance().vintage().day());
	}

	@Test
	void eachSheetIsAsNewAsItStates() throws IOException {
		try (XSSFWorkbook both = new XSSFWorkbook(); XSSFWorkbook revised = new XSSFWorkbook()) {
			sheet(both, "November 2023", "12 December 2023", 100);
			sheet(both, "December 2023", "16 January 2024", 110);
			arrive("both.xlsx", both, "2024-01-16T10:00:00Z");
			assertThat(beds()).containsExactly("November 2023 = 100 of 2023-12-12",
					"December 2023 = 110 of 2024-01-16");

			sheet(revised, "November 2023", "10 January 2024", 999);
			arrive("revised.xlsx", revised, "2024-01-17T10:00:00Z");
			assertThat(beds()).containsExactly("November 2023 = 999 of 2024-01-10",
					"December 2023 = 110 of 2024-01-16");
		}
	}

}
