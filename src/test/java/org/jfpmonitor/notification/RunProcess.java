package org.jfpmonitor.notification;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.jfpmonitor.store.ObservedDataSource;
import org.jfpmonitor.store.TestConnections;

/**
 * An instance of the service in a process of its own that does one run and sends its
 * mails. It counts what it asks of the database; asked to, it stands still before a given
 * request and says so, for whoever wants to end it just there.
 */
final class RunProcess {

	static final String DAY = "2025-02-05";

	private RunProcess() {
	}

	/**
	 * Does the run.
	 * @param arguments address of the database, port of the mail server, and the request
	 * before which to stand still (0 for none)
	 */
	public static void main(String[] arguments) {
		DataSource database = new TestConnections(arguments[0], "jfp", "jfp");
		int haltAt = Integer.parseInt(arguments[2]);
		AtomicInteger requests = new AtomicInteger();
		try (FiveOwners owners = new FiveOwners(ObservedDataSource.of(database, () -> {
			if (requests.incrementAndGet() == haltAt) {
				System.out.println("STANDING STILL");
				standStill();
			}
		}), Integer.parseInt(arguments[1]))) {
			requests.set(0);
			owners.run(DAY);
			owners.drain();
			System.out.println("DONE AFTER " + requests.get());
		}
	}

	private static void standStill() {
		try {
			new CountDownLatch(1).await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
