package org.jfpmonitor.intake.reading;

import java.time.Duration;
import java.util.Set;

import org.jfpmonitor.intake.inbox.Inbox;
import org.jfpmonitor.store.RunLock;

import org.springframework.batch.core.partition.support.AbstractPartitionHandler;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.support.GenericMessage;

/**
 * Hands the partitions out to whichever instance asks first, this one among them, and
 * waits until they are done. It does not wait when the service stops, nor for ever for a
 * machine that vanished with a file: what was not read by then is read at its turn.
 */
final class SharedPartitions extends AbstractPartitionHandler {

	private static final Duration LOOK_EVERY = Duration.ofMillis(200);

	/** So long nothing may come to its end before it is no longer waited for. */
	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private final MessageChannel requests;

	private final Readings readings;

	private final RunLock lock;

	SharedPartitions(MessageChannel requests, Readings readings, RunLock lock) {
		this.requests = requests;
		this.readings = readings;
		this.lock = lock;
	}

	@Override
	protected Set<StepExecution> doHandle(StepExecution manager, Set<StepExecution> partitions) {
		this.readings.withdrawRequests();
		partitions.forEach((each) -> this.requests
			.send(new GenericMessage<>(new StepExecutionRequest(ReadFile.NAME, each.getId()))));
		long left = partitions.size();
		long progressAt = System.nanoTime();
		while (left > 0 && !this.lock.isStopping() && this.lock.isHeld()
				&& System.nanoTime() - progressAt < PATIENCE.toNanos()) {
			Inbox.sleep(LOOK_EVERY);
			long now = this.readings.unfinishedPartitions(manager.getJobExecutionId());
			progressAt = (now < left) ? System.nanoTime() : progressAt;
			left = now;
		}
		return partitions;
	}

}
