package org.jfpmonitor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The real programs a test starts, their logs in one folder; stopped when it closes. */
final class Programs implements AutoCloseable {

	private final Path folder;

	private final List<Process> running = new ArrayList<>();

	Programs(Path folder) {
		this.folder = folder;
	}

	/** Skips the test where one of the programs is not installed. */
	static void require(String... programs) {
		for (String program : programs) {
			assumeTrue(
					Stream.of(System.getenv("PATH").split(":", -1))
						.anyMatch((path) -> Files.isExecutable(Path.of(path, program))),
					program + " is not here: apt-get install prometheus prometheus-alertmanager");
		}
	}

	/** Runs to its end, which must be a good one, and returns what was said. */
	static String succeed(String... words) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(said).isZero();
		return said;
	}

	void start(String... words) throws IOException {
		this.running.add(new ProcessBuilder(words).redirectErrorStream(true)
			.redirectOutput(this.folder.resolve(words[0] + ".log").toFile())
			.start());
	}

	@Override
	public void close() {
		this.running.forEach(Process::destroy);
		this.running.forEach((program) -> program.onExit().join());
	}

}
