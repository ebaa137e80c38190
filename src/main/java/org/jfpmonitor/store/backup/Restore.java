package org.jfpmonitor.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import javax.sql.DataSource;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills an empty database from a backup, whole or not at all. The tables must be made by
 * the same scripts, and hold nothing but what those put there.
 */
public final class Restore {

	/** Filled by its script, and replaced. */
	private static final Set<String> FILLED_BY_SCRIPTS = Set.of("timetable");

	private final DataSource database;

	public Restore(DataSource database) {
		this.database = database;
	}

	/**
	 * Reads the file into the database.
	 * @return how many rows there are now
	 * @throws BackupRefused when the file is no whole backup of this schema, or the
	 * database holds anything; nothing was changed then
	 */
	public long read(Path file) throws IOException, SQLException, BackupRefused {
		try (ZipFile zip = new ZipFile(file.toFile()); Connection connection = this.database.getConnection()) {
			connection.setAutoCommit(false);
			try {
				long rows = read(zip, connection);
				connection.commit();
				return rows;
			}
			finally {
				connection.rollback();
			}
		}
		catch (ZipException ex) {
			throw new BackupRefused("Expected a backup, found a file that is none or breaks off (" + ex.getMessage()
					+ "). Name one that the command backup wrote.");
		}
	}

	private static long read(ZipFile zip, Connection connection) throws IOException, SQLException, BackupRefused {
		Manifest manifest = manifest(zip);
		List<String> schema = Tables.schema(connection);
		if (manifest.format() != Manifest.FORMAT || !manifest.schema().equals(schema)) {
			throw new BackupRefused(("Expected a backup of the tables that this program makes, found one of others"
					+ " (made by %d scripts, here are %d; those that differ: %s). Restore it with the version of the"
					+ " program that wrote it, then upgrade.")
				.formatted(manifest.schema().size(), schema.size(), differing(manifest.schema(), schema)));
		}
		Set<String> known = Tables.inOrder(connection).keySet();
		expectNothingIn(known, connection);
		for (String table : FILLED_BY_SCRIPTS) {
			execute(connection, "delete from " + Tables.quoted(table));
		}
		long rows = 0;
		for (Manifest.StoredTable table : manifest.tables()) {
			if (!known.contains(table.name())) {
				throw new BackupRefused("Expected the tables of this program, found \"" + table.name()
						+ "\". Name a backup that the command backup wrote.");
			}
			rows += fill(table, zip, connection);
		}
		for (Manifest.Sequence each : manifest.sequences()) {
			try (PreparedStatement set = connection.prepareStatement("select setval(?::regclass, ?)")) {
				set.setString(1, Tables.quoted(each.name()));
				set.setLong(2, each.last());
				set.execute();
			}
		}
		return rows;
	}

	private static long fill(Manifest.StoredTable table, ZipFile zip, Connection connection)
			throws IOException, SQLException, BackupRefused {
		MessageDigest digest = Backup.sha256();
		long rows;
		try (InputStream bytes = new DigestInputStream(entry(zip, table.entry()), digest)) {
			rows = Tables.copies(connection)
				.copyIn("copy " + Tables.named(table.name(), table.columns()) + " from stdin", bytes);
		}
		if (rows != table.rows() || !HexFormat.of().formatHex(digest.digest()).equals(table.sha256())) {
			throw new BackupRefused(("Expected %d rows of the table %s as they were written, found %d or others: the"
					+ " file was damaged. Take another backup.")
				.formatted(table.rows(), table.name(), rows));
		}
		return rows;
	}

	private static Manifest manifest(ZipFile zip) throws IOException, BackupRefused {
		try (InputStream bytes = entry(zip, Manifest.NAME)) {
			return JsonMapper.shared().readValue(bytes, Manifest.class);
		}
		catch (JacksonException ex) {
			throw new BackupRefused("Expected a manifest that can be read, found a damaged one. Take another backup.");
		}
	}

	private static InputStream entry(ZipFile zip, String name) throws IOException, BackupRefused {
		ZipEntry entry = zip.getEntry(name);
		if (entry == null) {
			throw new BackupRefused("Expected a backup with " + name
					+ " in it, found none. Name a file that the command backup wrote.");
		}
		return zip.getInputStream(entry);
	}

	private static void expectNothingIn(Set<String> tables, Connection connection) throws SQLException, BackupRefused {
		List<String> filled = new ArrayList<>();
		for (String table : tables) {
			// nobody fills it before the restored rows are there
			execute(connection, "lock table " + Tables.quoted(table) + " in share row exclusive mode");
			if (!FILLED_BY_SCRIPTS.contains(table)
					&& !Tables.texts(connection, "select 1 from " + Tables.quoted(table) + " limit 1").isEmpty()) {
				filled.add(table);
			}
		}
		if (!filled.isEmpty()) {
			throw new BackupRefused("Expected an empty database, found rows in " + String.join(", ", filled)
					+ ". Stop the service and name another database, or another folder under jfp.data.");
		}
	}

	private static String differing(List<String> backup, List<String> here) {
		return backup.stream()
			.filter((each) -> !here.contains(each))
			.map((each) -> each.substring(0, each.indexOf(' ')))
			.collect(Collectors.joining(", "));
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
