package org.jfpmonitor.store;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.sql.DataSource;

import org.jfpmonitor.EveryCase;
import org.jfpmonitor.command.CommandLine;
import org.jfpmonitor.store.embedded.StoreFolder;
import org.jfpmonitor.store.embedded.StoreInUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What someone reads on the console when the service cannot start for want of a store.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartFailureTest {

	@TempDir
	Path data;

	@Test
	void saysThatTheFolderIsInUse(CapturedOutput output) {
		try (StoreFolder claimed = StoreFolder.claim(this.data.resolve("postgres"))) {
			fails("--jfp.data=" + this.data);
			assertThat(output).contains("The embedded database in " + claimed.root() + " is already in use")
				.contains("or give this one a folder of its own with jfp.data")
				.doesNotContain("\tat org.");
		}
	}

	/** Whoever starts it again may find that it has passed. */
	@Test
	void aFolderInUseIsAFailureThatPasses() {
		try (StoreFolder claimed = StoreFolder.claim(this.data.resolve("postgres"))) {
			assertThatThrownBy(() -> SpringApplication.run(StoreAlone.class, "--jfp.data=" + this.data))
				.hasRootCauseInstanceOf(StoreInUse.class)
				.rootCause()
				.extracting((cause) -> ((ExitCodeGenerator) cause).getExitCode())
				.isEqualTo(3);
			assertThat(claimed.root()).exists();
		}
	}

	@EveryCase
	@Test
	void saysThatTheServerNamedDoesNotAnswer(CapturedOutput output) throws IOException {
		int port;
		try (ServerSocket closedAtOnce = new ServerSocket(0)) {
			port = closedAtOnce.getLocalPort();
		}
		String address = "jdbc:postgresql://localhost:" + port + "/jfp";
		fails("--spring.datasource.url=" + address + "?password=secret");
		assertThat(output)
			.contains("The database %s cannot be used: Connection to localhost:%d refused.".formatted(address, port))
			.contains("Start that server, or correct spring.datasource.url; without it the embedded database is used.")
			.doesNotContain("secret")
			.doesNotContain("\tat org.");
	}

	@Test
	void aCommandThatFindsNoDatabaseWasCutOff() throws IOException {
		int port;
		try (ServerSocket closedAtOnce = new ServerSocket(0)) {
			port = closedAtOnce.getLocalPort();
		}

		assertThat(CommandLine.of("nightly", "--spring.datasource.url=jdbc:postgresql://localhost:" + port + "/jfp")
			.orElseThrow()
			.run(StoreAlone.class, System.out, System.err)).isEqualTo(3);
	}

	/** At the end of a start, when everything else is there. */
	@EveryCase
	@Test
	void saysThatTheEmbeddedServerEnded(CapturedOutput output) throws IOException {
		TestDatabase.linkPrograms(this.data.resolve("postgres"));
		SpringApplication start = new SpringApplication(StoreAlone.class);
		start.setWebApplicationType(WebApplicationType.NONE);
		start.addInitializers(
				(context) -> context.getBeanFactory().registerSingleton("lastStep", (ApplicationRunner) (arguments) -> {
					JdbcClient client = JdbcClient.create(context.getBean(DataSource.class));
					long server = Long
						.parseLong(Files.readAllLines(this.data.resolve("postgres/18/postmaster.pid")).get(0));
					ProcessHandle process = ProcessHandle.of(server).orElseThrow();
					process.destroyForcibly();
					process.onExit().join();
					client.sql("select 1").query(Long.class).single();
				}));

		assertThatThrownBy(() -> start.run("--jfp.data=" + this.data,
				"--management.endpoint.health.validate-group-membership=false"))
			.matches(DatabaseWatch::isPassing);
		assertThat(output).contains("The embedded database stopped answering during the start: ")
			.contains("Nothing is lost: what was under way is taken up.")
			.doesNotContain("\tat org.");
	}

	@Test
	void saysThatThereIsNoSuchDatabase(CapturedOutput output) {
		String address = TestDatabase.create().url().replaceFirst("/test.*", "/elsewhere");
		fails("--spring.datasource.url=" + address, "--spring.datasource.username=jfp");
		assertThat(output)
			.contains("The database %s cannot be used: database \"elsewhere\" does not exist".formatted(address))
			.contains("Create that database, or correct the name at the end of spring.datasource.url.")
			.doesNotContain("\tat org.");
	}

	@EveryCase
	@Test
	void saysThatTheUserIsRefused(CapturedOutput output) {
		String address = TestDatabase.create().url();
		fails("--spring.datasource.url=" + address, "--spring.datasource.username=stranger");
		assertThat(output).contains("cannot be used: role \"stranger\" does not exist")
			.contains("Correct spring.datasource.username and spring.datasource.password.")
			.doesNotContain("\tat org.");
	}

	@Test
	void saysThatALaterVersionUsedTheDatabase(CapturedOutput output) {
		TestDatabase database = TestDatabase.create();
		JdbcClient.create(database.dataSource())
			.sql("""
					insert into flyway_schema_history
					       (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
					select max(installed_rank) + 1, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'jfp', 1, true
					  from flyway_schema_history
					""")
			.update();
		fails("--spring.datasource.url=" + database.url(), "--spring.datasource.username=" + database.user(),
				"--spring.datasource.password=" + database.password());
		assertThat(output)
			.contains("Expected a database made by this version of the service or by an earlier one,"
					+ " found another one's: Detected applied migration not resolved locally: 9999.")
			.contains("Start the version that used this database last, or a later one;")
			.doesNotContain("\tat org.");
	}

	private static void fails(String... arguments) {
		assertThatException().isThrownBy(() -> SpringApplication.run(StoreAlone.class, arguments));
	}

}
