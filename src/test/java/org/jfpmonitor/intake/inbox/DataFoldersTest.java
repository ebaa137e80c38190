package org.jfpmonitor.intake.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class DataFoldersTest {

	@Test
	void areMadeOrSayWhyNot(@TempDir Path data) throws IOException {
		assertThat(DataFolders.in(data.resolve("new")).made().inbox()).isDirectory();
		Path file = Files.createFile(data.resolve("file"));

		Throwable failure = catchThrowable(() -> DataFolders.in(file).made());
		FailureAnalysis analysis = new UnusableFolder.Analyzer().analyze(failure);

		assertThat(analysis.getDescription()).isEqualTo("Expected a folder at " + file.resolve("inbox")
				+ ", or the room and the permission to make one; found \"Not a directory\".");
		assertThat(analysis.getAction())
			.isEqualTo("Make that folder writable for this user, or name another place with jfp.data.");
	}

}
