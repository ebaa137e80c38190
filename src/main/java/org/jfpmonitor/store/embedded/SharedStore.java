package org.jfpmonitor.store.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The embedded database of a service that is running, used by a one-shot command beside
 * it. The service keeps the server; the command only connects.
 */
public final class SharedStore implements Store {

	private final JdbcConnectionDetails details;

	private SharedStore(JdbcConnectionDetails details) {
		this.details = details;
	}

	/**
	 * Connects to the server that another process runs on the folder.
	 * @throws StoreInUse as it was found, when that process has no server that answers
	 * yet
	 */
	public static SharedStore join(Path path, StoreInUse held) {
		try (StoreFolder folder = StoreFolder.heldByAnother(path)) {
			int port = folder.recordedPort().orElseThrow(() -> held);
			JdbcConnectionDetails details = EmbeddedStore.details(port, folder.password());
			DriverManager.getConnection(details.getJdbcUrl(), details.getUsername(), details.getPassword()).close();
			return new SharedStore(details);
		}
		catch (IOException | SQLException ex) {
			held.addSuppressed(ex);
			throw held;
		}
	}

	@Override
	public JdbcConnectionDetails connectionDetails() {
		return this.details;
	}

	@Override
	public void startIfEnded() {
		// the service that started the server starts it again
	}

	@Override
	public void close() {
		// the service that started the server stops it
	}

}
