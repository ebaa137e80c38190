package org.jfpmonitor.extract.number;

import java.math.BigDecimal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NumberTextTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0            | 0
			007          | 7
			1,703,242    | 1703242
			' 132,178 '  | 132178
			-5           | -5
			+5           | 5
			(12.50)      | -12.50
			.5           | 0.5
			5.           | 5
			964.2333333333333 | 964.2333333333333
			12 %         | 12
			18.4%        | 18.4
			'\u00A042'   | 42
			""")
	void readsNumbersAsFilesWriteThem(String text, BigDecimal value) {
		assertThat(NumberText.parse(text).orElseThrow().value()).isEqualByComparingTo(value);
		assertThat(NumberText.parse(text).orElseThrow().percent()).isEqualTo(text.endsWith("%"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			£1,234.56   | 1234.56
			£ 1,500     | 1500
			(£1,234)    | -1234
			-£5         | -5
			£-5         | -5
			£0.50       | 0.50
			""")
	void readsPoundsAsSpreadsheetsShowThem(String text, BigDecimal value) {
		assertThat(NumberText.parse(text)).contains(new NumberText(value, false, true));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "-", "+", ".", "%", "()", "1,23", "12,3456", ",123", "1,,234", "1.234,5", "1.2.3",
			"1e5", "1.23E+05", "0x1F", "=1+1", "n/a", "--5", "(-5)", "5-", "1 234", "<5", "100%*", "½", "£", "££5",
			"-£-5", "(£-5)", "£5%", "5£", "£1.2m", "$5", "٣", "NaN", "∞", "1234567890123456789012345678901234567890" })
	void readsNoNumberWhereThereIsNone(String text) {
		assertThat(NumberText.parse(text)).isEmpty();
	}

}
