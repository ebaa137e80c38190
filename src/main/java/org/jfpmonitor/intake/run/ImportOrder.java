package org.jfpmonitor.intake.run;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

import org.jfpmonitor.intake.delivery.ReceivedFile;
import org.jfpmonitor.intake.inbox.FileNames;
import org.jfpmonitor.progress.Sender;
import org.jspecify.annotations.Nullable;

import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * What an import is asked to do, as it is kept with the job. Only fingerprint and attempt
 * tell one job from another.
 *
 * @param sha256 the fingerprint of the bytes
 * @param attempt 1 for the first reading of these bytes, counting up
 * @param file where they lie
 * @param arrivedAt the moment that counts as their arrival
 */
record ImportOrder(String sha256, int attempt, Path file, Instant arrivedAt) {

	/** The name that people read. */
	public String fileName() {
		return FileNames.shown(this.file);
	}

	/**
	 * The file as it arrived.
	 * @param stamp which file of the inbox it is; null for a file from elsewhere
	 */
	ReceivedFile received(@Nullable String stamp, Sender sender) {
		return new ReceivedFile(this.sha256, this.attempt, fileName(), this.arrivedAt, stamp, sender);
	}

	/** The file as an address, because a name need not be text. */
	JobParameters toParameters() {
		return new JobParametersBuilder().addString("sha256", this.sha256)
			.addLong("attempt", (long) this.attempt)
			.addString("file", this.file.toAbsolutePath().toUri().toString(), false)
			.addString("arrivedAt", this.arrivedAt.toString(), false)
			.toJobParameters();
	}

	static ImportOrder of(JobParameters parameters) {
		return new ImportOrder(text(parameters, "sha256"),
				Math.toIntExact(Objects.requireNonNull(parameters.getLong("attempt"), "An import has an attempt")),
				Path.of(URI.create(text(parameters, "file"))), Instant.parse(text(parameters, "arrivedAt")));
	}

	private static String text(JobParameters parameters, String name) {
		return Objects.requireNonNull(parameters.getString(name), () -> "An import has a parameter " + name);
	}

}
