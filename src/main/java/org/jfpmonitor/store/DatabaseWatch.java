package org.jfpmonitor.store;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jfpmonitor.store.embedded.Store;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Whether the database answers, looked at twice a second on a connection outside the
 * pool, so that nobody has to wait to find out. Says once that it is away and once that
 * it is back, cuts off whoever waits for an answer that does not come, and has an
 * embedded server that has ended started again.
 */
@Component
public class DatabaseWatch implements MeterBinder, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(DatabaseWatch.class);

	private static final Duration FRESH = Duration.ofMillis(300);

	/** What failed meanwhile may come up a little later. */
	private static final Duration RECENTLY = Duration.ofSeconds(5);

	/** A busy server may be slow once; then it is asked again at once. */
	private static final int SLOW_LOOKS = 2;

	/**
	 * What nobody waits for, such as a run, may wait so long for a database that pauses.
	 */
	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

	private static final String SECONDS = "1";

	/** SQLSTATE of no connection; with nothing behind it, of one not made in time. */
	private static final String CANNOT_CONNECT = "08001";

	/** SQLSTATE class of connections that are lost or not made. */
	private static final String CONNECTION = "08";

	/** SQLSTATEs of a server that shuts down or starts. */
	private static final String SHUTDOWN = "57P";

	/** SQLSTATE disk_full. */
	private static final String DISK_FULL = "53100";

	/** SQLSTATE class of too little room, memory or connections. */
	private static final String NO_ROOM = "53";

	/** SQLSTATE too_many_connections: whoever has one already is well. */
	private static final String TOO_MANY = "53300";

	private final DataSource dataSource;

	private final ObjectProvider<Store> embedded;

	private volatile DatabaseState state = DatabaseState.ANSWERS;

	private long since = System.nanoTime();

	private volatile long troubleAt = System.nanoTime() - RECENTLY.toNanos();

	private long lookedAt = System.nanoTime() - FRESH.toNanos();

	private volatile int slow;

	private @Nullable Connection kept;

	DatabaseWatch(DataSource dataSource, ObjectProvider<Store> embedded) {
		this.dataSource = dataSource;
		this.embedded = embedded;
	}

	/** How it was found last. */
	DatabaseState state() {
		return this.state;
	}

	/**
	 * Says whether somebody waits for what this thread does, who is to be told after two
	 * or three seconds that the database does not answer.
	 */
	public void somebodyWaits(boolean waits) {
		PromptDataSource.somebodyWaits(waits);
	}

	/**
	 * Whether something failed because the database is away or cannot be written to, or
	 * was so just now; then that has been said, and what failed may be tried again.
	 */
	public boolean explains(Throwable failure) {
		if (causes(failure)
			.noneMatch((each) -> each instanceof DataAccessException || each instanceof TransactionException)) {
			return false;
		}
		// No state at all is the pool's own word, such as when a lost connection cannot
		// be rolled back.
		Optional<SQLException> lost = causes(failure).filter(SQLException.class::isInstance)
			.map(SQLException.class::cast)
			.filter((each) -> each.getSQLState() == null || isOfTheConnection(each))
			.findFirst();
		if (this.state != DatabaseState.ANSWERS || isTroubleFresh() || (this.slow > 0 && lost.isPresent())) {
			return true;
		}
		if (lookAgain() != DatabaseState.ANSWERS || isTroubleFresh()) {
			return true;
		}
		lost.ifPresent((each) -> {
			this.troubleAt = System.nanoTime();
			logger.warn("Connections to the database were cut off: {}. It answers again.", oneLine(each));
		});
		return lost.isPresent();
	}

	/**
	 * Whether it failed because the database did not answer, had no room or turned
	 * everybody away, which passes. Unlike {@link #explains} it asks nobody.
	 */
	public static boolean isPassing(Throwable failure) {
		return causes(failure).filter(SQLException.class::isInstance)
			.map(SQLException.class::cast)
			.anyMatch((each) -> isOfTheConnection(each) || isOfClass(each, NO_ROOM));
	}

	/** Whether it failed because the database answers and has no room, which passes. */
	public static boolean isFull(Throwable failure) {
		return causes(failure).filter(SQLException.class::isInstance)
			.map(SQLException.class::cast)
			.anyMatch((each) -> isOfClass(each, DISK_FULL));
	}

	/** What the database says of the failure, on one line. */
	public static String inWords(Throwable failure) {
		return causes(failure).filter(SQLException.class::isInstance)
			.map(SQLException.class::cast)
			.findFirst()
			.map(DatabaseWatch::oneLine)
			.orElseGet(() -> String.valueOf(failure.getMessage()));
	}

	private boolean isTroubleFresh() {
		return System.nanoTime() - this.troubleAt < RECENTLY.toNanos();
	}

	/** Also what a server says that shuts down or starts. */
	private static boolean isOfTheConnection(SQLException failure) {
		return failure instanceof SQLTransientConnectionException || isOfClass(failure, CONNECTION)
				|| isOfClass(failure, SHUTDOWN);
	}

	private static boolean isOfClass(SQLException failure, String beginning) {
		return failure.getSQLState() != null && failure.getSQLState().startsWith(beginning);
	}

	private static Stream<Throwable> causes(Throwable failure) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
	}

	private static String oneLine(SQLException failure) {
		return String.valueOf(failure.getMessage()).strip().replaceAll("\\s+", " ").replaceAll("[. ]+$", "");
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("jfp.database.up", this, (watch) -> (watch.state == DatabaseState.ANSWERS) ? 1 : 0)
			.description("1 while the database answers and can be written to, else 0.")
			.register(registry);
	}

	@Scheduled(fixedDelay = 500)
	void look() {
		if (lookAgain() == DatabaseState.AWAY) {
			this.embedded.ifAvailable(Store::startIfEnded);
		}
	}

	private synchronized DatabaseState lookAgain() {
		if (System.nanoTime() - this.lookedAt > FRESH.toNanos()) {
			ask();
			this.lookedAt = System.nanoTime();
		}
		return this.state;
	}

	private void ask() {
		do {
			askOnce();
		}
		while (this.slow > 0 && this.slow < SLOW_LOOKS);
	}

	private void askOnce() {
		try {
			boolean readOnly = isReadOnly();
			this.slow = 0;
			found(readOnly ? DatabaseState.READ_ONLY : DatabaseState.ANSWERS, "");
		}
		catch (SQLException ex) {
			if (TOO_MANY.equals(ex.getSQLState())) {
				this.slow = 0;
				return;
			}
			this.slow = isLate(ex) ? this.slow + 1 : SLOW_LOOKS;
			if (this.slow >= SLOW_LOOKS) {
				found(DatabaseState.AWAY, oneLine(ex));
			}
		}
	}

	/**
	 * Asks on the connection of the look before, because a busy server takes long to give
	 * another; when it was cut off, that says nothing yet.
	 */
	private boolean isReadOnly() throws SQLException {
		if (!this.dataSource.isWrapperFor(HikariDataSource.class)) {
			try (Connection connection = this.dataSource.getConnection()) {
				return isReadOnly(connection);
			}
		}
		try {
			Connection before = this.kept;
			if (before != null) {
				return isReadOnly(before);
			}
		}
		catch (SQLException ex) {
			close();
			if (isLate(ex)) {
				throw ex;
			}
		}
		Connection connection = connect(this.dataSource.unwrap(HikariDataSource.class));
		this.kept = connection;
		try {
			return isReadOnly(connection);
		}
		catch (SQLException ex) {
			close();
			throw ex;
		}
	}

	private static boolean isReadOnly(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet readOnly = statement.executeQuery("""
				select pg_is_in_recovery() or current_setting('transaction_read_only')::boolean
				""")) {
			readOnly.next();
			return readOnly.getBoolean(1);
		}
	}

	/** No answer within the time, where the server had not turned anybody away. */
	private static boolean isLate(SQLException failure) {
		Throwable cause = NestedExceptionUtils.getRootCause(failure);
		return (cause != null) ? cause instanceof SocketTimeoutException : CANNOT_CONNECT.equals(failure.getSQLState());
	}

	private static Connection connect(HikariDataSource pool) throws SQLException {
		Properties settings = new Properties();
		settings.putAll(pool.getDataSourceProperties());
		PGProperty.USER.set(settings, pool.getUsername());
		PGProperty.PASSWORD.set(settings, pool.getPassword());
		PGProperty.CONNECT_TIMEOUT.set(settings, SECONDS);
		PGProperty.LOGIN_TIMEOUT.set(settings, SECONDS);
		PGProperty.SOCKET_TIMEOUT.set(settings, SECONDS);
		return DriverManager.getConnection(pool.getJdbcUrl(), settings);
	}

	@Override
	public synchronized void close() {
		Connection connection = this.kept;
		this.kept = null;
		if (connection != null) {
			JdbcUtils.closeConnection(connection);
		}
	}

	private void found(DatabaseState now, String why) {
		DatabaseState before = this.state;
		if (now != DatabaseState.ANSWERS) {
			this.troubleAt = System.nanoTime();
		}
		this.state = now;
		Duration lasted = Duration.ofNanos(System.nanoTime() - this.since);
		if (this.dataSource instanceof PromptDataSource prompt) {
			prompt.refuse((now == DatabaseState.AWAY) ? why : null);
			if (now == DatabaseState.AWAY) {
				prompt.cutOff(now == before && lasted.compareTo(LONGEST_PAUSE) > 0);
			}
		}
		if (now == before) {
			return;
		}
		this.since = System.nanoTime();
		switch (now) {
			case AWAY -> logger.warn("The database does not answer: {}. Pages say so, and what is under way goes on by"
					+ " itself once it answers again.", why);
			case READ_ONLY -> logger.warn("The database can be read but not written to, as a standby. Nothing is"
					+ " imported, assessed or recorded until it can.");
			case ANSWERS -> logger.info("The database {} again, after {} seconds.",
					(before == DatabaseState.AWAY) ? "answers" : "can be written to", lasted.toSeconds());
		}
	}

	/** How a database is found. */
	enum DatabaseState {

		ANSWERS, READ_ONLY, AWAY

	}

}
