package org.jfpmonitor.extract.text;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import org.jspecify.annotations.Nullable;

/**
 * Records that another thread has parsed already. What lies between the two threads is
 * bounded by records and by characters, whatever the file holds.
 */
final class RecordsAhead implements Records {

	private static final int BATCHES = 16;

	private final RecordParser parser;

	private final BlockingQueue<Batch> ready = new ArrayBlockingQueue<>(BATCHES);

	private final Thread thread;

	private Batch batch = new Batch();

	private int at = -1;

	RecordsAhead(RecordParser parser) {
		this.parser = parser;
		this.thread = new Thread(this::parse, "extract-parser");
		this.thread.setDaemon(true);
		this.thread.start();
	}

	private void parse() {
		try {
			boolean more = true;
			while (more) {
				Batch next = new Batch();
				more = next.fill(this.parser);
				this.ready.put(next);
			}
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public Step next() {
		this.at++;
		while (this.at >= this.batch.size) {
			RuntimeException failure = this.batch.failure;
			if (failure != null) {
				throw failure;
			}
			if (this.batch.last) {
				return Step.END;
			}
			this.batch = take();
			this.at = 0;
		}
		return this.batch.steps[this.at];
	}

	private Batch take() {
		try {
			return this.ready.take();
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new Unreadable("Expected to read the file to its end, found that the service is being stopped. "
					+ "It is read again after the next start.", stopped);
		}
	}

	@Override
	public long line() {
		return (this.at < this.batch.size) ? this.batch.lines[this.at] : this.batch.lastLine;
	}

	@Override
	public String[] values() {
		return this.batch.values[this.at];
	}

	@Override
	public boolean isGarbled() {
		return this.batch.strange && RecordParser.isGarbled(values());
	}

	@Override
	public boolean isLastLineEnded() {
		return this.batch.lastLineEnded;
	}

	@Override
	public void close() {
		this.thread.interrupt();
		boolean interrupted = false;
		while (this.thread.isAlive()) {
			try {
				this.thread.join();
			}
			catch (InterruptedException again) {
				interrupted = true;
			}
		}
		this.parser.close();
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/** Some records in a row. */
	private static final class Batch {

		private static final int MOST_RECORDS = 512;

		private static final long MOST_CHARACTERS = 1 << 18;

		private final String[][] values = new String[MOST_RECORDS][];

		private final long[] lines = new long[MOST_RECORDS];

		private final Step[] steps = new Step[MOST_RECORDS];

		private int size;

		private boolean strange;

		private boolean last;

		private boolean lastLineEnded;

		private long lastLine;

		private @Nullable RuntimeException failure;

		/** Fills it; false when nothing follows. */
		boolean fill(RecordParser parser) {
			long before = parser.charactersRead();
			try {
				while (this.size < MOST_RECORDS && parser.charactersRead() - before < MOST_CHARACTERS) {
					Step step = parser.next();
					this.lastLine = parser.line();
					if (step == Step.END) {
						this.last = true;
						this.lastLineEnded = parser.isLastLineEnded();
						return false;
					}
					this.steps[this.size] = step;
					this.lines[this.size] = parser.line();
					this.values[this.size] = parser.values();
					this.size++;
				}
				return !Thread.currentThread().isInterrupted();
			}
			catch (RuntimeException failed) {
				this.failure = failed;
				return false;
			}
			catch (Error died) {
				// Whoever waits for the next batch must learn of it.
				this.failure = new IllegalStateException("Reading records failed", died);
				return false;
			}
			finally {
				this.strange = parser.isStrange();
			}
		}

	}

}
