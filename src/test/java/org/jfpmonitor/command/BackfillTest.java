package org.jfpmonitor.command;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BackfillTest {

	private final Backfill backfill = new Backfill();

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = {
			"'' | Expected --out and the file to write, found no --out.",
			"--out | Expected a value after --out, found none.",
			"history.om | 'Expected --out, --job or --instance, found \"history.om\".'",
			"--job jfp | Expected --out and the file to write, found no --out.",
			"--out no/such/folder/history.om | 'Expected a file in a folder that exists, found \"no/such/folder/history.om\".'" })
	void saysWhatIsWrong(String words, String expected) {
		assertThat(this.backfill.misuse(words.isEmpty() ? List.of() : List.of(words.split(" "))))
			.contains(expected + " Write: backfill --out FILE [--job jfp] [--instance 127.0.0.1:8080]");
	}

	@Test
	void takesTheFileWithTheLabelsOfTheLiveSeries() {
		assertThat(this.backfill.misuse(List.of("--out", "history.om", "--job", "jfp", "--instance", "a:1"))).isEmpty();
	}

}
