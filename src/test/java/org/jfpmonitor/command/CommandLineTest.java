package org.jfpmonitor.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The application class is one that cannot be started: nothing may try. */
class CommandLineTest {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream error = new ByteArrayOutputStream();

	@ParameterizedTest
	@ValueSource(strings = { "--help", "-h", "help" })
	void helpNamesEveryCommandAndStartsNothing(String word) {
		assertThat(run(word)).isEqualTo(0);
		assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("nightly", "import", "check", "report",
				"backfill", "backup", "restore", "mail", "password");
	}

	@Test
	void helpOfACommandSaysHowItIsWritten() {
		assertThat(run("report", "--help")).isEqualTo(0);
		assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("report --as-of");
	}

	@ParameterizedTest
	@ValueSource(strings = { "imprt", "--hlep", "--version" })
	void aWrongWordIsRefusedAndStartsNothing(String word) {
		assertThat(run(word)).isEqualTo(2);
		assertThat(this.error.toString(StandardCharsets.UTF_8)).startsWith("Expected one of ")
			.contains("found \"" + word + "\"");
	}

	@Test
	void aBackupThatIsThereIsRefusedInWordsAndStaysAsItIs(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("jfp.backup"), "yesterday's");

		assertThat(run("backup", "--out", file.toString())).isEqualTo(2);
		assertThat(this.error.toString(StandardCharsets.UTF_8))
			.isEqualToIgnoringNewLines("Expected a file that is not there yet, found \"" + file
					+ "\", which is left as it is. Name another one,"
					+ " such as one with the day in it, or move that away.");
		assertThat(file).hasContent("yesterday's");
	}

	private int run(String... words) {
		return CommandLine.of(words)
			.orElseThrow()
			.run(CommandLineTest.class, new PrintStream(this.out, true, StandardCharsets.UTF_8),
					new PrintStream(this.error, true, StandardCharsets.UTF_8));
	}

}
