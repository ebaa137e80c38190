package org.jfpmonitor.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.sql.DataSource;

import org.jfpmonitor.store.ServerSignals;
import org.jfpmonitor.store.TestDatabase;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Where the services of a night keep what they know. */
interface NightStore {

	/** How a service is told of it. */
	List<String> settings();

	/** For whoever looks at it from outside. */
	DataSource dataSource();

	/** It is gone, and comes back. */
	void restart() throws IOException, InterruptedException;

	/** A database of a server that others keep; several services may use it. */
	record Elsewhere(TestDatabase database) implements NightStore {

		@Override
		public List<String> settings() {
			return List.of("--spring.datasource.url=" + this.database.url(),
					"--spring.datasource.username=" + this.database.user(),
					"--spring.datasource.password=" + this.database.password());
		}

		@Override
		public DataSource dataSource() {
			return this.database.dataSource();
		}

		@Override
		public void restart() {
			this.database.restart(3);
		}

	}

	/**
	 * The embedded server of one service. It has a session of its own and survives a
	 * service that is killed.
	 *
	 * @param data the folder of the service
	 */
	record Embedded(Path data) implements NightStore {

		@Override
		public List<String> settings() {
			return List.of();
		}

		@Override
		public DataSource dataSource() {
			Path folder = this.data.resolve("postgres");
			return new DriverManagerDataSource("jdbc:postgresql://localhost:" + read(folder.resolve("port")) + "/jfp",
					"jfp", read(folder.resolve("password")));
		}

		/** The service starts it again, the one that runs or the next. */
		@Override
		public void restart() throws IOException, InterruptedException {
			server().kill();
		}

		ServerSignals server() {
			return new ServerSignals(this.data.resolve("postgres/programs"));
		}

		private static String read(Path file) {
			try {
				return Files.readString(file).strip();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
