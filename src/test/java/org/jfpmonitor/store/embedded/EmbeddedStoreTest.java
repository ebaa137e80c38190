package org.jfpmonitor.store.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.jfpmonitor.EveryCase;
import org.jfpmonitor.store.FreePort;
import org.jfpmonitor.store.StoreHolder;
import org.jfpmonitor.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** All tests work on one folder, as one service does over its life. */
class EmbeddedStoreTest {

	@TempDir
	static Path parent;

	private final Path folder = parent.resolve("postgres");

	@Test
	void keepsWhatWasWrittenWhenItIsStoppedAndStartedAgain() {
		try (EmbeddedStore store = EmbeddedStore.start(this.folder)) {
			jdbc(store).sql("CREATE TABLE kept (figure numeric)").update();
			jdbc(store).sql("INSERT INTO kept VALUES (0)").update();
		}
		try (EmbeddedStore store = EmbeddedStore.start(this.folder)) {
			assertThat(figures(store, "kept")).isEqualTo(1);
		}
	}

	@Test
	void isThePostgresOfTheDeclaredMajorVersionAndWritesThroughToDisk() {
		try (EmbeddedStore store = EmbeddedStore.start(this.folder)) {
			assertThat(setting(store, "server_version")).startsWith(StoreFolder.MAJOR + ".");
			assertThat(setting(store, "fsync")).isEqualTo("on");
			assertThat(setting(store, "synchronous_commit")).isEqualTo("on");
			assertThat(setting(store, "full_page_writes")).isEqualTo("on");
		}
	}

	@Test
	void asksForThePassword() {
		try (EmbeddedStore store = EmbeddedStore.start(this.folder)) {
			JdbcConnectionDetails details = store.connectionDetails();
			for (String user : new String[] { "jfp", "postgres" }) {
				assertThatExceptionOfType(SQLException.class).isThrownBy(() -> connect(details, user, "guess"))
					.withMessage("FATAL: password authentication failed for user \"%s\"".formatted(user));
			}
		}
	}

	@Test
	void leavesNoProcessBehindAndKeepsPasswordAndLogFromOtherUsers() throws IOException {
		EmbeddedStore.start(this.folder).close();
		assertThat(ProcessHandle.allProcesses().filter(this::isOurs)).isEmpty();
		assertThat(permissions("")).isEqualTo("rwx------");
		assertThat(permissions("password")).isEqualTo("rw-------");
		assertThat(permissions("server.log")).isEqualTo("rw-------");
		assertThat(permissions("lock")).isEqualTo("rw-------");
		assertThat(permissions("programs")).isEqualTo("rwx------");
		assertThat(permissions("18")).isEqualTo("rwx------");
	}

	@Test
	void letsTheServiceDoNoMoreThanAnOrdinaryOwnerMay() {
		try (EmbeddedStore store = EmbeddedStore.start(this.folder)) {
			assertThat(setting(store, "is_superuser")).isEqualTo("off");
			jdbc(store).sql("CREATE ROLE reader NOLOGIN").update();
			jdbc(store).sql("DROP ROLE reader").update();
		}
	}

	@EveryCase
	@Test
	void twoThatStartAtOnceOnTheSamePortBothCome() throws Exception {
		ExecutorService starts = Executors.newFixedThreadPool(2);
		String port = String.valueOf(FreePort.find());
		List<Future<Integer>> ports = new ArrayList<>();
		CountDownLatch both = new CountDownLatch(2);
		for (String name : List.of("one", "other")) {
			Path own = parent.resolve(name);
			TestDatabase.linkPrograms(own);
			Files.writeString(own.resolve("port"), port);
			ports.add(starts.submit(() -> {
				try (EmbeddedStore store = EmbeddedStore.start(own)) {
					both.countDown();
					assertThat(both.await(2, TimeUnit.MINUTES)).isTrue();
					return Integer.valueOf(setting(store, "port"));
				}
			}));
		}

		assertThat(ports.get(0).get()).isNotEqualTo(ports.get(1).get());
		starts.shutdown();
	}

