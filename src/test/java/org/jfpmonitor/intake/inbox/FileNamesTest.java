package org.jfpmonitor.intake.inbox;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FileNamesTest {

	@ParameterizedTest
	@ValueSource(strings = { "US-ASCII", "ISO-8859-1" })
	void saysThatNamesCannotHoldEveryLetter(String encoding) {
		assertThat(FileNames.warning(Charset.forName(encoding)))
			.contains("Expected a locale in which names of files can hold every letter, found one with " + encoding
					+ ". A file sent under a name such as \"caf\u00E9.csv\" is kept as \"caf_.csv\", and a command finds "
					+ "none of that name. Start the service with LC_ALL=C.UTF-8 in its environment.");
	}

	@Test
	void saysNothingWhereTheyCan() {
		assertThat(FileNames.warning(StandardCharsets.UTF_8)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "patient 943 476 5919.csv, patient nhs-number-removed.csv", "9434765919.csv, nhs-number-removed.csv",
			"a_943_476_5919_9434765919.csv, a_nhs-number-removed_nhs-number-removed.csv",
			"9434765918.csv, 9434765918.csv", "beds-2026030104.csv, beds-2026030104.csv",
			"94347659190.csv, 94347659190.csv" })
	void showsNoNhsNumber(String name, String shown) {
		assertThat(FileNames.shown(Path.of(name))).isEqualTo(shown);
		assertThat(FileNames.shown(Path.of(name), "0123abcd".repeat(8))).isEqualTo(shown);
	}

	@Test
	void keepsTheLettersThatTheEncodingHas() {
		assertThat(FileNames.within(StandardCharsets.US_ASCII, "caf\u00E9 \uD83D\uDE00.csv")).isEqualTo("caf_ _.csv");
		assertThat(FileNames.within(StandardCharsets.ISO_8859_1, "caf\u00E9 \u0142.csv")).isEqualTo("caf\u00E9 _.csv");
		assertThat(FileNames.within(StandardCharsets.UTF_8, "caf\u00E9 \u0142.csv")).isEqualTo("caf\u00E9 \u0142.csv");
	}

}
