package org.jfpmonitor.extract.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Records that another thread parses a few batches ahead. What lies between the two
 * threads is bounded by records and by characters, whatever the file holds.
 */
final class RecordsAhead implements Records {

	private static final int BATCHES_AHEAD = 8;

	private static final int MOST_RECORDS = 512;

	private static final long MOST_CHARACTERS = 1 << 15;

	private final Records parser;

	private final ExecutorService thread = Executors.newSingleThreadExecutor((work) -> {
		Thread thread = new Thread(work, "extract-parser");
		thread.setDaemon(true);
		return thread;
	});

	private final Queue<Future<List<TextRecord>>> ahead = new ArrayDeque<>();

	private Iterator<TextRecord> batch = Collections.emptyIterator();

	/** Only touched by the parsing thread. */
	private @Nullable RuntimeException failure;

	RecordsAhead(Records parser) {
		this.parser = parser;
		for (int i = 0; i < BATCHES_AHEAD; i++) {
			this.ahead.add(this.thread.submit(this::parse));
		}
	}

	/** Some records; none at the end. A failure comes after the records before it. */
	private List<TextRecord> parse() {
		if (this.failure != null) {
			throw this.failure;
		}
		List<TextRecord> records = new ArrayList<>(MOST_RECORDS);
		long before = this.parser.charactersRead();
		try {
			while (records.size() < MOST_RECORDS && this.parser.charactersRead() - before < MOST_CHARACTERS
					&& this.parser.hasNext()) {
				records.add(this.parser.next());
			}
		}
		catch (RuntimeException failed) {
			if (records.isEmpty()) {
				throw failed;
			}
			this.failure = failed;
		}
		return records;
	}

	@Override
	public boolean hasNext() {
		while (!this.batch.hasNext() && !this.ahead.isEmpty()) {
			List<TextRecord> next = wait(this.ahead.remove());
			if (next.isEmpty()) {
				this.ahead.clear();
			}
			else {
				this.ahead.add(this.thread.submit(this::parse));
			}
			this.batch = next.iterator();
		}
		return this.batch.hasNext();
	}

	private static List<TextRecord> wait(Future<List<TextRecord>> parsed) {
		try {
			return parsed.get();
		}
		catch (ExecutionException failed) {
			if (failed.getCause() instanceof RuntimeException known) {
				throw known;
			}
			if (failed.getCause() instanceof OutOfMemoryError known) {
				throw known;
			}
			throw new IllegalStateException("Reading records failed", failed.getCause());
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new Unreadable("Expected to read the file to its end, found that the service is being stopped. "
					+ "It is read again after the next start.", stopped);
		}
	}

	@Override
	public TextRecord next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		return this.batch.next();
	}

	@Override
	public long charactersRead() {
		return this.parser.charactersRead();
	}

	@Override
	public boolean isLastLineEnded() {
		return this.parser.isLastLineEnded();
	}

	/** The parser is closed by its own thread, which may be using it. */
	@Override
	public void close() {
		this.ahead.forEach((each) -> each.cancel(false));
		this.thread.execute(this.parser::close);
		this.thread.shutdown();
		try {
			this.thread.awaitTermination(1, TimeUnit.MINUTES);
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
		}
	}

}
