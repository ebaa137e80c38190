package org.jfpmonitor.intake.run;

import io.micrometer.observation.ObservationRegistry;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class ImportJobConfiguration {

	/**
	 * First publish, then file away: what is filed is in the store for certain. The
	 * registry of measurements is handed to each step, because Batch finds it for steps
	 * that are beans only.
	 */
	@Bean
	Job importExtract(JobRepository repository, PlatformTransactionManager transactions, PublishStep publish,
			FileAwayStep fileAway, ObjectProvider<ObservationRegistry> measurements) {
		ObservationRegistry registry = measurements.getIfAvailable(() -> ObservationRegistry.NOOP);
		return new JobBuilder(ImportJob.NAME, repository)
			.start(new StepBuilder("publish", repository).observationRegistry(registry)
				.tasklet(publish, transactions)
				.build())
			.next(new StepBuilder("fileAway", repository).observationRegistry(registry)
				.tasklet(fileAway, transactions)
				.build())
			.build();
	}

}
