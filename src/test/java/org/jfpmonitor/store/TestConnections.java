package org.jfpmonitor.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.PooledConnection;

import org.postgresql.ds.PGConnectionPoolDataSource;

import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connections to a test's database. One that is handed back serves whoever asks next,
 * because to make one takes longer than most of what is asked over it. There is no limit
 * to those in use; a few idle ones are kept for all databases together.
 */
public final class TestConnections extends AbstractDataSource {

	private static final int MOST_IDLE = 20;

	/** The longest idle first. */
	private static final Deque<Session> idle = new ArrayDeque<>();

	private final PGConnectionPoolDataSource server = new PGConnectionPoolDataSource();

	private int endings;

	private boolean keeps = true;

	/** Connections to the database at this address. */
	public TestConnections(String url, String user, String password) {
		this.server.setUrl(url);
		this.server.setUser(user);
		this.server.setPassword(password);
		this.server.setReWriteBatchedInserts(true);
	}

	@Override
	public Connection getConnection() throws SQLException {
		for (Optional<Session> kept = kept(); kept.isPresent(); kept = kept()) {
			try {
				return kept.get().connection().getConnection();
			}
			catch (SQLException ex) {
				kept.get().end();
			}
		}
		Session made = new Session(this, this.server.getPooledConnection(), this.endings);
		made.connection().addConnectionEventListener(made);
		return made.connection().getConnection();
	}

	@Override
	public Connection getConnection(String user, String password) throws SQLException {
		return getConnection();
	}

	/** Ends those that are idle, and each of the others when it is handed back. */
	void end() {
		synchronized (idle) {
			this.endings++;
			for (Optional<Session> kept = kept(); kept.isPresent(); kept = kept()) {
				kept.get().end();
			}
		}
	}

	/** Does something while none is idle: each is ended when it is handed back. */
	void whileNoneIsIdle(Runnable work) {
		synchronized (idle) {
			this.keeps = false;
			end();
		}
		try {
			work.run();
		}
		finally {
			synchronized (idle) {
				this.keeps = true;
			}
		}
	}

	private Optional<Session> kept() {
		synchronized (idle) {
			for (Iterator<Session> each = idle.descendingIterator(); each.hasNext();) {
				Session session = each.next();
				if (session.of() == this) {
					each.remove();
					return Optional.of(session);
				}
			}
			return Optional.empty();
		}
	}

	/**
	 * A connection that outlives its uses.
	 *
	 * @param endings how often those of its database had been ended before it began
	 */
	private record Session(TestConnections of, PooledConnection connection,
			int endings) implements ConnectionEventListener {

		@Override
		public void connectionClosed(ConnectionEvent event) {
			synchronized (idle) {
				if (this.endings < this.of.endings || !this.of.keeps) {
					end();
					return;
				}
				idle.addLast(this);
				if (idle.size() > MOST_IDLE) {
					idle.removeFirst().end();
				}
			}
		}

		/** It is found out when it is asked for again. */
		@Override
		public void connectionErrorOccurred(ConnectionEvent event) {
		}

		void end() {
			try {
				this.connection.removeConnectionEventListener(this);
				this.connection.close();
			}
			catch (SQLException ex) {
				// It was gone already.
			}
		}

	}

}
