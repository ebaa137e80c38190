package org.jfpmonitor.command.settings;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says in words why a start ended before there was an application, and perhaps before
 * there was a log. Until then nothing but settings has been read, so they are to blame.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class EarlyFailure implements SpringBootExceptionReporter {

	private static final List<FailureAnalyzer> ANALYZERS = List.of(new FaultySettings.Analyzer(),
			new UnreadableYamlAnalyzer(), new UnreadableSettingsAnalyzer());

	private final boolean early;

	/** Called by Spring, which has a context once there is an application. */
	EarlyFailure(@Nullable ConfigurableApplicationContext context) {
		this.early = context == null;
	}

	@Override
	public boolean reportException(Throwable failure) {
		if (!this.early) {
			return false;
		}
		FailureAnalysis analysis = ANALYZERS.stream()
			.map((each) -> each.analyze(failure))
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow();
		System.err.println(Stream.of(analysis.getDescription(), "", analysis.getAction())
			.collect(Collectors.joining(System.lineSeparator())));
		return true;
	}

}
