package org.jfpmonitor.command;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jfpmonitor.intake.trial.Trial;
import org.jfpmonitor.intake.trial.Trials;

import org.springframework.context.ApplicationContext;

/** Says what a file would come to if it was imported, and stores nothing of it. */
class Try implements Command {

	private static final String LAYOUT = "--layout";

	@Override
	public String name() {
		return "try";
	}

	@Override
	public String form() {
		return "try FILE [--layout ID]";
	}

	@Override
	public Optional<String> misuse(List<String> words) {
		List<String> faults = new ArrayList<>();
		if (words.isEmpty() || words.get(0).startsWith("--")) {
			faults.add("Expected a file, found none.");
		}
		else if (!Files.isRegularFile(Path.of(words.get(0))) || !Files.isReadable(Path.of(words.get(0)))) {
			faults.add("Expected a file that can be read, found that \"" + words.get(0) + "\" is none.");
		}
		Map<String, String> options = options(words);
		options.keySet()
			.stream()
			.filter((each) -> !each.equals(LAYOUT))
			.forEach((each) -> faults.add("Expected --layout and the id of a layout, found \"" + each + "\"."));
		if (options.getOrDefault(LAYOUT, "?").isEmpty()) {
			faults.add("Expected the id of a layout after --layout, found none.");
		}
		return faults.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", faults) + " Write: " + form());
	}

	@Override
	public int carryOut(ApplicationContext context, List<String> words, PrintStream out) {
		Trials trials = context.getBean(Trials.class);
		String layout = options(words).get(LAYOUT);
		Trial trial = trials.read(Path.of(words.get(0)), layout);
		trial.inWords().forEach(out::println);
		if (layout != null && !trials.layouts().contains(layout)) {
			return CommandLine.WRONG;
		}
		return trial.isClean() ? CommandLine.DONE : CommandLine.REFUSED;
	}

	private static Map<String, String> options(List<String> words) {
		return Options.of(words.subList(Math.min(1, words.size()), words.size()));
	}

}