	@Test
	void refusesASecondProcessOnTheSameFolder() throws IOException {
		try (StoreHolder holder = StoreHolder.start(this.folder)) {
			assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> EmbeddedStore.start(this.folder))
				.withMessage("The embedded database in %s is already in use by another JFP Monitor (process %d)",
						this.folder.toRealPath(), holder.pid())
				.satisfies((ex) -> assertThat(ex.action())
					.isEqualTo("Stop process %d, or give this one a folder of its own".formatted(holder.pid())
							+ " with jfp.data, or let both use one PostgreSQL server by setting spring.datasource.url."));
		}
	}

	@EveryCase
	@Test
	void takesOverTheServerOfAKilledService() throws IOException {
		try (StoreHolder holder = StoreHolder.start(this.folder)) {
			holder.kill();
		}
		long orphan = serverPid();
		try (EmbeddedStore store = EmbeddedStore.start(this.folder)) {
			assertThat(serverPid()).isEqualTo(orphan);
			assertThat(setting(store, "fsync")).isEqualTo("on");
		}
		assertThat(ProcessHandle.allProcesses().filter(this::isOurs)).isEmpty();
	}

	@EveryCase
	@Test
	void recoversWhatWasCommittedWhenServiceAndServerAreKilled() throws IOException {
		try (EmbeddedStore store = EmbeddedStore.start(this.folder)) {
			jdbc(store).sql("CREATE TABLE committed (figure numeric)").update();
		}
		try (StoreHolder holder = StoreHolder.start(this.folder)) {
			JdbcClient client = jdbc(Files.readString(this.folder.resolve("port")),
					Files.readString(this.folder.resolve("password")));
			client.sql("INSERT INTO committed SELECT generate_series(1, 1000)").update();
			holder.kill();
		}
		ProcessHandle.of(serverPid()).orElseThrow().destroyForcibly();
		try (EmbeddedStore store = EmbeddedStore.start(this.folder)) {
			assertThat(figures(store, "committed")).isEqualTo(1000);
		}
	}

	@EveryCase
	@Test
	void startsAServerThatWasKilledAgainOnItsPort() throws IOException {
		try (EmbeddedStore store = EmbeddedStore.start(this.folder)) {
			jdbc(store).sql("CREATE TABLE survived (figure numeric)").update();
			String port = setting(store, "port");
			store.startIfEnded();
			assertThat(setting(store, "port")).as("one that runs is left alone").isEqualTo(port);
			for (int kill = 1; kill <= 2; kill++) {
				jdbc(store).sql("INSERT INTO survived VALUES (0)").update();
				ProcessHandle server = ProcessHandle.of(serverPid()).orElseThrow();
				server.destroyForcibly();
				server.onExit().join();
				store.startIfEnded();
				assertThat(setting(store, "port")).isEqualTo(port);
				assertThat(figures(store, "survived")).isEqualTo(kill);
			}
		}
		assertThat(ProcessHandle.allProcesses().filter(this::isOurs)).isEmpty();
	}

	@EveryCase
	@Test
	void startsAlthoughAStrangerNowHasTheProcessNumberOfACrashedServer() throws IOException {
		EmbeddedStore.start(this.folder).close();
		Files.writeString(this.folder.resolve("18/postmaster.pid"), "%d%n%s%n0%n%d%n%n%n"
			.formatted(ProcessHandle.current().parent().orElseThrow().pid(), this.folder.resolve("18"), 25999));
		try (EmbeddedStore store = EmbeddedStore.start(this.folder)) {
			assertThat(setting(store, "fsync")).isEqualTo("on");
		}
	}

	/**
	 * Its lock file names the server of the other, and its password and port are those.
	 */
	@EveryCase
	@Test
	void aCopyOfAFolderThatIsInUseHasAServerOfItsOwn() throws Exception {
		Path copy = parent.resolve("copy");
		try (EmbeddedStore store = EmbeddedStore.start(this.folder)) {
			long pid = serverPid();
			assertThat(new ProcessBuilder("cp", "-a", this.folder.toString(), copy.toString()).start().waitFor())
				.isZero();
			try (EmbeddedStore other = EmbeddedStore.start(copy)) {
				jdbc(other).sql("CREATE TABLE of_the_copy (figure numeric)").update();
				assertThat(setting(other, "port")).isNotEqualTo(setting(store, "port"));
				assertThatExceptionOfType(BadSqlGrammarException.class).isThrownBy(() -> figures(store, "of_the_copy"));
			}
			assertThat(serverPid()).isEqualTo(pid);
			assertThat(setting(store, "fsync")).isEqualTo("on");
		}
	}

	@Test
	void keepsItsPort() throws IOException {
		EmbeddedStore.start(this.folder).close();
		String port = Files.readString(this.folder.resolve("port"));
		try (EmbeddedStore store = EmbeddedStore.start(this.folder)) {
			assertThat(store.connectionDetails().getJdbcUrl())
				.startsWith("jdbc:postgresql://localhost:" + port + "/jfp");
		}
	}

	@EveryCase
	@Test
	void movesToAFreePortWhenAnotherProgramTookItsOwn() throws IOException {
		EmbeddedStore.start(this.folder).close();
		int port = Integer.parseInt(Files.readString(this.folder.resolve("port")));
		try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
				EmbeddedStore store = EmbeddedStore.start(this.folder)) {
			assertThat(setting(store, "port")).isNotEqualTo(String.valueOf(other.getLocalPort()))
				.isEqualTo(Files.readString(this.folder.resolve("port")));
		}
	}

	@EveryCase
	@Test
	void startsAgainAfterAFirstStartThatWasCutOff() throws IOException {
		Path other = parent.resolve("cut-off");
		TestDatabase.linkPrograms(other);
		Files.createDirectories(other.resolve("programs/PG-half/bin"));
		Files.createDirectories(other.resolve("18.unfinished"));
		Files.writeString(other.resolve("18.unfinished/postgresql.conf"), "half a li");
		try (EmbeddedStore store = EmbeddedStore.start(other)) {
			assertThat(setting(store, "fsync")).isEqualTo("on");
			assertThat(other.resolve("programs/PG-half")).doesNotExist();
			assertThat(other.resolve("18.unfinished")).doesNotExist();
		}
	}

	private boolean isOurs(ProcessHandle process) {
		return process.info().command().filter((command) -> Path.of(command).startsWith(this.folder)).isPresent();
	}

	private long serverPid() throws IOException {
		return Long.parseLong(Files.readAllLines(this.folder.resolve("18/postmaster.pid")).get(0));
	}

	private String permissions(String entry) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(this.folder.resolve(entry)));
	}

	private static int figures(EmbeddedStore store, String table) {
		return jdbc(store).sql("SELECT count(*) FROM " + table).query(Integer.class).single();
	}

	private static String setting(EmbeddedStore store, String name) {
		return jdbc(store).sql("SHOW " + name).query(String.class).single();
	}

	private static JdbcClient jdbc(EmbeddedStore store) {
		JdbcConnectionDetails details = store.connectionDetails();
		return JdbcClient
			.create(new DriverManagerDataSource(details.getJdbcUrl(), details.getUsername(), details.getPassword()));
	}

	private static JdbcClient jdbc(String port, String password) {
		return JdbcClient
			.create(new DriverManagerDataSource("jdbc:postgresql://localhost:" + port + "/jfp", "jfp", password));
	}

	private static void connect(JdbcConnectionDetails details, String user, String password) throws SQLException {
		try (Connection connection = DriverManager.getConnection(details.getJdbcUrl(), user, password)) {
			connection.isValid(1);
		}
	}

}
