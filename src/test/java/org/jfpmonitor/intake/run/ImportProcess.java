package org.jfpmonitor.intake.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.jfpmonitor.store.ObservedDataSource;
import org.jfpmonitor.store.TestConnections;

/**
 * An instance of the service in a process of its own that imports its inbox. It counts
 * what it asks of the database; asked to, it stands still before a given request and says
 * so, for whoever wants to end it just there.
 */
final class ImportProcess {

	static final Instant ARRIVED = Instant.parse("2025-05-15T01:30:00Z");

	private static final AtomicInteger requests = new AtomicInteger();

	private ImportProcess() {
	}

	/**
	 * Imports the inbox.
	 * @param arguments address of the database, data folder, the request before which to
	 * stand still (0 for none), and whether to go on once told to stop
	 */
	public static void main(String[] arguments) {
		DataSource database = new TestConnections(arguments[0], "jfp", "jfp");
		int haltAt = Integer.parseInt(arguments[2]);
		boolean goesOn = Boolean.parseBoolean(arguments[3]);
		IntakeRig[] rig = new IntakeRig[1];
		rig[0] = new IntakeRig(ObservedDataSource.of(database, () -> {
			if (requests.incrementAndGet() == haltAt) {
				System.out.println("STANDING STILL");
				standStill(goesOn ? rig[0] : null);
			}
		}), Path.of(arguments[1]));
		Runtime.getRuntime().addShutdownHook(new Thread(rig[0]::close));
		requests.set(0);
		rig[0].importInbox(ARRIVED);
		System.out.println("DONE AFTER " + requests.get());
	}

	private static void standStill(IntakeRig rig) {
		if (rig == null) {
			awaitForEver();
		}
		while (!rig.turn().isStopping()) {
			Thread.onSpinWait();
		}
	}

	private static void awaitForEver() {
		try {
			new CountDownLatch(1).await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
