package org.jfpmonitor.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jfpmonitor.JfpMonitor;

/** The service in a process of its own. */
record NightService(List<String> command, Path log, Process process) {

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	static NightService start(List<String> settings, Path log) throws IOException {
		return run(command(settings), log);
	}

	private static NightService run(List<String> command, Path log) throws IOException {
		return new NightService(command, log,
				new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start());
	}

	private static List<String> command(List<String> words) {
		return Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-cp", System.getProperty("java.class.path"),
				JfpMonitor.class.getName()), words.stream())
			.toList();
	}

	/** With the same words, as a supervisor does. */
	NightService again() throws IOException {
		return run(this.command, this.log.resolveSibling(this.log.getFileName() + "+"));
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/** As the machine's memory guard would. */
	void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	/** Politely, and waits for it. */
	void stop() {
		this.process.destroy();
		this.process.onExit().join();
	}

	String said() throws IOException {
		return Files.readString(this.log);
	}

	/** The port on which it serves; 0 before it does. */
	int port() throws IOException {
		Matcher said = PORT.matcher(said());
		return said.find() ? Integer.parseInt(said.group(1)) : 0;
	}

}
