package org.jfpmonitor;

import java.util.Optional;

import org.jfpmonitor.command.CommandLine;
import org.jspecify.annotations.NullMarked;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Where each objective of a Joint Forward Plan stands, and why. This is only the door:
 * what the service does is in the rooms beside it, one package each.
 */
@NullMarked
@SpringBootApplication
public class JfpMonitor {

	/**
	 * Starts the service, or carries out one command and ends with its exit code.
	 * @param arguments what was typed after the name of the jar
	 */
	public static void main(String[] arguments) {
		Optional<CommandLine> command = CommandLine.of(arguments);
		if (command.isPresent()) {
			System.exit(command.get().run(JfpMonitor.class, System.out, System.err));
		}
		CommandLine.serve(JfpMonitor.class, arguments);
	}

}
