package org.jfpmonitor.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MailTest {

	private static final String FORM = " Write: mail --test ADDRESS, or mail --preview [FOLDER]";

	private final Mail mail = new Mail();

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "'' | Expected --test or --preview, found neither.",
			"send | 'Expected --test or --preview, found \"send\".'",
			"--test | Expected one address after --test, found 0.",
			"--test a@example.org b@example.org | Expected one address after --test, found 2.",
			"--test office | 'Expected a mail address such as name@example.org after --test, found \"office\".'",
			"--preview a b | Expected one folder at most after --preview, found 2." })
	void saysWhatIsWrong(String words, String expected) {
		assertThat(this.mail.misuse(words.isEmpty() ? List.of() : List.of(words.split(" ")))).contains(expected + FORM);
	}

	@Test
	void takesOneAddressOrAFolderThatHoldsNothing(@TempDir Path folder) throws IOException {
		assertThat(this.mail.misuse(List.of("--test", "office@example.org"))).isEmpty();
		assertThat(this.mail.misuse(List.of("--preview"))).isEmpty();
		assertThat(this.mail.misuse(List.of("--preview", folder.toString()))).isEmpty();
		assertThat(this.mail.misuse(List.of("--preview", folder.resolve("new").toString()))).isEmpty();

		Files.createFile(folder.resolve("minutes.html"));

		assertThat(this.mail.misuse(List.of("--preview", folder.toString())))
			.contains("Expected a new or an empty folder after --preview, found that \"" + folder
					+ "\" holds something." + FORM);
	}

}
