package org.jfpmonitor.store.embedded;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The database in the data folder, while this process uses it. */
public interface Store extends AutoCloseable {

	/** How to reach the database. */
	JdbcConnectionDetails connectionDetails();

	/**
	 * Starts the server again where it ended without having been told to: it was killed,
	 * or its disk was full. Nothing where it runs, or belongs to another process. While
	 * it does not start, attempts get rarer, and what is in the way is said once.
	 */
	void startIfEnded();

	/** Lets go of it; whoever started the server stops it. */
	@Override
	void close();

}
