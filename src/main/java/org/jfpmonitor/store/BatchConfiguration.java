package org.jfpmonitor.store;

import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.context.annotation.Configuration;

/**
 * Keeps the history of batch jobs in the database. No executor is named on purpose: a job
 * runs in the thread that starts it, so whoever starts it knows when it has ended and
 * how.
 */
@Configuration(proxyBeanMethods = false)
@EnableBatchProcessing
@EnableJdbcJobRepository
class BatchConfiguration {

}
