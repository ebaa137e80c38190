package org.jfpmonitor.store;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;

/**
 * Lets one run go on at a time over all instances that share the database, so that each
 * file is published once and in order. Whoever holds the lock knows that every run found
 * unfinished is a dead one's.
 */
@Component
public class RunLock implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(RunLock.class);

	private static final String NAME = "jfp run";

	private static final Duration ASK_EVERY = Duration.ofMillis(200);

	private final DataSource dataSource;

	private final ReentrantLock ofThisInstance = new ReentrantLock();

	private volatile @Nullable SessionLock held;

	private volatile boolean running = true;

	RunLock(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	/**
	 * Waits for the lock, does the work and hands the lock on. Waiting rather than giving
	 * up means that a file which came while another instance was importing is not
	 * forgotten.
	 * @param stopped the result when the service stops before the lock is free
	 */
	public <T> T take(Supplier<T> work, T stopped) {
		this.ofThisInstance.lock();
		try {
			return takeFromOthers(work, stopped);
		}
		finally {
			this.ofThisInstance.unlock();
		}
	}

	/**
	 * Does the work unless somebody else has the lock or the service stops: then empty.
	 */
	public <T> Optional<T> tryTake(Supplier<T> work) {
		if (!this.ofThisInstance.tryLock()) {
			return Optional.empty();
		}
		try {
			return SessionLock.tryAcquire(this.dataSource, NAME)
				.flatMap((lock) -> hold(lock, () -> Optional.of(work.get()), Optional.empty()));
		}
		finally {
			this.ofThisInstance.unlock();
		}
	}

	/**
	 * Makes sure that the lock has not been lost with its session, before anything that
	 * nobody else may do at the same time is made final.
	 */
	public void confirm() {
		if (!isHeld()) {
			throw new CannotAcquireLockException(
					"The database session of this run was cut off, so another instance may have taken it up by now.");
		}
	}

	/** Whether the session that holds the lock is still there. */
	public boolean isHeld() {
		SessionLock lock = this.held;
		return lock != null && lock.isHeld();
	}

	/** Whether the service is about to stop and nothing new may begin. */
	public boolean isStopping() {
		return !this.running;
	}

	@Override
	public void start() {
		this.running = true;
	}

	/** Lets the file that is being published be finished; nothing new is begun. */
	@Override
	public void stop() {
		this.running = false;
		this.ofThisInstance.lock();
		try {
			logger.debug("No run is under way any more");
		}
		finally {
			this.ofThisInstance.unlock();
		}
	}

	@Override
	public void stop(Runnable callback) {
		this.running = false;
		Thread waiting = new Thread(() -> {
			stop();
			callback.run();
		}, "run-stop");
		waiting.setDaemon(true);
		waiting.start();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private <T> T takeFromOthers(Supplier<T> work, T stopped) {
		Optional<SessionLock> lock = SessionLock.tryAcquire(this.dataSource, NAME);
		while (lock.isEmpty()) {
			if (isStopping() || !pause()) {
				return stopped;
			}
			lock = SessionLock.tryAcquire(this.dataSource, NAME);
		}
		return hold(lock.get(), work, stopped);
	}

	private <T> T hold(SessionLock lock, Supplier<T> work, T stopped) {
		try (lock) {
			this.held = lock;
			return isStopping() ? stopped : work.get();
		}
		finally {
			this.held = null;
		}
	}

	private static boolean pause() {
		try {
			Thread.sleep(ASK_EVERY.toMillis());
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
