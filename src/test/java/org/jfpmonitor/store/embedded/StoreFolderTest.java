package org.jfpmonitor.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class StoreFolderTest {

	@TempDir
	Path folder;

	@Test
	void refusesADatabaseOfAnotherMajorVersion() throws IOException {
		write("18/PG_VERSION", "19\n");
		refuses("The embedded database in %s was written by PostgreSQL 19; this release brings PostgreSQL 18, which cannot read it",
				"Go back to the release that wrote it, or serve that data with a PostgreSQL 19 of your own and set spring.datasource.url.");
	}

	@Test
	void refusesToBeginAnEmptyDatabaseBesideOneOfAnotherMajorVersion() throws IOException {
		write("17/PG_VERSION", "17\n");
		refuses("The embedded database in %s was written by PostgreSQL 17; this release brings PostgreSQL 18, which cannot read it",
				"Go back to the release that wrote it, or serve that data with a PostgreSQL 17 of your own and set spring.datasource.url.");
	}

	@Test
	void refusesADatabaseWhosePasswordIsLost() throws IOException {
		write("18/PG_VERSION", "18\n");
		refuses("The embedded database in %1$s/18 has lost its password: %1$s/password is missing",
				"Put that file back from a backup.");
	}

	@Test
	void refusesADatabaseThatBelongsToAnotherUser() throws IOException {
		UserPrincipal self = Files.getOwner(this.folder);
		assumeTrue(self.getName().equals("root"), "only root can give a folder away");
		write("18/PG_VERSION", "18\n");
		UserPrincipal other = this.folder.getFileSystem()
			.getUserPrincipalLookupService()
			.lookupPrincipalByName("nobody");
		Files.setOwner(this.folder.resolve("18"), other);
		refuses("The embedded database in %s/18 belongs to user nobody, but this service runs as user root",
				"Run the service as nobody, or hand the data over: chown -R root %s");
	}

	@Test
	void refusesAFileInPlaceOfAFolder() throws IOException {
		Path file = Files.createFile(this.folder.resolve("postgres"));
		assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> StoreFolder.claim(file))
			.withMessage(
					"The folder %s of the embedded database cannot be used by user %s (it belongs to %s): %s/lock: Not a directory",
					file, System.getProperty("user.name"), Files.getOwner(file).getName(), file);
	}

	@Test
	void refusesARecordedPortThatIsNoNumber() throws IOException {
		write("port", "auto");
		try (StoreFolder claimed = StoreFolder.claim(this.folder)) {
			assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(claimed::recordedPort)
				.withMessage("%s should hold a port number such as 25432, found \"auto\"",
						this.folder.toRealPath().resolve("port"));
		}
	}

	@Test
	void letsGoWhenClosed() {
		StoreFolder.claim(this.folder).close();
		StoreFolder.claim(this.folder).close();
	}

	private void refuses(String description, String action) throws IOException {
		Path root = this.folder.toRealPath();
		assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(() -> StoreFolder.claim(this.folder))
			.withMessage(description.formatted(root))
			.satisfies((ex) -> assertThat(ex.action()).isEqualTo(action.formatted(root)));
	}

	private void write(String name, String content) throws IOException {
		Path file = this.folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, content);
	}

}
