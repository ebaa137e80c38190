package org.jfpmonitor.store;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.jfpmonitor.JfpMonitor;
import org.jfpmonitor.store.backup.Backup;
import org.jfpmonitor.store.backup.BackupRefused;
import org.jfpmonitor.store.backup.Restore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The rehearsal: a year of the demonstration is saved while it runs, and put back. */
@TestStore
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "jfp.demo=true")
class BackupTest {

	private static final List<String> ANSWERS = List.of("/api/objectives?as-of=2025-03-31",
			"/api/objectives?known-on=2024-11-30", "/api/measures/virtual-ward-beds/series",
			"/api/deliveries?limit=500", "/api/mails?limit=500", "/api/feeds", "/api/overrides");

	@TempDir
	private Path folder;

	@Autowired
	private DataSource database;

	@LocalServerPort
	private int port;

	@Test
	void everyStatusSeriesMailAndDeliveryIsTheSameAfterARestore() throws Exception {
		Path file = this.folder.resolve("jfp.backup");
		TestDatabase restored = TestDatabase.create();

		long rows = new Backup(this.database).write(file);
		assertThat(new Restore(restored.dataSource()).read(file)).isEqualTo(rows).isGreaterThan(1000);

		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
		try (ConfigurableApplicationContext other = new SpringApplicationBuilder(JfpMonitor.class).run(
				"--server.port=0", "--jfp.demo=true", "--jfp.data=" + this.folder.resolve("data"),
				"--spring.datasource.url=" + restored.url(), "--spring.datasource.username=" + restored.user(),
				"--spring.datasource.password=" + restored.password())) {
			int otherPort = other.getEnvironment().getProperty("local.server.port", Integer.class, 0);
			for (String address : ANSWERS) {
				assertThat(get(otherPort, address)).as(address)
					.isEqualTo(get(this.port, address))
					.hasSizeGreaterThan(1);
			}
		}
		// Numbers go on where they ended.
		long newest = max(restored);
		JdbcClient.create(restored.dataSource()).sql("""
				insert into mail (message_id, run, recipient, subject, plain, html)
				values ('<new@example.org>', 1, 'office@example.org', '', '', '')
				""").update();
		assertThat(max(restored)).isEqualTo(newest + 1);
	}

	@Test
	void aFileThatIsThereIsNeverOverwritten() throws Exception {
		Path file = Files.writeString(this.folder.resolve("jfp.backup"), "yesterday's");

		assertThatExceptionOfType(FileAlreadyExistsException.class)
			.isThrownBy(() -> new Backup(this.database).write(file));
		assertThat(file).hasContent("yesterday's");
		assertThat(this.folder).isDirectoryNotContaining("glob:**.part");
	}

	@Test
	void aDatabaseThatHoldsAnythingIsNotTouched() throws Exception {
		Path file = this.folder.resolve("jfp.backup");
		new Backup(this.database).write(file);

		assertThatExceptionOfType(BackupRefused.class).isThrownBy(() -> new Restore(this.database).read(file))
			.withMessageStartingWith("Expected an empty database, found rows in ")
			.withMessageContaining("delivery")
			.withMessageEndingWith("Stop the service and name another database, or another folder under jfp.data.");
	}

	@Test
	void aDamagedOrForeignFileChangesNothing() throws Exception {
		Path file = this.folder.resolve("jfp.backup");
		new Backup(this.database).write(file);
		TestDatabase empty = TestDatabase.create();
		try (FileSystem zip = FileSystems.newFileSystem(file, Map.of())) {
			Path mails = zip.getPath("tables/mail.copy");
			Files.writeString(mails, Files.readString(mails).replace("example.org", "example.com"));
		}
		assertThatExceptionOfType(BackupRefused.class).isThrownBy(() -> new Restore(empty.dataSource()).read(file))
			.withMessageContaining("of the table mail as they were written")
			.withMessageContaining("the file was damaged");

		try (FileSystem zip = FileSystems.newFileSystem(file, Map.of())) {
			Path manifest = zip.getPath("manifest.json");
			Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"001 ", "\"000 "));
		}
		assertThatExceptionOfType(BackupRefused.class).isThrownBy(() -> new Restore(empty.dataSource()).read(file))
			.withMessageContaining("those that differ: 000");

		Files.writeString(file, "pg_dump wrote this");
		assertThatExceptionOfType(BackupRefused.class).isThrownBy(() -> new Restore(empty.dataSource()).read(file))
			.withMessageStartingWith("Expected a backup, found a file that is none or breaks off");
		assertThat(
				JdbcClient.create(empty.dataSource()).sql("select count(*) from delivery").query(Long.class).single())
			.isZero();
	}

	@Test
	void aBackupIsOfOneMomentAndKeepsNobodyWaiting() throws Exception {
		try (Connection writer = this.database.getConnection()) {
			writer.setAutoCommit(false);
			writer.createStatement()
				.execute("insert into audit_entry (at, action, what) values (now(), 'upload', 'meanwhile')");
			Path file = this.folder.resolve("jfp.backup");

			new Backup(this.database).write(file);
			writer.commit();

			try (FileSystem zip = FileSystems.newFileSystem(file, Map.of())) {
				assertThat(Files.readString(zip.getPath("tables/audit_entry.copy"), StandardCharsets.UTF_8))
					.doesNotContain("meanwhile");
			}
		}
	}

	private static long max(TestDatabase database) {
		return JdbcClient.create(database.dataSource())
			.sql("select coalesce(max(id), 0) from mail")
			.query(Long.class)
			.single();
	}

	private static String get(int port, String address) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address)).build(),
					BodyHandlers.ofString())
			.body();
	}

}
