package org.jfpmonitor.intake.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.stereotype.Component;

/**
 * Lets one import run at a time over all instances that share the database, so that each
 * file is read once and in order. Whose turn it is, PostgreSQL keeps as a lock of the
 * database session: when an instance dies, its session and so its turn end by themselves.
 * Whoever has the turn therefore knows that every import found unfinished is a dead
 * one's.
 */
@Component
class ImportLock implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(ImportLock.class);

	/** Any number that nothing else in the database locks: "JFPimprt" in ASCII. */
	private static final long KEY = 0x4A4650696D707274L;

	private static final Duration ASK_EVERY = Duration.ofMillis(200);

	/**
	 * A machine that vanished without a word is noticed within a minute, and no firewall
	 * forgets the connection while a long file is read.
	 */
	private static final String KEEP_ALIVE = """
			set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3
			""";

	private final DataSource dataSource;

	private final ReentrantLock ofThisInstance = new ReentrantLock();

	private volatile @Nullable Connection session;

	private volatile boolean running = true;

	ImportLock(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	/**
	 * Waits for the turn, does the work and hands the turn on. Waiting rather than giving
	 * up means that a file which came while another instance was importing is not
	 * forgotten.
	 * @param stopped the result when the service stops before it is our turn
	 */
	<T> T take(Supplier<T> work, T stopped) {
		this.ofThisInstance.lock();
		try {
			return takeFromOthers(work, stopped);
		}
		catch (SQLException ex) {
			throw new SQLExceptionSubclassTranslator().translate("Waiting for the turn to import", null, ex);
		}
		finally {
			this.ofThisInstance.unlock();
		}
	}

	/**
	 * Makes sure that the turn has not been lost with its session, before anything that
	 * nobody else may do at the same time is made final.
	 */
	void confirm() {
		if (!isHeld()) {
			throw new CannotAcquireLockException(
					"The database session of this import was cut off, so another instance may be importing by now.");
		}
	}

	/** Whether the session that has the turn is still there. */
	boolean isHeld() {
		Connection held = this.session;
		try {
			return held != null && held.isValid(5);
		}
		catch (SQLException ex) {
			logger.debug("The session that holds the turn is gone", ex);
			return false;
		}
	}

	/** Whether the service is about to stop and nothing new may begin. */
	public boolean isStopping() {
		return !this.running;
	}

	@Override
	public void start() {
		this.running = true;
	}

	/** Lets the file that is being imported be finished; nothing new is begun. */
	@Override
	public void stop() {
		this.running = false;
		this.ofThisInstance.lock();
		try {
			logger.debug("No import is under way any more");
		}
		finally {
			this.ofThisInstance.unlock();
		}
	}

	@Override
	public void stop(Runnable callback) {
		this.running = false;
		Thread waiting = new Thread(() -> {
			stop();
			callback.run();
		}, "import-stop");
		waiting.setDaemon(true);
		waiting.start();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private <T> T takeFromOthers(Supplier<T> work, T stopped) throws SQLException {
		Connection connection = this.dataSource.getConnection();
		try {
			keepAlive(connection);
			while (!ask(connection, "select pg_try_advisory_lock(?)")) {
				if (isStopping() || !pause()) {
					return stopped;
				}
			}
			this.session = connection;
			try {
				return isStopping() ? stopped : work.get();
			}
			finally {
				this.session = null;
				handOn(connection);
			}
		}
		finally {
			JdbcUtils.closeConnection(connection);
		}
	}

	private static void handOn(Connection connection) {
		try {
			ask(connection, "select pg_advisory_unlock(?)");
		}
		catch (SQLException ex) {
			// Whether or not the session is gone: ending it ends the lock, too.
			logger.debug("The session that held the turn is ended", ex);
			end(connection);
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

	private static boolean ask(Connection connection, String question) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(question)) {
			statement.setLong(1, KEY);
			try (ResultSet answer = statement.executeQuery()) {
				return answer.next() && answer.getBoolean(1);
			}
		}
	}

	private static boolean pause() {
		try {
			Thread.sleep(ASK_EVERY.toMillis());
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
