package org.jfpmonitor.intake.reading;

import java.sql.SQLException;
import java.time.Duration;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.jfpmonitor.intake.IntakeProperties;
import org.jfpmonitor.intake.IntakeProperties.ReadingProperties;
import org.jfpmonitor.store.RunLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.integration.channel.QueueChannel;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.Pollers;
import org.springframework.integration.jdbc.store.JdbcChannelMessageStore;
import org.springframework.integration.jdbc.store.channel.PostgresChannelMessageStoreQueryProvider;
import org.springframework.integration.store.MessageGroupQueue;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Reading that is shared by all instances on one database: requests to read wait in a
 * table. Whoever takes one keeps its row locked until the file is read, so that what a
 * killed process had taken is there for the others as soon as its session is gone; no
 * clock and no lease is needed.
 */
@Configuration(proxyBeanMethods = false)
@EnableIntegration
@ConditionalOnProperty(name = "jfp.reading.shared", havingValue = "true")
class SharedReadingConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(SharedReadingConfiguration.class);

	private static final Duration ASK_EVERY = Duration.ofMillis(300);

	/** Nothing but such requests is made of what lies in the table. */
	@Bean
	JdbcChannelMessageStore readingRequestStore(DataSource dataSource) {
		JdbcChannelMessageStore store = new JdbcChannelMessageStore(dataSource);
		store.setChannelMessageStoreQueryProvider(new PostgresChannelMessageStoreQueryProvider());
		store.addAllowedPatterns(StepExecutionRequest.class.getName(), GenericMessage.class.getName(),
				MessageHeaders.class.getName(), "java.util.*", "java.lang.*");
		return store;
	}

	@Bean
	QueueChannel readingRequests(JdbcChannelMessageStore readingRequestStore) {
		return new QueueChannel(new MessageGroupQueue(readingRequestStore, ReadFile.NAME));
	}

	@Bean
	PartitionHandler readers(QueueChannel readingRequests, Readings readings, RunLock lock) {
		return new SharedPartitions(readingRequests, readings, lock);
	}

	/**
	 * The scheduler hands each look at the table to a reader that is free, and waits
	 * where none is.
	 */
	@Bean
	IntegrationFlow readingFlow(QueueChannel readingRequests, ReadFile work, JobRepository repository, RunLock lock,
			PlatformTransactionManager transactions, IntakeProperties properties, DataSource dataSource)
			throws SQLException {
		SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("reading-");
		threads.setConcurrencyLimit(readers(properties.reading(), dataSource));
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.setThreadNamePrefix("reading-requests-");
		scheduler.setDaemon(true);
		ReadingRequests requests = new ReadingRequests(work.step(repository), repository, lock, transactions);
		scheduler.setErrorHandler(requests::failed);
		scheduler.initialize();
		return IntegrationFlow.from(readingRequests)
			.handle(requests,
					(endpoint) -> endpoint.taskScheduler(scheduler)
						.poller(Pollers.fixedDelay(ASK_EVERY)
							.receiveTimeout(0)
							.maxMessagesPerPoll(-1)
							.transactional(transactions)
							.errorHandler(requests::failed)
							.taskExecutor(threads)))
			.get();
	}

	/**
	 * Each keeps the connection with its request and needs another one for what it
	 * writes: as many as there are connections would all wait for each other.
	 */
	private static int readers(ReadingProperties reading, DataSource dataSource) throws SQLException {
		if (!dataSource.isWrapperFor(HikariDataSource.class)) {
			return reading.readers();
		}
		int connections = dataSource.unwrap(HikariDataSource.class).getMaximumPoolSize();
		int most = Math.max(1, connections / 2);
		if (reading.readers() > most) {
			logger.warn(
					"jfp.reading.threads: expected at most {} where reading is shared, half of the {} connections to the"
							+ " database, found {}. {} files are read at once; for more of them raise"
							+ " spring.datasource.hikari.maximum-pool-size.",
					most, connections, reading.readers(), most);
		}
		return Math.min(reading.readers(), most);
	}

}
