package org.jfpmonitor.intake.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class AtomicFileTest {

	@TempDir
	private Path folder;

	@Test
	void whatAKillHasLeftIsReplacedByTheNextWrite() throws IOException {
		Path target = this.folder.resolve("beds.csv.rejects.csv");
		List<Path> unfinished = new ArrayList<>();
		AtomicFile.write(target, (bytes) -> unfinished.addAll(files()));
		Files.writeString(unfinished.get(0), "half");

		AtomicFile.write(target, (bytes) -> bytes.write("whole".getBytes(StandardCharsets.UTF_8)));

		assertThat(files()).containsExactly(target);
		assertThat(target).hasContent("whole");
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> all = Files.list(this.folder)) {
			return all.toList();
		}
	}

}
