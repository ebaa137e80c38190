package org.jfpmonitor.intake.reading;

import org.jfpmonitor.store.RunLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.batch.integration.partition.StepExecutionRequestHandler;
import org.springframework.dao.DataAccessException;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads what is asked for, inside a transaction that does nothing but hold the request:
 * what the reading writes has transactions of its own, so that nobody waits for their
 * rows. A request that a stop has cut off is left to the others.
 */
final class ReadingRequests implements MessageHandler {

	private static final Logger logger = LoggerFactory.getLogger(ReadingRequests.class);

	private final StepExecutionRequestHandler reader = new StepExecutionRequestHandler();

	private final RunLock lock;

	private final TransactionTemplate apart;

	ReadingRequests(Step step, JobRepository repository, RunLock lock, PlatformTransactionManager transactions) {
		this.reader.setJobRepository(repository);
		this.reader.setStepLocator((name) -> step);
		this.lock = lock;
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
	}

	@Override
	public void handleMessage(Message<?> message) {
		if (!this.lock.isStopping()) {
			this.apart.executeWithoutResult((status) -> read((StepExecutionRequest) message.getPayload()));
		}
		if (this.lock.isStopping()) {
			TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
		}
	}

	private void read(StepExecutionRequest request) {
		try {
			this.reader.handle(request);
		}
		catch (DataAccessException | TransactionException away) {
			throw away;
		}
		catch (RuntimeException forgotten) {
			logger.debug("{} is of a run that is forgotten", request, forgotten);
		}
	}

	/**
	 * A database that is away is said by whoever else asks it; the request is there again
	 * once it is back.
	 */
	void failed(Throwable failure) {
		logger.debug("A request to read a file was given back", failure);
	}

}
