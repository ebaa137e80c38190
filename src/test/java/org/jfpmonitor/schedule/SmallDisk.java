package org.jfpmonitor.schedule;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** A disk of its own for a folder, in memory, that can be filled to the last byte. */
record SmallDisk(Path folder) implements AutoCloseable {

	private static final int[] PIECES = { 1 << 20, 1 << 12, 1 };

	/**
	 * Puts it over an empty folder, or has the test skipped where nobody may.
	 * @param kilobytes what it holds
	 */
	static SmallDisk mount(Path folder, int kilobytes) throws IOException, InterruptedException {
		assumeThat(System.getProperty("os.name")).as("a tmpfs").isEqualTo("Linux");
		Files.createDirectories(folder);
		assumeThat(run("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", folder.toString()))
			.as("skipped, because only root may mount a tmpfs to be filled")
			.isEmpty();
		return new SmallDisk(folder);
	}

	/** Nobody can write anything more. */
	void fill() throws IOException {
		for (int piece : PIECES) {
			byte[] nothing = new byte[piece];
			try (OutputStream ballast = Files.newOutputStream(ballast(), StandardOpenOption.CREATE,
					StandardOpenOption.APPEND)) {
				while (true) {
					ballast.write(nothing);
				}
			}
			catch (IOException full) {
				assertThat(full).hasMessageContaining("No space left on device");
			}
		}
	}

	/** There is as much room again as there was. */
	void makeRoom() throws IOException {
		Files.delete(ballast());
	}

	private Path ballast() {
		return this.folder.resolve(".ballast");
	}

	/** Also while somebody still looks at it. */
	@Override
	public void close() throws IOException {
		try {
			assertThat(run("umount", "--lazy", this.folder.toString())).isEmpty();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What it complained of; nothing when it did it. */
	private static String run(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return (process.waitFor() == 0) ? "" : said + "exit code " + process.exitValue();
	}

}
