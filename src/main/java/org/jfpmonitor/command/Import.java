package org.jfpmonitor.command;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.notification.outbox.Outbox;
import org.jfpmonitor.schedule.Runs;

import org.springframework.context.ApplicationContext;

/** Imports the files named, assesses and tells the owners, then stops. */
class Import implements OneShot {

	private static final String AGAIN = "--again";

	@Override
	public String name() {
		return "import";
	}

	@Override
	public String form() {
		return "import [--again] FILE...";
	}

	@Override
	public Optional<String> misuse(List<String> words) {
		Optional<String> unknown = words.stream()
			.filter((word) -> word.startsWith("--") && !word.equals(AGAIN))
			.findFirst();
		if (unknown.isPresent()) {
			return Optional.of("Expected --again or a file, found \"" + unknown.get() + "\". Write: " + form());
		}
		List<Path> files = files(words);
		if (files.isEmpty()) {
			return Optional.of("Expected at least one file, found none. Write: " + form());
		}
		String missing = files.stream()
			.filter((file) -> !Files.isReadable(file) || Files.isDirectory(file))
			.map((file) -> "\"" + file + "\"")
			.collect(Collectors.joining(", "));
		return missing.isEmpty() ? Optional.empty()
				: Optional.of("Expected files that can be read, found no such file: " + missing
						+ ". Nothing was imported; correct the name and try again.");
	}

	@Override
	public int carryOut(ApplicationContext context, List<String> words, PrintStream out) {
		Runs runs = context.getBean(Runs.class);
		List<Path> files = files(words);
		List<ImportOutcome> outcomes = words.contains(AGAIN) ? runs.importAgain(files) : runs.importFiles(files);
		context.getBean(Outbox.class).drain();
		return Outcomes.print(outcomes, out);
	}

	private static List<Path> files(List<String> words) {
		return words.stream().filter((word) -> !word.equals(AGAIN)).map(Path::of).toList();
	}

}
