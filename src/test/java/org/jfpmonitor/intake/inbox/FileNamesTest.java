package org.jfpmonitor.intake.inbox;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

	@Test
	void keepsTheLettersThatTheEncodingHas() {
		assertThat(FileNames.within(StandardCharsets.US_ASCII, "caf\u00E9 \uD83D\uDE00.csv")).isEqualTo("caf_ _.csv");
		assertThat(FileNames.within(StandardCharsets.ISO_8859_1, "caf\u00E9 \u0142.csv")).isEqualTo("caf\u00E9 _.csv");
		assertThat(FileNames.within(StandardCharsets.UTF_8, "caf\u00E9 \u0142.csv")).isEqualTo("caf\u00E9 \u0142.csv");
	}

}
