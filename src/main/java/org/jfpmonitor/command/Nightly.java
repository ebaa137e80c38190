package org.jfpmonitor.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.command.progress.ConsoleProgress;
import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.notification.outbox.Outbox;
import org.jfpmonitor.schedule.RunKind;
import org.jfpmonitor.schedule.Runs;

import org.springframework.context.ApplicationContext;

/** One nightly run, then stop: for cron. */
class Nightly implements Command {

	@Override
	public String name() {
		return "nightly";
	}

	@Override
	public String form() {
		return "nightly";
	}

	@Override
	public Optional<String> misuse(List<String> words) {
		return words.isEmpty() ? Optional.empty() : Optional.of("nightly takes nothing more, found \""
				+ String.join(" ", words) + "\". To import certain files write: import FILE...");
	}

	@Override
	public int carryOut(ApplicationContext context, List<String> words, PrintStream out) {
		Today today = context.getBean(Today.class);
		if (today.isFixed()) {
			out.println(today.saidToBeFixed()
					+ " The run is for that day, and what is imported now counts as arrived on it.");
		}
		List<ImportOutcome> outcomes = run(context.getBean(Runs.class), out);
		int code = Outcomes.print(outcomes, context, out);
		// Also when a file was left: what was assessed without it is news all the same.
		context.getBean(Outbox.class).drain();
		return code;
	}

	private static List<ImportOutcome> run(Runs runs, PrintStream out) {
		ConsoleProgress shown = ConsoleProgress.begin(runs::progress, out);
		try (shown) {
			return runs.importInbox(RunKind.NIGHTLY);
		}
	}

}
