package org.jfpmonitor.store.embedded;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The database in the data folder, while this process uses it. */
public interface Store extends AutoCloseable {

	/** How to reach the database. */
	JdbcConnectionDetails connectionDetails();

	/** Lets go of it; whoever started the server stops it. */
	@Override
	void close();

}
