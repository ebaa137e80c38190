package org.jfpmonitor.store;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The database in the data folder, while this process uses it. */
interface Store extends AutoCloseable {

	/** How to reach the database. */
	JdbcConnectionDetails connectionDetails();

	/** Lets go of it; whoever started the server stops it. */
	@Override
	void close();

}
