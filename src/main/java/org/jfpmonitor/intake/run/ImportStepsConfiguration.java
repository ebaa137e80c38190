package org.jfpmonitor.intake.run;

import io.micrometer.observation.ObservationRegistry;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The steps of a run that import. Those that go from file to file are started again with
 * each start of the run: they do what is not done yet, which may be nothing. The registry
 * of measurements is handed to each step, because Batch finds it for steps that are beans
 * only.
 */
@Configuration(proxyBeanMethods = false)
class ImportStepsConfiguration {

	private final JobRepository repository;

	private final PlatformTransactionManager transactions;

	private final ObservationRegistry measurements;

	ImportStepsConfiguration(JobRepository repository, PlatformTransactionManager transactions,
			ObjectProvider<ObservationRegistry> measurements) {
		this.repository = repository;
		this.transactions = transactions;
		this.measurements = measurements.getIfAvailable(() -> ObservationRegistry.NOOP);
	}

	@Bean
	Step receive(ReceiveStep work) {
		return step("receive", work, false);
	}

	@Bean
	Step publish(PublishStep work) {
		return step("publish", work, true);
	}

	@Bean
	Step fileAway(FileAwayStep work) {
		return step("fileAway", work, true);
	}

	private Step step(String name, Tasklet work, boolean eachTime) {
		return new StepBuilder(name, this.repository).observationRegistry(this.measurements)
			.tasklet(work, this.transactions)
			.allowStartIfComplete(eachTime)
			.build();
	}

}
