package org.jfpmonitor.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What can befall the processes of one PostgreSQL server from outside: that they stand
 * still, go on, or are gone.
 */
public final class ServerSignals {

	private final Path programs;

	/**
	 * A server by its programs.
	 * @param programs the folder in which they are; no other server runs from it
	 */
	public ServerSignals(Path programs) {
		this.programs = programs.toAbsolutePath();
	}

	/** Whether this system has the signals. */
	public static boolean exist() {
		return !System.getProperty("os.name").startsWith("Windows");
	}

	/**
	 * Stands still, as a machine that is paused: it takes connections and answers
	 * nothing.
	 */
	public void pause() throws IOException, InterruptedException {
		Set<Long> paused = new HashSet<>();
		// One that was being made while the others were told is told next.
		for (List<Long> more = running(); !more.isEmpty(); more = running()) {
			more.removeAll(paused);
			if (more.isEmpty()) {
				return;
			}
			send("-STOP", more);
			paused.addAll(more);
		}
	}

	/** Goes on. */
	public void resume() throws IOException, InterruptedException {
		send("-CONT", running());
	}

	/** All at once, with no time to put anything in order. */
	public void kill() throws IOException, InterruptedException {
		send("-KILL", running());
	}

	private List<Long> running() {
		return new ArrayList<>(ProcessHandle.allProcesses()
			.filter((process) -> process.info()
				.command()
				.filter((command) -> Path.of(command).startsWith(this.programs))
				.isPresent())
			.map(ProcessHandle::pid)
			.sorted()
			.toList());
	}

	private static void send(String signal, List<Long> processes) throws IOException, InterruptedException {
		if (processes.isEmpty()) {
			return;
		}
		List<String> command = new ArrayList<>(List.of("kill", signal));
		processes.forEach((process) -> command.add(String.valueOf(process)));
		new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
	}

}
