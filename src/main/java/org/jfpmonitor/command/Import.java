package org.jfpmonitor.command;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.command.progress.ConsoleProgress;
import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.notification.outbox.Outbox;
import org.jfpmonitor.schedule.Runs;

import org.springframework.context.ApplicationContext;

/** Imports the files named, assesses and tells the owners, then stops. */
class Import implements Command {

	@Override
	public String name() {
		return "import";
	}

	@Override
	public String form() {
		return "import [--again | --arrived DAY] FILE... (or import --history FOLDER)";
	}

	@Override
	public Optional<String> misuse(List<String> words) {
		ImportWords read = ImportWords.of(words);
		return read.faults().isEmpty() ? Optional.empty()
				: Optional.of(String.join(" ", read.faults()) + " Nothing was imported. Write: " + form());
	}

	@Override
	public int carryOut(ApplicationContext context, List<String> words, PrintStream out) {
		ImportWords read = ImportWords.of(words);
		Today today = context.getBean(Today.class);
		Optional<LocalDate> future = read.arrived()
			.keySet()
			.stream()
			.filter((day) -> day.isAfter(today.day()))
			.findFirst();
		if (future.isPresent()) {
			out.println("Expected a day of arrival no later than today, " + today.day() + ", found " + future.get()
					+ ". Nothing was imported; correct the day and try again.");
			return CommandLine.WRONG;
		}
		if (!read.passedOver().isEmpty()) {
			out.println("Passed over, because by their names they are no extracts: "
					+ read.passedOver().stream().map((each) -> "\"" + each + "\"").collect(Collectors.joining(", "))
					+ ".");
		}
		if (today.isFixed()) {
			boolean demonstration = context.getEnvironment().getProperty("jfp.demo", Boolean.class, false);
			out.println(today.saidToBeFixed() + " What is imported now counts as arrived on that day." + (demonstration
					? " For figures of your own, use a configuration and a data folder of your own." : ""));
		}
		Runs runs = context.getBean(Runs.class);
		List<ImportOutcome> outcomes = run(runs, read, out);
		int code = Outcomes.print(outcomes, context, out);
		// Also when a file was left: what was assessed without it is news all the same.
		context.getBean(Outbox.class).drain();
		return code;
	}

	private static List<ImportOutcome> run(Runs runs, ImportWords read, PrintStream out) {
		ConsoleProgress shown = ConsoleProgress.begin(runs::progress, out);
		try (shown) {
			return read.again() ? runs.importAgain(read.files())
					: read.arrived().isEmpty() ? runs.importFiles(read.files()) : runs.importHistory(read.arrived());
		}
	}

}
