package org.jfpmonitor.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * A lock that one instance at a time holds among all that share the database, for as long
 * as a piece of work takes. PostgreSQL keeps it with the database session: when its
 * holder dies, the session and so the lock end by themselves, and no clock and no lease
 * is needed.
 */
public final class SessionLock implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(SessionLock.class);

	/** How long an answer may take before the session counts as gone. */
	private static final int SECONDS = 5;

	/**
	 * A machine that vanished without a word is noticed within a minute, and no firewall
	 * forgets the connection during long work.
	 */
	private static final String KEEP_ALIVE = """
			set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3
			""";

	private final Connection session;

	private final String name;

	private SessionLock(Connection session, String name) {
		this.session = session;
		this.name = name;
	}

	/**
	 * Takes the lock unless somebody has it; whoever wants to wait asks again. The same
	 * process may not take it twice.
	 * @return the lock, to be closed; empty when another holds it
	 * @throws org.springframework.dao.DataAccessException when the database cannot be
	 * asked
	 */
	public static Optional<SessionLock> tryAcquire(DataSource dataSource, String name) {
		Connection connection = null;
		boolean acquired = false;
		try {
			connection = dataSource.getConnection();
			keepAlive(connection);
			acquired = ask(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))", name);
			return acquired ? Optional.of(new SessionLock(connection, name)) : Optional.empty();
		}
		catch (SQLException ex) {
			String task = "Asking for the lock " + name;
			DataAccessException known = new SQLExceptionSubclassTranslator().translate(task, null, ex);
			throw (known != null) ? known : new UncategorizedSQLException(task, null, ex);
		}
		finally {
			if (!acquired) {
				JdbcUtils.closeConnection(connection);
			}
		}
	}

	/** Whether the session that holds the lock is still there. */
	public boolean isHeld() {
		try {
			return this.session.isValid(SECONDS);
		}
		catch (SQLException ex) {
			logger.debug("The session that holds the lock {} is gone", this.name, ex);
			return false;
		}
	}

	/** Hands the lock on. */
	@Override
	public void close() {
		try {
			ask(this.session, "select pg_advisory_unlock(hashtextextended(?, 0))", this.name);
		}
		catch (SQLException ex) {
			// Whether or not the session is gone: ending it ends the lock, too.
			logger.debug("The session that held the lock {} is ended", this.name, ex);
			end(this.session);
		}
		finally {
			JdbcUtils.closeConnection(this.session);
		}
	}

	private static void end(Connection connection) {
		try {
			connection.abort(Runnable::run);
		}
		catch (SQLException ex) {
			logger.debug("The session was gone already", ex);
		}
	}

	private static void keepAlive(Connection connection) {
		try (PreparedStatement statement = connection.prepareStatement(KEEP_ALIVE)) {
			statement.execute();
		}
		catch (SQLException ex) {
			// Some systems do not let that be set; then their own setting holds.
			logger.debug("The connection keeps the system's own keep-alive", ex);
		}
	}

	private static boolean ask(Connection connection, String question, String name) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(question)) {
			statement.setString(1, name);
			try (ResultSet answer = statement.executeQuery()) {
				return answer.next() && answer.getBoolean(1);
			}
		}
	}

}
