package org.jfpmonitor.command;

import java.io.PrintStream;
import java.util.List;

import org.jfpmonitor.intake.ImportOutcome.Result;
import org.jfpmonitor.intake.ImportOutcome;

/** Prints what became of each file and decides the exit code. */
final class Outcomes {

	private Outcomes() {
	}

	static int print(List<ImportOutcome> outcomes, PrintStream out) {
		outcomes.forEach((outcome) -> out.println(outcome.message()));
		if (outcomes.isEmpty()) {
			out.println("Nothing to import: the inbox holds no file that is complete.");
		}
		if (outcomes.stream().anyMatch((outcome) -> outcome.result() == Result.LEFT)) {
			return CommandLine.CUT_OFF;
		}
		return outcomes.stream().allMatch(ImportOutcome::isClean) ? CommandLine.DONE : CommandLine.REFUSED;
	}

}
