package org.jfpmonitor.intake.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jfpmonitor.intake.ImportOrder;
import org.jfpmonitor.intake.Intake;
import org.jfpmonitor.intake.inbox.FileNames;
import org.jfpmonitor.intake.inbox.FileTrouble;
import org.jfpmonitor.intake.inbox.Inbox;
import org.jfpmonitor.intake.received.RunFile.Print;
import org.jfpmonitor.intake.received.RunFile;
import org.jfpmonitor.intake.received.RunFiles;
import org.jfpmonitor.store.RunLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/**
 * Writes down which files a run has to do with, in their order, and the fingerprints of
 * their bytes. A file with which an earlier run is not done is left to that one.
 */
@Component
class ReceiveStep implements Tasklet {

	private static final Logger logger = LoggerFactory.getLogger(ReceiveStep.class);

	private final Inbox inbox;

	private final RunFiles files;

	private final RunLock lock;

	ReceiveStep(Inbox inbox, RunFiles files, RunLock lock) {
		this.inbox = inbox;
		this.files = files;
		this.lock = lock;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) {
		StepExecution step = contribution.getStepExecution();
		if (Interruption.isDue(step, this.lock)) {
			return RepeatStatus.FINISHED;
		}
		ImportOrder order = ImportOrder.of(step.getJobParameters());
		try {
			if (order.inbox() && !this.files.hasListed(order.run())) {
				Set<Path> ofOthers = this.files.ofOthers(order.run());
				List<Path> found = this.inbox.ready()
					.stream()
					.map((file) -> file.toAbsolutePath().normalize())
					.filter((file) -> !ofOthers.contains(file))
					.toList();
				this.files.add(order.run(), found, false, false, order.arrivedAt(), Intake.ONE_AFTER_THE_OTHER);
			}
			this.files.of(order.run()).forEach(this::fingerprint);
		}
		catch (IOException ex) {
			Interruption.end(step, "%s: expected a folder that this service may read and write, found %s"
				.formatted(this.inbox.folder(), FileTrouble.inWords(ex)));
		}
		return RepeatStatus.FINISHED;
	}

	/** One that cannot be read now is tried again when it is to be published. */
	private void fingerprint(RunFile file) {
		try {
			Optional<Print> print = Print.of(file.path());
			print.ifPresent((taken) -> this.files.fingerprinted(file, taken));
		}
		catch (IOException ex) {
			logger.debug("{} cannot be read now", FileNames.shown(file.path()), ex);
		}
	}

}
