package org.jfpmonitor.command;

import java.io.PrintStream;
import java.util.List;

import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.intake.ImportOutcome.Result;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Prints what became of each file and decides the exit code. */
final class Outcomes {

	private Outcomes() {
	}

	/**
	 * Prints them.
	 * @param context which is no longer active where somebody told the program to stop
	 */
	static int print(List<ImportOutcome> outcomes, ApplicationContext context, PrintStream out) {
		outcomes.forEach((outcome) -> out.println(outcome.message()));
		boolean stopped = context instanceof ConfigurableApplicationContext closable && !closable.isActive();
		if (outcomes.isEmpty() && !stopped) {
			out.println("Nothing to import: the inbox holds no file that is complete.");
		}
		if (outcomes.stream().anyMatch((outcome) -> outcome.result() == Result.LEFT)) {
			return CommandLine.CUT_OFF;
		}
		return outcomes.stream().allMatch(ImportOutcome::isClean) ? CommandLine.DONE : CommandLine.REFUSED;
	}

}
