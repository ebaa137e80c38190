package org.jfpmonitor.store;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/**
 * Says in plain words why the PostgreSQL server named in the settings cannot be used: not
 * reachable, user refused, no such database; and that the embedded one ended.
 */
final class DatabaseRefusalAnalyzer extends AbstractFailureAnalyzer<PSQLException> {

	private static final Map<String, String> ACTIONS = Map.of(
			// SQLSTATE classes, PostgreSQL manual, appendix A
			"08", "Start that server, or correct spring.datasource.url; without it the embedded database is used.",
			"28", "Correct spring.datasource.username and spring.datasource.password.", "3D",
			"Create that database, or correct the name at the end of spring.datasource.url.", "53",
			"Make room on that server, or let it take more connections, and start again.", "57",
			"Wait until that server has started, and start again.");

	private final Environment environment;

	DatabaseRefusalAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, PSQLException cause) {
		String url = this.environment.getProperty("spring.datasource.url");
		if (url == null && DatabaseWatch.isPassing(cause)) {
			return new FailureAnalysis(
					"The embedded database stopped answering during the start: " + withoutCode(cause.getMessage()),
					"Start again, unless whatever supervises the service does so by itself. Nothing is lost: what was"
							+ " under way is taken up.",
					cause);
		}
		String state = cause.getSQLState();
		String action = (state != null && state.length() == 5) ? ACTIONS.get(state.substring(0, 2)) : null;
		if (url == null || action == null) {
			return null;
		}
		String address = url.replaceFirst("\\?.*", "");
		return new FailureAnalysis(
				"The database %s cannot be used: %s".formatted(address, withoutCode(cause.getMessage())), action,
				cause);
	}

	private static @Nullable String withoutCode(@Nullable String message) {
		return (message != null) ? message.replaceFirst("^FATAL: ", "") : null;
	}

}
