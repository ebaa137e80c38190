package org.jfpmonitor.store.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of our own with durable data, running from {@link #start} to
 * {@link #close}. It writes through to disk, listens on this machine only and asks for a
 * password.
 */
public final class EmbeddedStore implements Store {

	private static final Logger logger = LoggerFactory.getLogger(EmbeddedStore.class);

	/** Name of the database and of the user who owns it. */
	private static final String NAME = "jfp";

	/** A server that has to recover from a crash answers only when it is done. */
	private static final Duration RECOVERY = Duration.ofMinutes(2);

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

	private final StoreFolder folder;

	private EmbeddedPostgres server;

	private boolean closed;

	/** Between attempts to start a server that has ended; none before the first. */
	private Duration pause = Duration.ZERO;

	private long nextStart = System.nanoTime();

	private EmbeddedStore(StoreFolder folder, EmbeddedPostgres server) {
		this.folder = folder;
		this.server = server;
	}

	/**
	 * Starts the server on the data in a folder, or on a new empty database when there is
	 * none. A server that a killed service left running there is taken over.
	 * @param path the folder of the embedded database
	 * @throws StoreUnavailable if the folder is in use or cannot be used
	 */
	public static EmbeddedStore start(Path path) {
		StoreFolder folder = StoreFolder.claim(path);
		try {
			if (!Files.exists(folder.cluster())) {
				build(folder);
			}
			EmbeddedPostgres server = run(folder, folder.cluster());
			logger.info("The embedded PostgreSQL listens on port {}; its data is in {}", server.getPort(),
					folder.cluster());
			return new EmbeddedStore(folder, server);
		}
		catch (RuntimeException ex) {
			folder.close();
			throw ex;
		}
	}

	@Override
	public JdbcConnectionDetails connectionDetails() {
		return details(this.server.getPort(), this.folder.password());
	}

	/** How to reach the database of a server on this machine. */
	static JdbcConnectionDetails details(int port, String password) {
		return new Details("jdbc:postgresql://localhost:%d/%s".formatted(port, NAME), password);
	}

	@Override
	public synchronized void startIfEnded() {
		if (this.closed || System.nanoTime() - this.nextStart < 0 || new ServerProcesses(this.folder).isUp()) {
			return;
		}
		try {
			startAgain();
			this.pause = Duration.ZERO;
			logger.warn("The embedded PostgreSQL had ended and was started again; {} says why it ended",
					this.folder.log());
		}
		catch (StoreUnavailable ex) {
			if (this.pause.isZero()) {
				logger.error("{}{}{} It is tried again from time to time.", ex.getMessage(), System.lineSeparator(),
						ex.action());
			}
			this.pause = (this.pause.compareTo(LONGEST_PAUSE) < 0) ? this.pause.plus(FIRST_PAUSE) : LONGEST_PAUSE;
		}
		this.nextStart = System.nanoTime() + this.pause.toNanos();
	}

	/** On the same port, which the pool knows. */
	private void startAgain() {
		int port = this.server.getPort();
		new ServerProcesses(this.folder).clear(port);
		close(this.folder, this.server);
		try {
			this.server = attempt(this.folder, this.folder.cluster());
		}
		catch (IOException ex) {
			throw failed(this.folder, ex);
		}
		if (this.server.getPort() != port) {
			stop(this.folder, this.server);
			this.folder.recordPort(port);
			throw ServerProcesses.taken(port);
		}
	}

	/** Stops the server and waits until it has gone; then lets go of the folder. */
	@Override
	public synchronized void close() {
		this.closed = true;
		try {
			stop(this.folder, this.server);
		}
		finally {
			this.folder.close();
		}
	}

	/**
	 * Builds a database in a place of its own and moves it into position in one step, so
	 * that a power cut leaves either a whole database or none.
	 */
	private static void build(StoreFolder folder) {
		new ServerProcesses(folder).kill();
		Path unfinished = folder.unfinishedCluster();
		try {
			FileSystemUtils.deleteRecursively(unfinished);
			folder.renewPassword();
			EmbeddedPostgres server = run(folder, unfinished);
			try {
				createDatabase(folder, server);
			}
			finally {
				stop(folder, server);
			}
			Files.move(unfinished, folder.cluster());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The service is no superuser: what it may not do here it may not do elsewhere. */
	private static void createDatabase(StoreFolder folder, EmbeddedPostgres server) {
		try (Connection connection = server.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE ROLE %s LOGIN CREATEROLE PASSWORD '%s'".formatted(NAME, folder.password()));
			statement.execute("CREATE DATABASE %s OWNER %s".formatted(NAME, NAME));
		}
		catch (SQLException ex) {
			throw failed(folder, ex);
		}
	}

	/**
	 * The remains of a server that has just been killed can stand in the way for a
	 * moment, so a failed start is tried once more. Where several instances start at
	 * once, another may take the port between the look and the start: that is tried with
	 * another port, several times.
	 */
	private static EmbeddedPostgres run(StoreFolder folder, Path cluster) {
		for (int attempt = 1;; attempt++) {
			try {
				return attempt(folder, cluster);
			}
			catch (IOException ex) {
				boolean taken = folder.saysThatThePortIsTaken();
				if (attempt >= (taken ? 10 : 2)) {
					throw failed(folder, ex);
				}
				logger.warn("The embedded PostgreSQL did not start on port {} ({}); trying again", port(folder),
						taken ? "another program has taken it" : ex.getMessage());
			}
		}
	}

	private static EmbeddedPostgres attempt(StoreFolder folder, Path cluster) throws IOException {
		EmbeddedPostgres server = new ServerStart(settings(folder, cluster), folder.log()).run();
		// The library opens this folder to everyone.
		StoreFolder.ownerOnly(folder.programs());
		if (!new ServerProcesses(folder).isUp(cluster)) {
			throw new IOException("another server answers on the port");
		}
		return server;
	}

	private static EmbeddedPostgres.Builder settings(StoreFolder folder, Path cluster) {
		EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
			.setPgBinaryResolver(new Programs(folder.programs()))
			.setOverrideWorkingDirectory(folder.programs().toFile())
			.setDataDirectory(cluster)
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setPort(new ServerProcesses(folder).settlePort())
			.setPGStartupWait(RECOVERY)
			.setOutputRedirector(Redirect.appendTo(folder.log().toFile()))
			.setLocaleConfig("auth", "scram-sha-256")
			.setLocaleConfig("pwfile", folder.passwordFile().toString())
			.setLocaleConfig("locale", "C")
			.setLocaleConfig("locale-provider", "builtin")
			.setLocaleConfig("builtin-locale", "C.UTF-8")
			.setConnectConfig("password", folder.password())
			// The library is made for tests and starts the server with fsync off.
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("max_connections", "60")
			// The log must not repeat what is in the data.
			.setServerConfig("log_error_verbosity", "terse")
			.setServerConfig("log_min_error_statement", "panic")
			.setServerConfig("log_checkpoints", "off");
		if (!System.getProperty("os.name").startsWith("Windows")) {
			builder.setServerConfig("unix_socket_directories", "''");
		}
		return builder;
	}

	private static void stop(StoreFolder folder, EmbeddedPostgres server) {
		close(folder, server);
		new ServerProcesses(folder).awaitEnd();
	}

	private static void close(StoreFolder folder, EmbeddedPostgres server) {
		try {
			server.close();
		}
		catch (IOException ex) {
			throw failed(folder, ex);
		}
	}

	private static StoreUnavailable failed(StoreFolder folder, Throwable cause) {
		String log = folder.lastLogLines();
		return new StoreUnavailable(
				"The embedded PostgreSQL in %s does not start on port %s: %s%nThe last lines of its log %s:%n%s"
					.formatted(folder.cluster(), port(folder), cause.getMessage(), folder.log(), log),
				wayOut(folder, log) + ", or set spring.datasource.url to use another PostgreSQL.", cause);
	}

	private static String port(StoreFolder folder) {
		return folder.recordedPort().map(String::valueOf).orElse("none");
	}

	private static String wayOut(StoreFolder folder, String log) {
		if (log.contains("cannot be run as root")) {
			return "PostgreSQL never runs as root, and this system allows no user namespaces: run the service as an ordinary user";
		}
		return "Mend what the log names (if it is the programs, delete %s: they are unpacked again)"
			.formatted(folder.programs());
	}

	/** The library unpacks once per resolver, so each folder brings one of its own. */
	private record Programs(Path folder) implements PgBinaryResolver {

		@Override
		public @Nullable InputStream getPgBinary(String system, String machineHardware) throws IOException {
			return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machineHardware);
		}

	}

	private record Details(String getJdbcUrl, String getPassword) implements JdbcConnectionDetails {

		@Override
		public String getUsername() {
			return NAME;
		}

	}

}
