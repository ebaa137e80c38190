package org.jfpmonitor.intake;

import java.time.Instant;
import java.util.Objects;

import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * What the steps of a run are asked to import, as it is kept with the job. Only the run
 * tells one job from another.
 *
 * @param run its number
 * @param inbox whether the inbox is looked through, beside the files that were named
 * @param arrivedAt the moment that counts as the arrival of what lies in the inbox
 */
public record ImportOrder(long run, boolean inbox, Instant arrivedAt) {

	/** As they are kept with the job. */
	public JobParameters toParameters() {
		return new JobParametersBuilder().addLong("run", this.run)
			.addString("inbox", String.valueOf(this.inbox), false)
			.addString("arrivedAt", this.arrivedAt.toString(), false)
			.toJobParameters();
	}

	/** The order that the job was started with. */
	public static ImportOrder of(JobParameters parameters) {
		return new ImportOrder(Objects.requireNonNull(parameters.getLong("run"), "A run has a number"),
				Boolean.parseBoolean(parameters.getString("inbox")), Instant
					.parse(Objects.requireNonNull(parameters.getString("arrivedAt"), "A run has a moment of arrival")));
	}

}
