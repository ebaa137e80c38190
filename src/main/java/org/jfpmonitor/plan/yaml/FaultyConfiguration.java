package org.jfpmonitor.plan.yaml;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * The files that the service is configured by have faults, so it does not start. Holds
 * every fault that was found, for whoever has to mend them.
 */
public final class FaultyConfiguration extends RuntimeException implements ExitCodeGenerator {

	private static final long serialVersionUID = 1L;

	private static final int BROKEN_CONFIGURATION = 2;

	private final transient List<Fault> faults;

	/**
	 * All faults that were found.
	 * @param faults at least one, in the order in which they are to be read
	 */
	public FaultyConfiguration(List<Fault> faults) {
		super(faults.size() + " faults in the configuration, first " + faults.get(0));
		this.faults = List.copyOf(faults);
	}

	/** Every fault that was found. */
	public List<Fault> faults() {
		return this.faults;
	}

	/** Exit code 2: broken configuration. */
	@Override
	public int getExitCode() {
		return BROKEN_CONFIGURATION;
	}

	/** Lists the faults of a {@link FaultyConfiguration} in place of a stack trace. */
	static final class Analyzer extends AbstractFailureAnalyzer<FaultyConfiguration> {

		@Override
		protected FailureAnalysis analyze(Throwable rootFailure, FaultyConfiguration cause) {
			List<Fault> faults = cause.faults();
			String count = (faults.size() == 1) ? "One fault" : faults.size() + " faults";
			String description = faults.stream()
				.map(Fault::toString)
				.collect(Collectors.joining("\n\n", count + " in the configuration:\n\n", ""));
			return new FailureAnalysis(description,
					"Correct the lines named above. The command \"check\" lists all faults"
							+ " of plan, layouts and settings again without starting the service.",
					cause);
		}

	}

}
