package org.jfpmonitor.store;

import java.io.IOException;
import java.nio.file.Path;

import org.jfpmonitor.store.embedded.EmbeddedStore;

/**
 * A second process that runs the embedded database of a folder until it is told to end,
 * or is killed.
 */
public final class StoreHolder implements AutoCloseable {

	private static final String READY = "the store is held";

	private final Process process;

	private StoreHolder(Process process) {
		this.process = process;
	}

	public static void main(String[] arguments) throws IOException {
		EmbeddedStore store = EmbeddedStore.start(Path.of(arguments[0]));
		System.out.println(READY);
		int ended = System.in.read();
		store.close();
		System.exit(ended);
	}

	/** Starts the process and returns when its database runs. */
	public static StoreHolder start(Path folder) throws IOException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), StoreHolder.class.getName(), folder.toString())
			.redirectErrorStream(true)
			.start();
		StringBuilder output = new StringBuilder();
		while (!output.toString().contains(READY)) {
			int next = process.getInputStream().read();
			if (next < 0) {
				throw new IllegalStateException("The holder ended: " + output);
			}
			output.append((char) next);
		}
		return new StoreHolder(process);
	}

	public long pid() {
		return this.process.pid();
	}

	/** As kill -9 or the machine's memory guard would: nothing is closed. */
	public void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	@Override
	public void close() throws IOException {
		if (this.process.isAlive()) {
			this.process.getOutputStream().close();
			this.process.onExit().join();
		}
	}

}
