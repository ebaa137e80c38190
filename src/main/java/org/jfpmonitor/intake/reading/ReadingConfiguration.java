package org.jfpmonitor.intake.reading;

import io.micrometer.observation.ObservationRegistry;
import org.jfpmonitor.intake.IntakeProperties;
import org.jfpmonitor.intake.received.RunFiles;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * The step of a run that reads, a partition a file, on threads of this process unless the
 * settings say that instances share the work.
 */
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

	/**
	 * What becomes of a partition is seen by what it has kept: a file that was not read
	 * is read at its turn.
	 */
	@Bean
	Step read(JobRepository repository, Partitioner unreadFiles, PartitionHandler readers,
			ObjectProvider<ObservationRegistry> measurements) {
		return new StepBuilder("read", repository)
			.observationRegistry(measurements.getIfAvailable(() -> ObservationRegistry.NOOP))
			.allowStartIfComplete(true)
			.partitioner(ReadFile.NAME, unreadFiles)
			.partitionHandler(readers)
			.aggregator((step, partitions) -> {
			})
			.build();
	}

	@Bean
	@StepScope
	UnreadFiles unreadFiles(RunFiles files, IntakeProperties properties, @Value("#{jobParameters['run']}") long run,
			@Value("#{stepExecution.jobExecutionId}") long execution) {
		return new UnreadFiles(files, run, execution,
				properties.reading().shared() || properties.reading().readers() > 1);
	}

	@Bean
	@ConditionalOnProperty(name = "jfp.reading.shared", havingValue = "false", matchIfMissing = true)
	PartitionHandler readers(ReadFile work, JobRepository repository, IntakeProperties properties) throws Exception {
		SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("reading-");
		threads.setConcurrencyLimit(properties.reading().readers());
		TaskExecutorPartitionHandler readers = new TaskExecutorPartitionHandler();
		readers.setTaskExecutor(threads);
		readers.setStep(work.step(repository));
		readers.afterPropertiesSet();
		return readers;
	}

}
