package org.jfpmonitor.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jfpmonitor.extract.Shipped.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Small made-up files with faults that were met in public ones. */
class OddlyWrittenFilesTest {

	private static final Path CASES = Path.of("src/test/resources/intake/cases");

	@TempDir
	private Path folder;

	private static Read read(String name) {
		return Shipped.read(CASES.resolve(name));
	}

	@Test
	void readsMonthsInNumbersWhereTheyCanMeanOneMonthOnly() {
		Read read = read("month-forms.csv");

		assertThat(read.figures()).containsExactly("handover-within-30-minutes-local QMM February 2025 = 70.2%",
				"handover-within-30-minutes-local QMM January 2025 = 70.3%",
				"handover-within-30-minutes-local QMM March 2025 = 70.1%");
		assertThat(read.rejections())
			.containsExactly("5 period_not_of_cadence period [01/12/2024] a monthly period such as 2024-12");
	}

	@Test
	void readsPoundsInAMeasureOfMoney() {
		Read read = read("pound-sign.csv");

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).containsExactly("dental-access-investment QMM 2022/23 = £1,234.56",
				"dental-access-investment QMM 2023/24 = £1,200", "dental-access-investment QMM 2024/25 = £1,500");
	}

	@Test
	void saysWhatToWriteInsteadOfACalendarYear() {
		Read read = read("calendar-year.csv");

		assertThat(read.rejections()).containsExactly(
				"2 not_a_period period [2023] an annual period such as 2024/25, which is April 2024 to March 2025; "
						+ "a calendar year is none",
				"3 not_a_period period [2024] an annual period such as 2024/25, which is April 2024 to March 2025; "
						+ "a calendar year is none");
	}

	@Test
	void namesBothDatesOfAFileNameThatHoldsTwo() {
		Read read = read("Virtual-Ward-May2024 downloaded 12 June 2024.csv");

		assertThat(read.refusal().faults())
			.containsExactly("Expected one date in the name of the file, the monthly period of the figures, found 2: "
					+ "\"May2024\" and \"12 June 2024\" in Virtual-Ward-May2024 downloaded 12 June 2024.csv. Take every "
					+ "other date out of the name, and send the file again.");
	}

	@Test
	void readsAFileWhoseLinesAllEndBeforeAHeadingTooMany() {
		Read read = read("header-longer-than-rows.csv");

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).contains("ae-attendances RM1 May 2024 = 3,845",
				"ae-attendances RCX May 2024 = 2,668", "emergency-admissions RM1 May 2024 = 908",
				"emergency-admissions RCX May 2024 = 2,357");
		assertThat(read.extract().warnings())
			.contains("Expected a field below each heading, found that every line ends before \"Compared to goal\". "
					+ "The others were read by their places; check that none of them is shifted.");
	}

	@Test
	void aShortLineAmongWholeOnesStaysAReject() throws IOException {
		String text = Files.readString(CASES.resolve("header-longer-than-rows.csv"));
		Path file = Files.writeString(this.folder.resolve("one-whole.csv"), text.replace("830,866\n", "830,866,1\n"));

		assertThat(Shipped.read(file).rejections()).containsExactly("2 wrong_number_of_columns  [] 23 columns, not 22");
	}

	@Test
	void linesThatEndBeforeAColumnOfTheLayoutAreRejected() throws IOException {
		String text = Files.readString(CASES.resolve("header-longer-than-rows.csv"));
		Path file = Files.writeString(this.folder.resolve("shorter.csv"),
				text.replace(",165,430\n", ",165\n").replace(",830,866\n", ",830\n"));

		assertThat(Shipped.read(file).rejections()).containsExactly("2 wrong_number_of_columns  [] 23 columns, not 21",
				"3 wrong_number_of_columns  [] 23 columns, not 21");
	}

	@Test
	void namesOrganisationsThatTheRegisterDoesNotHave() {
		Read read = read("organisations-not-in-register.csv");

		assertThat(read.refusal().faults())
			.containsExactly("Expected lines about organisations and measures of the plan, "
					+ "found none among 2: organisations.yaml has none of ZZ1, ZZ2 as trust, ambulance-trust or other-provider. If "
					+ "they are meant, add them to config/organisations.yaml (docs/adding-an-organisation.md); if not, check "
					+ "that the file is the one meant.");
	}

	/** Only the header and what is below it, as when a program saves the table alone. */
	@ParameterizedTest
	@ValueSource(strings = { "dm01-provider-march-2025-as-displayed.csv", "dm01-provider-by-test-march-2025-cut.csv" })
	void readsDiagnosticsWithoutTheirPreambleUnderThePublishedName(String sample) throws IOException {
		Path whole = Shipped.SAMPLES.resolve(sample);
		String text = Files.readString(whole);
		Path file = Files.writeString(this.folder.resolve("Monthly-Diagnostics-Web-File-Provider-March-2025_SW40K.csv"),
				text.substring(text.indexOf(",Regional Team Code")));

		Read read = Shipped.read(file);

		assertThat(read.figures()).isEqualTo(Shipped.read(whole).figures())
			.contains("diagnostics-waiting-list RM1 March 2025 = 18,136");
		assertThat(read.rejections()).isEmpty();
	}

	@Test
	void asksForTheMonthOfDiagnosticsThatNobodyNames() throws IOException {
		String text = Files.readString(Shipped.SAMPLES.resolve("dm01-provider-march-2025-as-displayed.csv"));
		Path file = Files.writeString(this.folder.resolve("diagnostics.csv"),
				text.substring(text.indexOf(",Regional Team Code")));

		assertThat(Shipped.read(file).refusal().faults())
			.containsExactly("Expected the period of the figures above the header beside \"Period:\" or in the name of "
					+ "the file, found none in diagnostics.csv. Name the file as it was published, with month and year, or "
					+ "get it again.");
	}

}
