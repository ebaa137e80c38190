package org.jfpmonitor.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import org.jfpmonitor.JfpMonitor;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.util.FileSystemUtils;

/**
 * The year of the demonstration as the application itself imports it into an empty store,
 * once for all tests that look at it.
 */
final class ImportedDemonstration {

	private static final Path data = TestStore.Customizer.newFolder();

	private static final TestDatabase database = imported();

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
