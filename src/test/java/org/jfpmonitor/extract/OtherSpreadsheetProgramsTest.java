package org.jfpmonitor.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.extract.Shipped.Read;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same small workbook as other programs write it, each by its own habits: days with a
 * format of a month, a text in parts, a share with a format, a formula, a hidden sheet.
 */
class OtherSpreadsheetProgramsTest {

	private static final Path BOOKS = Path.of("src/test/resources/intake/workbooks");

	private static final String APRIL = "virtual-ward-beds QMM April 2025 = 181";

	private static final List<String> MARCH = List.of("virtual-ward-beds QMM March 2025 = 164",
			"virtual-ward-occupancy QMM March 2025 = 82.9%", "virtual-ward-patients QMM March 2025 = 136");

	@ParameterizedTest
	@ValueSource(strings = { "libreoffice.xlsx", "libreoffice.xls", "libreoffice.ods", "sheetjs.xlsx", "sheetjs.xls" })
	void oneThatCalculatesGivesEveryFigure(String name) {
		Read read = Shipped.read(BOOKS.resolve(name));

		assertThat(read.rejections()).isEmpty();
		List<String> all = new ArrayList<>(MARCH);
		all.add(0, APRIL);
		assertThat(read.figures()).containsExactlyElementsOf(all);
		assertThat(read.extract().warnings()).contains("Not read: \"Old\" (hidden).");
	}

	@ParameterizedTest
	@ValueSource(strings = { "exceljs.xlsx", "openpyxl.xlsx", "xlsxwriter.xlsx", "xlwt.xls" })
	void aFormulaOfOneThatDoesNotIsARejectAndNever0(String name) {
		Read read = Shipped.read(BOOKS.resolve(name));

		assertThat(read.rejections())
			.containsExactly("Ours!D5 not_a_number value [(a formula without a stored value)] a number");
		assertThat(read.figures()).containsExactlyElementsOf(MARCH);
		assertThat(read.extract().warnings()).contains("Not read: \"Old\" (hidden).");
	}

	@ParameterizedTest
	@ValueSource(strings = { "pandas.xlsx", "pandas.ods" })
	void aDayWrittenAsItsMidnightIsThatDayOrItsMonth(String name) {
		Read read = Shipped.read(BOOKS.resolve(name));

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).containsExactly(APRIL, "virtual-ward-beds QMM March 2025 = 164",
				"virtual-ward-occupancy QMM March 2025 = 82.9%", "virtual-ward-patients QMM March 2025 = 136");
	}

	@ParameterizedTest
	@ValueSource(strings = { "xlsx", "xls", "ods" })
	void zeroIsAValueWhereAProgramHasWorkedItOut(String kind) {
		Read read = Shipped.read(BOOKS.resolve("libreoffice-formulas." + kind));

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).containsExactly("virtual-ward-beds QMM April 2025 = 0.3",
				"virtual-ward-beds QMM March 2025 = 0", "virtual-ward-patients QMM March 2025 = MISSING");
	}

}
