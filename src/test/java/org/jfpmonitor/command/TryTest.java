package org.jfpmonitor.command;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TryTest {

	private final Try command = new Try();

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "'' | Expected a file, found none.", "--layout figures | Expected a file, found none.",
					"no.csv | 'Expected a file that can be read, found that \"no.csv\" is none.'",
					"pom.xml --layout | 'Expected the id of a layout after --layout, found none.'",
					"pom.xml --again x | 'Expected --layout and the id of a layout, found \"--again\".'" })
	void saysWhatIsWrong(String words, String expected) {
		assertThat(this.command.misuse(words.isEmpty() ? List.of() : List.of(words.split(" ")))).hasValueSatisfying(
				(said) -> assertThat(said).startsWith(expected).endsWith(" Write: try FILE [--layout ID]"));
	}

	@ParameterizedTest
	@CsvSource({ "pom.xml", "pom.xml --layout figures" })
	void takesAFileAndALayout(String words) {
		assertThat(this.command.misuse(List.of(words.split(" ")))).isEmpty();
	}

}
