package org.jfpmonitor.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every command there is, in the order in which help names them. */
final class Commands {

	private static final List<Command> ALL = List.of(new Nightly(), new Import(), new Try(), new Check(), new Init(),
			new Report(), new Backfill(), new BackUp(), new BackUp.Restoring(), new Mail(), new Password());

	private Commands() {
	}

	static Optional<Command> named(String name) {
		return ALL.stream().filter((each) -> each.name().equals(name)).findFirst();
	}

	static String names() {
		return ALL.stream().map(Command::name).collect(Collectors.joining(", "));
	}

	static String forms() {
		return ALL.stream().map(Command::form).collect(Collectors.joining("; ", "with one: ", "."));
	}

}
