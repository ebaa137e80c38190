package org.jfpmonitor.plan.yaml;

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lists the faults of a {@link FaultyConfiguration} in place of a stack trace. */
final class FaultyConfigurationAnalyzer extends AbstractFailureAnalyzer<FaultyConfiguration> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, FaultyConfiguration cause) {
		List<Fault> faults = cause.faults();
		String count = (faults.size() == 1) ? "One fault" : faults.size() + " faults";
		String description = faults.stream()
			.map(Fault::toString)
			.collect(Collectors.joining("\n\n", count + " in the configuration:\n\n", ""));
		return new FailureAnalysis(description, "Correct the lines named above. The command \"check\" lists all faults"
				+ " of plan, layouts and settings again without starting the service.", cause);
	}

}
