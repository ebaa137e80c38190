package org.jfpmonitor.intake.run;

import java.util.Optional;

import org.jfpmonitor.store.RunLock;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/**
 * Ends a step before its work is done, in a way that lets it be started again, and leaves
 * word of the reason.
 */
public final class Interruption {

	private static final String BECAUSE = "interruptedBecause";

	private Interruption() {
	}

	/**
	 * Ends the step when the service stops or another instance may have taken the run.
	 */
	static boolean isDue(StepExecution step, RunLock lock) {
		// The word of an earlier start is handed to this one.
		step.getExecutionContext().remove(BECAUSE);
		if (lock.isStopping()) {
			end(step, "that the service was stopped");
			return true;
		}
		if (!lock.isHeld()) {
			end(step, "the database session of this run cut off");
			return true;
		}
		return false;
	}

	/**
	 * Ends the step.
	 * @param because what was found in place of what was expected
	 */
	public static void end(StepExecution step, String because) {
		step.getExecutionContext().putString(BECAUSE, because);
		step.setTerminateOnly();
	}

	/** Why the execution was ended before its work was done, if a step has left word. */
	public static Optional<String> of(JobExecution execution) {
		return execution.getStepExecutions()
			.stream()
			.filter((step) -> step.getExecutionContext().containsKey(BECAUSE))
			.map((step) -> step.getExecutionContext().getString(BECAUSE))
			.reduce((first, last) -> last);
	}

}
