package org.jfpmonitor.intake.reading;

import java.lang.management.ManagementFactory;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.extract.ExtractReader;
import org.jfpmonitor.intake.ImportOrder;
import org.jfpmonitor.intake.received.RunFile;
import org.jfpmonitor.intake.received.RunFile.Print;
import org.jfpmonitor.intake.received.RunFiles;
import org.jfpmonitor.store.RunLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads one file ahead of its turn. Whatever is in the way of that, the file is read once
 * more at its turn, which then says what it was: so this never fails.
 */
@Component
class ReadFile implements Tasklet {

	static final String NAME = "readFile";

	private static final Logger logger = LoggerFactory.getLogger(ReadFile.class);

	private static final String NUMBER = "number";

	/** This process among those that share the work. */
	private static final String READER = ManagementFactory.getRuntimeMXBean().getName();

	/** What the cells of a workbook share is held, so several at once are too much. */
	private final Semaphore oneWorkbook = new Semaphore(1, true);

	private final RunFiles files;

	private final ReadAhead ahead;

	private final RunLock lock;

	private final Today today;

	private final TransactionTemplate transactions;

	ReadFile(RunFiles files, ReadAhead ahead, RunLock lock, Today today, PlatformTransactionManager transactions) {
		this.files = files;
		this.ahead = ahead;
		this.lock = lock;
		this.today = today;
		this.transactions = new TransactionTemplate(transactions);
	}

	/** What a partition knows of its file. */
	static ExecutionContext partition(RunFile file) {
		ExecutionContext context = new ExecutionContext();
		context.putInt(NUMBER, file.number());
		return context;
	}

	/**
	 * The step of one partition. It has no transaction of its own, so that none stays
	 * open while a file is read, and is not measured, because its name has a number.
	 */
	Step step(JobRepository repository) {
		return new StepBuilder(NAME, repository).tasklet(this, new ResourcelessTransactionManager())
			.allowStartIfComplete(true)
			.build();
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) {
		StepExecution step = contribution.getStepExecution();
		try {
			read(ImportOrder.of(step.getJobParameters()).run(), step.getExecutionContext().getInt(NUMBER));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (Exception | StackOverflowError | OutOfMemoryError ex) {
			logger.debug("A file of {} is read at its turn", step, ex);
		}
		return RepeatStatus.FINISHED;
	}

	private void read(long run, int number) throws Exception {
		Optional<RunFile> unread = this.lock.isStopping() ? Optional.empty() : begin(run, number);
		if (unread.isEmpty()) {
			return;
		}
		RunFile file = unread.get();
		Print print = file.print();
		boolean workbook = ExtractReader.isWorkbook(file.path(), file.fileName());
		if (workbook) {
			this.oneWorkbook.acquire();
		}
		try {
			if (print != null && print.isOf(file.path())) {
				this.ahead.read(file, print);
			}
		}
		finally {
			if (workbook) {
				this.oneWorkbook.release();
			}
			this.transactions.executeWithoutResult((status) -> this.files.readingEnded(file));
		}
	}

	private Optional<RunFile> begin(long run, int number) {
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			Optional<RunFile> unread = this.files.findUnread(run, number);
			unread.ifPresent((file) -> this.files.readingBegan(file, READER, this.today.now()));
			return unread;
		}));
	}

}
