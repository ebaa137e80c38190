package org.jfpmonitor.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

import org.jfpmonitor.JfpMonitor;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.util.FileSystemUtils;

/**
 * The year of the demonstration as the application itself imports it into an empty store,
 * once for all tests of a build that look at it: the process that comes to it first
 * leaves what came of it to the others.
 */
final class ImportedDemonstration {

	/** The same for all processes of one build; outside of one there is none. */
	private static final String BUILD = System.getProperty("tests.build", "").replaceAll("[^0-9A-Za-z]", "");

	private static final Path FOLDER = Path.of("target", "test-demonstration");

	private static final Path data = BUILD.isEmpty() ? TestStore.Customizer.newFolder()
			: FOLDER.resolve(BUILD).resolve("data");

	private static final TestDatabase database = BUILD.isEmpty() ? imported() : shared();

	private ImportedDemonstration() {
	}

	/**
	 * A database with the demonstration, and its files.
	 * @param folder an empty data folder
	 */
	static TestDatabase copy(Path folder) {
		try {
			FileSystemUtils.copyRecursively(data, folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return database.copy();
	}

	private static TestDatabase shared() {
		Path own = FOLDER.resolve(BUILD);
		Path tables = own.resolve("tables.copy.gz");
		try {
			Files.createDirectories(FOLDER);
			try (FileChannel lock = FileChannel.open(FOLDER.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE)) {
				lock.lock();
				if (Files.exists(tables)) {
					TestDatabase copy = TestDatabase.create();
					CopiedTables.read(copy, tables);
					return copy;
				}
				FileSystemUtils.deleteRecursively(own);
				Files.createDirectories(data);
				TestDatabase imported = imported();
				Path unfinished = own.resolve("unfinished");
				CopiedTables.write(imported, unfinished);
				Files.move(unfinished, tables, StandardCopyOption.ATOMIC_MOVE);
				return imported;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static TestDatabase imported() {
		TestDatabase imported = TestDatabase.create();
		new SpringApplicationBuilder(JfpMonitor.class).web(WebApplicationType.NONE)
			.run("--jfp.demo=true", "--jfp.data=" + data, "--spring.datasource.url=" + imported.url(),
					"--spring.datasource.username=" + imported.user(),
					"--spring.datasource.password=" + imported.password())
			.close();
		return imported;
	}

}
