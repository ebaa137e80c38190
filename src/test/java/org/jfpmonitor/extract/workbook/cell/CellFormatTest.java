package org.jfpmonitor.extract.workbook.cell;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** What number formats make of numbers, held against what Excel shows. */
class CellFormatTest {

	private static String text(String format, double number) {
		return CellFormat.of(164, format).text(number, false);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'',
			value = { "[<5]\"*\";#,##0 | 3 | *", "[<5]\"*\";#,##0 | 0 | *", "[<5]\"*\";#,##0 | 7 | 7",
					"[<5]\"*\";[<10]\"<10\";0 | 7 | <10", "[<5]\"*\";[<10]\"<10\";0 | 12 | 12", "0;-0;\"NA\" | 0 | NA",
					"0;-0;\"*\" | 0 | *", "0;-0;\"*\" | -4 | -4", "0;(0) | -4.25 | -4.25",
					"[<=1]0.0%;0.0\"%\" | 72.6 | 72.6%", "[<=1]0.0%;0.0\"%\" | 0.726 | 72.6%",
					"[=1]\"Yes\";[=0]\"No\";\"Unknown\" | 0 | No", "[=1]\"Yes\";[=0]\"No\";\"Unknown\" | 7 | Unknown",
					"[Red][<0]-0;0 | 5 | 5", "0.0;@ | -1.5 | -1.5", "\"suppressed\" | 3 | suppressed" })
	void theSectionThatPeopleSeeDecides(String format, double number, String seen) {
		assertThat(text(format, number)).isEqualTo(seen);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0;-0;;@", "0;-0;\"-\"", "#,##0;-#,##0;-", "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)",
			"_-£* #,##0_-;-£* #,##0_-;_-£* \"-\"_-;_-@_-", "_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-" })
	void zeroIsAFigureThoughAccountantsShowADashOrNothing(String format) {
		assertThat(text(format, 0)).isEqualTo("0");
	}

	@ParameterizedTest
	@ValueSource(strings = { ";;;", "[<5]\"\";0", "0;\"\"" })
	void aNumberThatNobodySeesIsNotRead(String format) {
		assertThat(text(format, format.startsWith("0") ? -3 : 3)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'',
			value = { "\"M\"0", "\"D\"0", "\\d0", "\\m0", "\"s\"00", "\"y\"0.0", "\"Y\"#,##0", "£#,##0.0,,\"m\"",
					"0\\d", "\"AM\"0", "0\" pmy\"", "[Red]\"d\"0", "\"d\"0;\"d\"-0", "[$D-809]0", "$0\"d\"", "# \"m\"",
					"00\":\"00", "0##\"h\"00\"m\"", "(0)", "0(d)", "0 \"days\"", "General\" days\"", "0.00E+00",
					"# ?/?" })
	void lettersBesideANumberMakeNoTimeOfIt(String format) {
		assertThat(text(format, 3)).isEqualTo("3");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'', value = { "£0.0\"m\" | 1.2 | 1.2m", "0.0\"k\" | 0.4 | 0.4k",
			"#,##0\"000\" | 1200 | 1200000", "£#,##0.0,\"k\" | 1200 | 1200", "£#,##0.0,,\"m\" | 1200000 | 1200000" })
	void whatMultipliesANumberIsRead(String format, double number, String read) {
		assertThat(text(format, number)).isEqualTo(read);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'',
			value = { "0000 | 123 | 0123", "000# | 123 | 0123", "\"0\"000 | 123 | 0123", "\\0000 | 123 | 0123",
					"\"0\"000 | 1234 | 01234", "0000_ | 123 | 0123", "[$-809]0000 | 123 | 0123", "0000 | 12345 | 12345",
					"#0 | 5 | 5", "0 | 5 | 5", "0# | 5 | 05", "0000 | 12.5 | 12.5", "0000 | -12 | -12" })
	void zerosBeforeACodeAreSeen(String format, double number, String seen) {
		assertThat(text(format, number)).isEqualTo(seen);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'',
			value = { "d\"th\" mmmm yyyy | 2025-03-31", "\"w/c\" dd/mm/yyyy | 2025-03-31",
					"[$-F800]dddd, mmmm dd, yyyy | 2025-03-31", "dd/mm/yyyy;@ | 2025-03-31", "d-mmm | 31-Mar",
					"mmmm | Mar-2025", "mmm | Mar-2025", "\"Month: \"mmmm yyyy | Mar-2025", "mm/yyyy | Mar-2025",
					"yyyy | 2025", "\"FY\" yy | 2025", "h:mm AM/PM | 1097928:00:00", "[h]:mm:ss.00 | 1097928:00:00" })
	void aDayMayHaveWordsAroundIt(String format, String read) {
		assertThat(text(format, 45747)).isEqualTo(read);
	}

	@ParameterizedTest
	@CsvSource({ "0.30000000000000004, 0.3", "0.1, 0.1", "3.3000000000000003, 3.3", "99.99999999999999, 100",
			"1234567890123456, 1234567890123456", "0.3333333333333333, 0.3333333333333333",
			"96561.59782608697, 96561.59782608697", "1e-7, 0.0000001", "164.00000000000003, 164" })
	void aSumOfShortNumbersIsShort(double stored, String read) {
		assertThat(text("General", stored)).isEqualTo(read);
	}

	@Test
	void aPercentageIsAsExactAsItsFraction() {
		assertThat(text("0%", 0.1 + 0.2)).isEqualTo("30%");
		assertThat(text("0.0%", 0.726)).isEqualTo("72.6%");
	}

	@Test
	void aFormatWithoutEndCostsNothing() {
		assertTimeoutPreemptively(Duration.ofSeconds(2), () -> assertThat(text("[".repeat(60_000), 1)).isEqualTo("1"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'',
			value = { "123 | 0123 | false | 0123", "123 | '0123 ' | false | 0123", "123 | 124 | false | 123",
					"3 | * | false | *", "0 | NA | false | NA", "0 | - | false | 0", "0 | ' £-   ' | false | 0",
					"3 | - | false | -", "3 | ### | false | 3", "3 | '' | false | 3", "0.726 | 73% | true | 72.6%",
					"72.6 | 72.6% | true | 72.6%", "72.6 | 72.6% | false | 72.6%", "0.004 | 0% | true | 0.4%",
					"0.30000000000000004 | 0.3 | false | 0.3", "1234.5 | '1,235' | false | 1234.5" })
	void anOpenDocumentShowsWhatItsNumbersAre(double stored, String shown, boolean percentage, String read) {
		assertThat(ShownNumber.text(stored, shown, percentage)).isEqualTo(read);
	}

}
