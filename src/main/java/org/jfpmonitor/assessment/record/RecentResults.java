package org.jfpmonitor.assessment.record;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * The results asked for last, each by all that it depends on. Whoever asks for one that
 * is being worked out waits for it.
 *
 * @param <K> what a result depends on
 * @param <V> a result, immutable
 */
final class RecentResults<K, V> {

	private static final int MOST = 8;

	private final Map<K, FutureTask<V>> results = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<K, FutureTask<V>> eldest) {
			return size() > MOST;
		}

	};

	/** The result, worked out unless it is at hand; a failure is not kept. */
	V get(K key, Supplier<V> work) {
		FutureTask<V> own = new FutureTask<>(work::get);
		FutureTask<V> task;
		synchronized (this.results) {
			task = this.results.computeIfAbsent(key, (none) -> own);
		}
		if (task == own) {
			own.run();
		}
		try {
			return task.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Interrupted while waiting for an assessment");
		}
		catch (ExecutionException ex) {
			synchronized (this.results) {
				this.results.remove(key, task);
			}
			if (task != own) {
				// What was in the way of another need not be in the way of this one.
				return work.get();
			}
			if (ex.getCause() instanceof Error error) {
				throw error;
			}
			throw (ex.getCause() instanceof RuntimeException failure) ? failure : new IllegalStateException(ex);
		}
	}

}
