package org.jfpmonitor.store;

import org.flywaydb.core.api.exception.FlywayValidateException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says in plain words that the database was made by another version of the service than
 * this one knows how to carry on from.
 */
final class OtherSchemaAnalyzer extends AbstractFailureAnalyzer<FlywayValidateException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, FlywayValidateException cause) {
		String found = String.valueOf(cause.getMessage())
			.lines()
			.filter((line) -> line.startsWith("Detected") || line.startsWith("Migration checksum"))
			.findFirst()
			.orElse("a history of its tables that differs");
		return new FailureAnalysis(
				"Expected a database made by this version of the service or by an earlier one, found another one's: "
						+ found,
				"Start the version that used this database last, or a later one; or name another database with"
						+ " spring.datasource.url, or another folder with jfp.data. Nothing was changed.",
				cause);
	}

}
