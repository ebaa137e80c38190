package org.jfpmonitor.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether anything at all was committed since an earlier look, by whichever instance or
 * hand, so that no table can be forgotten.
 */
@Component
public class StoreFingerprint {

	private final JdbcClient jdbc;

	StoreFingerprint(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A text that is the same only while every query finds what it found: which
	 * transactions are over. Another one does not mean that anything changed: it counts
	 * transactions of every database of the server.
	 */
	public String now() {
		// Another server may count from where this one did, such as a standby that took
		// over.
		return this.jdbc.sql("select concat_ws(' ', pg_postmaster_start_time(), pg_current_snapshot())")
			.query(String.class)
			.single();
	}

}
