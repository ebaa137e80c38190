package org.jfpmonitor.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool, but nobody waits in vain for a connection while the database is known to be
 * away.
 */
final class PromptDataSource extends DelegatingDataSource {

	private volatile @Nullable String away;

	PromptDataSource(DataSource pool) {
		super(pool);
	}

	/**
	 * Gives no connection from now on, or gives them again.
	 * @param away why none, or null
	 */
	void refuse(@Nullable String away) {
		this.away = away;
	}

	@Override
	public Connection getConnection() throws SQLException {
		String why = this.away;
		if (why != null) {
			throw new SQLTransientConnectionException("The database does not answer: " + why);
		}
		return super.getConnection();
	}

}
