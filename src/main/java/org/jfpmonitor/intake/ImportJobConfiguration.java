package org.jfpmonitor.intake;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class ImportJobConfiguration {

	/** First publish, then file away: what is filed is in the store for certain. */
	@Bean
	Job importExtract(JobRepository repository, PlatformTransactionManager transactions, PublishStep publish,
			FileAwayStep fileAway) {
		return new JobBuilder(ImportJob.NAME, repository)
			.start(new StepBuilder("publish", repository).tasklet(publish, transactions).build())
			.next(new StepBuilder("fileAway", repository).tasklet(fileAway, transactions).build())
			.build();
	}

}
