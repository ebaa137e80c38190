package org.jfpmonitor.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.postgresql.util.PSQLState;

/**
 * Fresh, migrated databases for tests, on one real PostgreSQL server per test run. The
 * server is started on first use, migrated once, and each {@link #create()} copies the
 * result: some 50 ms. As in the service, the user is an ordinary one who owns the
 * database.
 *
 * <pre>
 * private final JdbcClient jdbc = JdbcClient.create(TestDatabase.create().dataSource());
 * </pre>
 *
 * Hold it in a static field to share one database among the tests of a class. A test that
 * starts the whole application takes {@link TestStore} instead.
 */
public final class TestDatabase {

	private static final String USER = "jfp";

	private static final String TEMPLATE = "migrated";

	/** Where the server's programs are unpacked, once for all runs of a build. */
	private static final Path PROGRAMS = Path.of("target", "test-postgres").toAbsolutePath();

	/** What the library leaves there when all are unpacked. */
	private static final String COMPLETE = ".exists";

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final AtomicInteger number = new AtomicInteger();

	private final String name;

	private final TestConnections connections;

	private TestDatabase(String name) {
		this.name = name;
		this.connections = new TestConnections(url(), USER, password());
	}

	/** A database of its own that holds what the migrations make, and nothing else. */
	public static TestDatabase create() {
		return new TestDatabase(TEMPLATE).copy();
	}

	/**
	 * A database of its own with the year of the demonstration.
	 * @param data an empty folder, into which the files of the demonstration are put
	 */
	public static TestDatabase withDemonstration(Path data) {
		return ImportedDemonstration.copy(data);
	}

	/**
	 * A database of its own that is migrated as far as the script of this version, and
	 * holds nothing else.
	 */
	static TestDatabase migratedTo(String version) {
		TestDatabase database = new TestDatabase("test" + number.incrementAndGet());
		Server.administer("CREATE DATABASE %s OWNER %s".formatted(database.name, USER));
		Flyway.configure().dataSource(database.dataSource()).target(version).load().migrate();
		return database;
	}

	/**
	 * A database of its own that holds what this one holds now. Whoever still asks this
	 * one is waited for, so nobody may keep a connection to it.
	 */
	public TestDatabase copy() {
		TestDatabase copy = new TestDatabase("test" + number.incrementAndGet());
		this.connections.whileNoneIsIdle(() -> Server
			.administer("CREATE DATABASE %s TEMPLATE %s OWNER %s".formatted(copy.name, this.name, USER)));
		return copy;
	}

	/** Connections to it, as many as are asked for. */
	public DataSource dataSource() {
		return this.connections;
	}

	/**
	 * What a restart of the server is for those who use it: all their sessions end, and
	 * none begins before it is up again.
	 * @param seconds how long that takes
	 */
	public void restart(int seconds) {
		shut();
		Server.administer("SELECT pg_sleep(%d)".formatted(seconds));
		open();
	}

	/** Ends all sessions and lets none begin. */
	public void shut() {
		Server.administer("ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(this.name));
		endSessions();
	}

	/** Lets sessions begin again. */
	public void open() {
		Server.administer("ALTER DATABASE %s ALLOW_CONNECTIONS true".formatted(this.name));
	}

	/** Ends all sessions; what begins from now on may only read, or write again. */
	public void readOnly(boolean only) {
		Server.administer("ALTER DATABASE %s SET default_transaction_read_only = %s".formatted(this.name, only));
		endSessions();
	}

	private void endSessions() {
		this.connections.end();
		Server.administer(
				"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'".formatted(this.name));
	}

	/** Address of the database for JDBC. */
	public String url() {
		return Server.url(this.name);
	}

	/** Name of the user who owns the database. */
	public String user() {
		return USER;
	}

	/**
	 * The server of the test run trusts everyone on this machine, but a password must be
	 * given.
	 */
	public String password() {
		return USER;
	}

	/**
	 * Links the server's programs, which are unpacked already, to where an embedded
	 * server in the folder looks for its own.
	 */
	public static void linkPrograms(Path folder) throws IOException {
		Path to = folder.resolve("programs");
		Server.administer("SELECT 1");
		Path complete = null;
		try (Stream<Path> programs = Files.walk(PROGRAMS)) {
			for (Path each : (Iterable<Path>) programs::iterator) {
				Path there = to.resolve(PROGRAMS.relativize(each));
				if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
					Files.createDirectories(there);
				}
				else if (each.endsWith(COMPLETE)) {
					complete = there;
				}
				else {
					Files.createLink(there, each);
				}
			}
		}
		// Where this is older than what it stands for, the library unpacks again.
		Files.createFile(Objects.requireNonNull(complete));
	}

	/** Started when first asked for; stopped and removed when the test run ends. */
	private static final class Server {

		private static final EmbeddedPostgres postgres = start();

		static {
			administer("CREATE ROLE %s LOGIN CREATEROLE".formatted(USER));
			administer("CREATE DATABASE %s OWNER %s".formatted(TEMPLATE, USER));
			Flyway.configure().dataSource(url(TEMPLATE), USER, USER).load().migrate();
		}

		private static String url(String name) {
			return "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), name);
		}

		private static EmbeddedPostgres start() {
			try {
				return EmbeddedPostgres.builder()
					.setPort(FreePort.find())
					.setOverrideWorkingDirectory(PROGRAMS.toFile())
					.setLocaleConfig("locale", "C")
					.setLocaleConfig("locale-provider", "builtin")
					.setLocaleConfig("builtin-locale", "C.UTF-8")
					.start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private static void administer(String sql) {
			try (Connection connection = postgres.getPostgresDatabase().getConnection();
					Statement statement = connection.createStatement()) {
				execute(statement, sql, Instant.now().plus(PATIENCE));
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		}

		/** The server itself waits five seconds for those who use a database. */
		private static void execute(Statement statement, String sql, Instant until) throws SQLException {
			try {
				statement.execute(sql);
			}
			catch (SQLException ex) {
				if (!PSQLState.OBJECT_IN_USE.getState().equals(ex.getSQLState()) || Instant.now().isAfter(until)) {
					throw ex;
				}
				execute(statement, sql, until);
			}
		}

	}

}
