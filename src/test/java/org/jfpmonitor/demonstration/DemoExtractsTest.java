package org.jfpmonitor.demonstration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DemoExtractsTest {

	private static final Path COMMITTED = Path.of("config/demo");

	private static final long LARGEST = 3_000_000;

	@Test
	void committedExtractsAreWhatTheGeneratorWrites(@TempDir Path folder) throws IOException {
		DemoExtracts.main(new String[] { folder.toString() });
		Map<String, String> written = extracts(folder);
		Map<String, String> committed = extracts(COMMITTED);
		assertThat(committed).containsOnlyKeys(written.keySet());
		assertThat(written.keySet().stream().filter((name) -> !written.get(name).equals(committed.get(name))))
			.as("run DemoExtracts after changing it, and commit what it writes into config/demo")
			.isEmpty();
	}

	@Test
	void writesOverWhatWasThereBefore(@TempDir Path folder) throws IOException {
		Path stale = Files.createDirectories(folder.resolve("2024-06-14")).resolve("stale.csv");
		Files.writeString(stale, "left over", StandardCharsets.UTF_8);
		DemoExtracts.main(new String[] { folder.toString() });
		assertThat(stale).doesNotExist();
	}

	@Test
	void arriveOnceAMonthFromJune2024ToMay2025() throws IOException {
		try (Stream<Path> folders = Files.list(COMMITTED)) {
			assertThat(folders.filter(Files::isDirectory).map((each) -> each.getFileName().toString()).sorted())
				.hasSize(12)
				.startsWith("2024-06-14")
				.endsWith("2025-05-15");
		}
	}

	@Test
	void staySmall() throws IOException {
		try (Stream<Path> files = Files.walk(COMMITTED)) {
			assertThat(files.filter(Files::isRegularFile).mapToLong((each) -> each.toFile().length()).sum())
				.isLessThan(LARGEST);
		}
	}

	private static Map<String, String> extracts(Path folder) throws IOException {
		Map<String, String> extracts = new TreeMap<>();
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter((each) -> each.toString().matches(".*\\.(csv|zip)")).toList()) {
				extracts.put(folder.relativize(file).toString(), DemoFile.textOf(file));
			}
		}
		return extracts;
	}

}
