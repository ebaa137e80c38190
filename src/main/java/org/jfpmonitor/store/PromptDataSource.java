package org.jfpmonitor.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool, but while the database is known to be away nobody waits in vain, neither for
 * a connection nor for an answer on one.
 */
final class PromptDataSource extends DelegatingDataSource {

	private static final Logger logger = LoggerFactory.getLogger(PromptDataSource.class);

	private static final ThreadLocal<Use> use = ThreadLocal.withInitial(() -> Use.WORK);

	private final Map<Connection, Use> given = new ConcurrentHashMap<>();

	private volatile @Nullable String away;

	PromptDataSource(DataSource pool) {
		super(pool);
	}

	/** What this thread asks for from now on, somebody waits for or not. */
	static void somebodyWaits(boolean waits) {
		if (waits) {
			use.set(Use.REQUEST);
		}
		else {
			use.remove();
		}
	}

	/**
	 * Gives no connection from now on, or gives them again.
	 * @param away why none, or null
	 */
	void refuse(@Nullable String away) {
		this.away = away;
	}

	/**
	 * Ends connections on which somebody may be waiting for an answer that does not come;
	 * to be called again while it does not, for those who were just about to ask.
	 * @param all those of work that nobody waits for, too
	 */
	void cutOff(boolean all) {
		this.given.forEach((connection, usedFor) -> {
			if (all || usedFor == Use.REQUEST) {
				this.given.remove(connection);
				end(connection);
			}
		});
	}

	@Override
	public Connection getConnection() throws SQLException {
		String why = this.away;
		if (why != null) {
			throw new SQLTransientConnectionException("The database does not answer: " + why);
		}
		Connection connection = super.getConnection();
		this.given.keySet().removeIf(PromptDataSource::isGivenBack);
		this.given.put(connection, use.get());
		return connection;
	}

	/** The pool gives each user a handle, which is closed when it is given back. */
	private static boolean isGivenBack(Connection handle) {
		try {
			return handle.isClosed();
		}
		catch (SQLException ex) {
			return true;
		}
	}

	/** Whoever reads from it gets an exception, as when the network broke. */
	private static void end(Connection connection) {
		try {
			connection.abort(Runnable::run);
		}
		catch (SQLException ex) {
			logger.debug("The connection was gone already", ex);
		}
	}

	/** What a connection is used for. */
	private enum Use {

		/** Somebody waits for the page. */
		REQUEST,

		/** A run, mails, whatever happens by the timetable. */
		WORK

	}

}
