package org.jfpmonitor.schedule;

import io.micrometer.observation.ObservationRegistry;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** A run from its first step to its last. */
@Configuration(proxyBeanMethods = false)
class RunJobConfiguration {

	@Bean
	Job run(JobRepository repository, Step receive, Step read, Step publish, Step fileAway, Step assess, Step finish) {
		return new JobBuilder("run", repository).start(receive)
			.next(read)
			.next(publish)
			.next(fileAway)
			.next(assess)
			.next(finish)
			.build();
	}

	@Bean
	Step assess(JobRepository repository, PlatformTransactionManager transactions, AssessStep work,
			ObjectProvider<ObservationRegistry> measurements) {
		return step("assess", repository, transactions, work, measurements);
	}

	@Bean
	Step finish(JobRepository repository, PlatformTransactionManager transactions, FinishStep work,
			ObjectProvider<ObservationRegistry> measurements) {
		return step("finish", repository, transactions, work, measurements);
	}

	/** The work looks for itself whether there is anything to do. */
	private static Step step(String name, JobRepository repository, PlatformTransactionManager transactions,
			Tasklet work, ObjectProvider<ObservationRegistry> measurements) {
		return new StepBuilder(name, repository)
			.observationRegistry(measurements.getIfAvailable(() -> ObservationRegistry.NOOP))
			.tasklet(work, transactions)
			.allowStartIfComplete(true)
			.build();
	}

}
